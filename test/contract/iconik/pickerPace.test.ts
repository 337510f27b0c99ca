import { setTimeout as wait } from 'timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { SearchAnswer } from '../../../lib/pickerProtocol';
import { withIconik } from '../../support/sandbox';
import { ask, session } from './picker';

const service = withIconik({ seed: 'demo' });
const ALL: INodeParameters = { approvedOnly: false, rightsView: 'Usage rights' };

const EDITORS = 10;
/** As the page does: a search goes off when nothing was typed for so long. */
const PAUSE_MS = 250;
/** What one n8n process answers in its default setting, and what iconik allows an application. */
const WEBHOOK_CALLS_A_SECOND = 34;
const ICONIK_CALLS_A_SECOND = 50;
const OWN_TIME_MS = 150;

const WORDS = [
	'treeline',
	'portrait',
	'jacket',
	'crampons',
	'lookbook',
	'sustainability',
	'amélie',
];

/** When somebody presses keys: quickly within a word, with a look at the grid after some letters. */
function keystrokes(editor: number): Array<{ at: number; text: string }> {
	const strokes: Array<{ at: number; text: string }> = [];
	let at = editor * 37;
	for (let word = 0; word < 3; word++) {
		// Nobody searches for what another one has just searched for, so that no kept answer helps.
		const text = `${editor} ${WORDS[(editor + word) % WORDS.length] ?? ''}`;
		for (let letters = 1; letters <= text.length; letters++) {
			at += letters % 3 === 0 ? 300 : 110;
			strokes.push({ at, text: text.slice(0, letters) });
		}
		at += 400;
	}
	return strokes;
}

const most = (times: readonly number[]) =>
	Math.max(
		0,
		...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
	);

const percentile95 = (times: readonly number[]) =>
	[...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Infinity;

it('10 editors who type at the same time stay within what n8n answers and iconik allows', async () => {
	const tokens = await Promise.all(
		Array.from({ length: EDITORS }, async (_, n) =>
			session(service, { parameters: ALL, ip: `203.0.113.${n}` }),
		),
	);
	await service.clearLog();
	const began = Date.now();
	const asked: number[] = [];
	const statuses: number[] = [];
	await Promise.all(
		tokens.map(async (token, editor) => {
			const strokes = keystrokes(editor);
			const settled = strokes.filter(
				({ at }, n) => (strokes[n + 1]?.at ?? Infinity) - at > PAUSE_MS,
			);
			await Promise.all(
				settled.map(async ({ at, text }) => {
					await wait(began + at + PAUSE_MS - Date.now());
					asked.push(Date.now());
					const { status } = await ask<SearchAnswer>(service, 'search', {
						session: token,
						parameters: ALL,
						query: { text },
						ip: `203.0.113.${editor}`,
					});
					statuses.push(status);
				}),
			);
		}),
	);

	const calls = await service.calls();
	expect(calls.length).toBeGreaterThan(EDITORS * 5);
	expect(statuses).toEqual(asked.map(() => 200));
	expect(calls.filter(({ status }) => status === 429)).toEqual([]);
	expect(most(asked)).toBeLessThanOrEqual(WEBHOOK_CALLS_A_SECOND);
	expect(most(calls.map(({ time }) => Date.parse(time)))).toBeLessThanOrEqual(
		ICONIK_CALLS_A_SECOND,
	);
}, 60_000);

it('a search takes iconik’s own time and little more', async () => {
	const token = await session(service, { parameters: ALL });
	const ICONIK_MS = 100;
	await service.faults([{ fault: 'delay', milliseconds: ICONIK_MS }]);
	const own: number[] = [];
	for (let n = 0; n < 60; n++) {
		const { status, milliseconds } = await ask(service, 'search', {
			session: token,
			parameters: ALL,
			query: { text: `camp${n}`, durationTo: '60000' },
		});
		expect(status).toBe(200);
		own.push(milliseconds - ICONIK_MS);
	}
	expect(percentile95(own)).toBeLessThan(OWN_TIME_MS);
});
