const swc = [
	'@swc/jest',
	{
		jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
		module: { type: 'commonjs' },
	},
];

/**
 * unit: plain functions and the simulators. contract: nodes run by n8n's own engine against the simulators.
 * e2e: the packed package in a real n8n. Contract and e2e read `dist/`, so build first (npm test does).
 */
const project = (name) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform: { '^.+\\.ts$': swc },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/sandbox/host/', '<rootDir>/.tmp/'],
});

module.exports = {
	projects: ['unit', 'contract', 'e2e'].map(project),
	testTimeout: 30_000,
};
