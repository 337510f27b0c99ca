import type { INodeParameters } from 'n8n-workflow';
import { loadOptionsContext } from '../../support/engine';
import { withIconik } from '../../support/sandbox';
import { byId, call, credentialTypes, node, run, type, video } from './library';

const service = withIconik({ seed: 'empty', fresh: 'test' });

const VTT = 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nGuten Morgen, Hafen\n';
const SRT = '1\n00:00:00,000 --> 00:00:02,000\nGuten Morgen, Hafen\n';

const subtitle = async (operation: string, assetId: string, parameters: INodeParameters = {}) =>
	await run(service, {
		resource: 'subtitle',
		operation,
		assetId: byId(assetId),
		...parameters,
	});

const upload = async (assetId: string, text: string, parameters: INodeParameters = {}) =>
	await subtitle('upload', assetId, { language: 'de', source: 'text', text, ...parameters });

const writes = async () =>
	(await service.calls('write')).filter(({ path }) => /subtitles/.test(path));

describe('Subtitle: Get Many', () => {
	it('lists the captions of a version, and none where iconik answers 404', async () => {
		const { asset_id, version_id } = await video(service);
		expect((await subtitle('getAll', asset_id)).json).toEqual([]);
		await service.act('add-subtitle', { asset_id, language: 'de' });
		await service.act('add-version', { asset_id });
		expect((await subtitle('getAll', asset_id)).json).toEqual([]);
		const { json } = await subtitle('getAll', asset_id, { versionId: byId(version_id) });
		expect(json).toMatchObject([{ language: 'de', closed_captions: false, version_id }]);
	});

	it('offers the languages that there are', async () => {
		const { asset_id } = await video(service);
		for (const language of ['fr', 'de']) await service.act('add-subtitle', { asset_id, language });
		const context = loadOptionsContext({
			node,
			type,
			parameters: { resource: 'subtitle', assetId: byId(asset_id) },
			credentials: service.credentials,
			credentialTypes,
		});
		const { results } = await node.methods.listSearch.searchSubtitleLanguages.call(context);
		expect(results.map(({ value }) => value)).toEqual(['de', 'fr']);
	});
});

describe('Subtitle: Download WebVTT', () => {
	it('gives the text of a version, or a file', async () => {
		const { asset_id, version_id } = await video(service);
		await service.act('add-subtitle', { asset_id, language: 'de', content: VTT });
		await service.act('add-version', { asset_id });
		const parameters = { languageCode: byId('de'), versionId: byId(version_id) };
		const asText = await subtitle('downloadWebvtt', asset_id, { ...parameters, output: 'text' });
		expect(asText.json).toMatchObject([{ language: 'de', text: VTT }]);
		const asFile = await subtitle('downloadWebvtt', asset_id, parameters);
		expect(asFile.output[0]?.[0]?.binary?.data).toMatchObject({
			mimeType: 'text/vtt',
			fileExtension: 'vtt',
		});
	});

	it('keeps closed captions apart from subtitles, and says what there is', async () => {
		const { asset_id } = await video(service);
		const captions = { asset_id, language: 'de', closed_captions: true, content: VTT };
		await service.act('add-subtitle', captions);
		const { error } = await subtitle('downloadWebvtt', asset_id, { languageCode: byId('de') });
		expect(error).toMatchObject({
			message: 'The asset has no subtitles in "de"',
			description: 'There are: de (closed captions).',
		});
		const { json } = await subtitle('downloadWebvtt', asset_id, {
			languageCode: byId('de'),
			closedCaptions: true,
			output: 'text',
		});
		expect(json).toMatchObject([{ text: VTT }]);
	});
});

describe('Subtitle: Upload', () => {
	it('creates, leaves alone what is the same, and replaces what differs', async () => {
		const { asset_id } = await video(service);
		expect((await upload(asset_id, VTT)).json).toMatchObject([{ outcome: 'created' }]);
		await service.clearLog();
		expect((await upload(asset_id, VTT)).json).toMatchObject([{ outcome: 'unchanged' }]);
		expect(await writes()).toEqual([]);
		const other = VTT.replace('Morgen', 'Abend');
		expect((await upload(asset_id, other)).json).toMatchObject([{ outcome: 'updated' }]);
		const path = `files/v1/assets/${asset_id}/subtitles/`;
		expect(await call(service, 'GET', `${path}de/webvtt/`)).toBe(other);
		expect(await call(service, 'GET', path)).toMatchObject({ total: 1 });
	});

	it('turns SubRip into WebVTT, from a file', async () => {
		const { asset_id } = await video(service);
		const binary = {
			data: { data: Buffer.from(SRT).toString('base64'), mimeType: 'application/x-subrip' },
		};
		const parameters = {
			resource: 'subtitle',
			operation: 'upload',
			assetId: byId(asset_id),
			language: 'de',
		};
		const { json } = await run(service, parameters, [{ json: {}, binary }]);
		expect(json).toMatchObject([{ outcome: 'created' }]);
		const text = await call(service, 'GET', `files/v1/assets/${asset_id}/subtitles/de/webvtt/`);
		expect(text).toMatch(/^WEBVTT\n\n1\n00:00:00\.000 --> 00:00:02\.000\nGuten Morgen, Hafen/);
	});

	it('replaces captions of an older version', async () => {
		const { asset_id, version_id } = await video(service);
		await upload(asset_id, VTT);
		await service.act('add-version', { asset_id });
		const { json } = await upload(asset_id, VTT.replace('Hafen', 'Berg'), {
			versionId: byId(version_id),
		});
		expect(json).toMatchObject([{ outcome: 'updated', version_id }]);
	});

	it('is there once when the connection breaks after iconik stored it', async () => {
		const { asset_id } = await video(service);
		await service.faults([
			{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/subtitles/', times: 1 } },
		]);
		expect((await upload(asset_id, VTT)).json).toMatchObject([{ outcome: 'created' }]);
		expect(await writes()).toHaveLength(1);
	});

	it('refuses a text that is no captions, and an asset without media', async () => {
		const { asset_id } = await video(service);
		expect((await upload(asset_id, 'Hello')).error?.message).toBe(
			'These captions are neither WebVTT nor SubRip',
		);
		const wanted = await video(service, 'WANTED', { type: 'PLACEHOLDER' });
		expect((await upload(wanted.asset_id, VTT)).error?.message).toBe(
			'The asset has no media to put captions to',
		);
	});
});
