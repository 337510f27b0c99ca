import { demoAssets } from '../../../../sandbox/iconik';
import { fromCaptions } from '../../../../sandbox/iconik/media/captions';
import { startSandbox, type Sandbox } from './client';

let sandbox: Sandbox;
const path = `/assets/v1/assets/${demoAssets.audio}/segments`;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const spoken = (at: number, segment_text: string) => ({
	segment_type: 'TRANSCRIPTION',
	segment_text,
	time_start_milliseconds: at,
	time_end_milliseconds: at + 1500,
});
const listed = async () =>
	(
		await sandbox.api.get<{ objects: Array<{ id: string; segment_text: string }> }>(
			`${path}/?segment_type=TRANSCRIPTION&per_page=100`,
		)
	).data.objects;

describe('many segments', () => {
	it('are made, changed and deleted together', async () => {
		const objects = [spoken(61_000, 'and then it sailed'), spoken(0, 'The ship "Anna"')];
		const made = await sandbox.api.post(`${path}/bulk/`, { objects });
		expect([made.status, made.data.status]).toEqual([201, 'FINISHED']);
		const [first] = await listed();
		const change = {
			id: first?.id,
			segment_type: 'TRANSCRIPTION',
			segment_text: 'and it sailed off',
		};
		expect((await sandbox.api.put(`${path}/bulk/`, { objects: [change] })).status).toBe(201);
		expect((await listed()).map(({ segment_text }) => segment_text).sort()).toEqual([
			'The ship "Anna"',
			'and it sailed off',
		]);
	});

	it('are captions in the order of their times', async () => {
		const { data, headers } = await sandbox.api.get<string>(`${path}/vtt/?words_per_line=2`);
		expect(headers['content-type']).toMatch(/^text\/vtt/);
		expect(data).toBe(
			'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nThe ship\n"Anna"\n\n' +
				'00:01:01.000 --> 00:01:02.500\nand it\nsailed off\n',
		);
		const srt = (await sandbox.api.get<string>(`${path}/srt/`)).data;
		expect(srt).toMatch(/^1\n00:00:00,000 --> 00:00:01,500\nThe ship "Anna"\n\n2\n/);
		expect(fromCaptions(srt)).toEqual(fromCaptions(data));
		const { data: table } = await sandbox.api.get<string>(`${path}/csv/`);
		expect(table).toContain('"0","1500","TRANSCRIPTION","The ship ""Anna"""');
	});

	it('are gone after a bulk delete by type, which is then a 404', async () => {
		const data = { segment_type: 'TRANSCRIPTION' };
		expect((await sandbox.api.delete(`${path}/bulk/`, { data })).status).toBe(204);
		expect(await listed()).toEqual([]);
		expect((await sandbox.api.delete(`${path}/bulk/`, { data })).status).toBe(404);
	});

	it('are refused above 500', async () => {
		const objects = Array.from({ length: 501 }, (_, at) => spoken(at, 'x'));
		expect((await sandbox.api.post(`${path}/bulk/`, { objects })).status).toBe(400);
	});
});
