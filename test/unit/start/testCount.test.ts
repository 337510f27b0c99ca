import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from '../../../scripts/testCount';

describe('counting the tests of a run', () => {
	const folder = mkdtempSync(join(tmpdir(), 'reports-'));
	const report = (passed: number, failed: number, brokenFiles: number) => {
		const file = join(folder, 'report.json');
		writeFileSync(
			file,
			JSON.stringify({
				numPassedTests: passed,
				numFailedTests: failed,
				numRuntimeErrorTestSuites: brokenFiles,
				numTotalTests: passed + failed,
			}),
		);
		return file;
	};

	afterAll(() => rmSync(folder, { recursive: true }));

	test('passed and failed tests are taken over', () => {
		expect(countTests(report(7, 2, 0))).toEqual({ passed: 7, failed: 2 });
	});

	test('a file that could not be loaded counts as a failure', () => {
		expect(countTests(report(7, 0, 1))).toEqual({ passed: 7, failed: 1 });
	});

	test('a run without tests, or without a report, counts as a failure', () => {
		expect(countTests(report(0, 0, 0))).toEqual({ passed: 0, failed: 1 });
		expect(countTests(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
	});
});
