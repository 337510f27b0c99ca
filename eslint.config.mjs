import eslint from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts', 'lib/**/*.ts'];

/** The rules that n8n's own configuration leaves out, because each contradicts one of its newer plugin. */
const leftOutByN8n = {
	credentials: [
		'cred-class-field-documentation-url-miscased',
		'cred-class-field-type-options-password-missing',
	],
	nodes: [
		'node-class-description-inputs-wrong-regular-node',
		'node-class-description-outputs-wrong',
		'node-param-type-options-max-value-present',
	],
};

const baseRules = (kind) => ({
	...nodesBase.configs[kind].rules,
	...Object.fromEntries(leftOutByN8n[kind].map((rule) => [`n8n-nodes-base/${rule}`, 'off'])),
});

/** One service's folder must never reach into the other's: each may become a package of its own. */
const wall = (own, other) => ({
	files: [`nodes/${own}/**/*.ts`],
	rules: {
		'no-restricted-imports': ['error', { patterns: [`**/${other}/**`, '**/sandbox/**'] }],
	},
});

export default tseslint.config(
	{ ignores: ['dist/', '.tmp/', 'coverage/', 'sandbox/host/node_modules/'] },
	{
		files: ['**/*.ts', '**/*.tsx', '**/*.mts', '**/*.js', '**/*.mjs'],
		extends: [eslint.configs.recommended, tseslint.configs.recommended],
		languageOptions: {
			globals: Object.fromEntries(
				['process', 'console', 'require', 'module', 'URL', 'Buffer', 'fetch', '__dirname'].map(
					(name) => [name, 'readonly'],
				),
			),
		},
		rules: {
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-require-imports': 'off',
			'no-undef': 'off',
		},
	},
	{
		files: shipped,
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		rules: { 'no-console': 'error' },
	},
	{ plugins: { 'n8n-nodes-base': nodesBase } },
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: nodesBase.configs.community.rules,
	},
	{ files: ['credentials/**/*.ts'], rules: baseRules('credentials') },
	{ files: ['nodes/**/*.ts'], rules: baseRules('nodes') },
	{ files: ['picker/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
	{
		files: ['picker/src/**/*.{ts,tsx}'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{ patterns: [{ group: ['**/lib/**'], allowTypeImports: true }] },
			],
		},
	},
	wall('Contentstack', 'Iconik'),
	wall('Iconik', 'Contentstack'),
);
