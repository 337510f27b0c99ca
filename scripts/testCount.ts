import { existsSync, readFileSync } from 'node:fs';

export interface TestCount {
	passed: number;
	failed: number;
}

interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numRuntimeErrorTestSuites: number;
	numTotalTests: number;
}

/**
 * The counts in a report that jest wrote with `--json`. A test file that could not even be loaded counts as one failure, and so
 * do a report that is missing and one without a single test: none of them shows that anything works.
 */
export function countTests(report: string): TestCount {
	if (!existsSync(report)) return { passed: 0, failed: 1 };
	const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return {
		passed: result.numPassedTests,
		failed: result.numTotalTests === 0 ? Math.max(1, failed) : failed,
	};
}
