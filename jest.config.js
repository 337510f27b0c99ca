const swc = [
	'@swc/jest',
	{
		jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
		module: { type: 'commonjs' },
	},
];

/**
 * unit: plain functions and the simulators. contract: nodes run by n8n's own engine against the simulators.
 * e2e: the packed package in a real n8n. browser: the picker's page in Chromium. All but unit read `dist/`, so build first (npm test does).
 */
const project = (name) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform: { '^.+\\.ts$': swc },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/sandbox/host/', '<rootDir>/.tmp/'],
});

/** Counts what is held against iconik's own specification, over all test files. */
const contract = {
	...project('contract'),
	globalSetup: '<rootDir>/test/support/specification/globalSetup.ts',
	globalTeardown: '<rootDir>/test/support/specification/globalTeardown.ts',
};

/** One n8n for all e2e test files, services of its own for each. */
const e2e = {
	...project('e2e'),
	testEnvironment: '<rootDir>/test/e2e/harness/environment.ts',
	globalSetup: '<rootDir>/test/e2e/harness/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/harness/globalTeardown.ts',
};

module.exports = {
	projects: [project('unit'), contract, e2e, project('browser')],
	testTimeout: 30_000,
};
