import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Test files run in processes of their own; the environment is what reaches them. */
const VARIABLE = 'SPECIFICATION_TALLY';

/** What the test files of this run count meets in a folder of its own. */
export function openTally(): void {
	process.env[VARIABLE] = mkdtempSync(join(tmpdir(), 'specification-'));
}

/** Adds to the count of this run; does nothing in a run that counts nothing. */
export function countCalls(calls: number): void {
	const folder = process.env[VARIABLE];
	if (folder) appendFileSync(join(folder, String(process.pid)), `${calls}\n`);
}

/** The sum of all counts. */
export function closeTally(): number {
	const folder = process.env[VARIABLE] ?? '';
	const sum = readdirSync(folder)
		.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
		.reduce((total, line) => total + Number(line), 0);
	rmSync(folder, { recursive: true, force: true });
	return sum;
}
