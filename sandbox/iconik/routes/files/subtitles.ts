import { z } from 'zod';
import { type Answer, created, found, noContent, notFound, ok, omit } from '../../answers';
import type { Api, Call } from '../../api';
import { addSubtitle } from '../../domain/media';
import type { Subtitle } from '../../model';
import { keyset } from '../../paging';
import { bool, nonEmpty, text, uuid } from '../../schemas';
import { assetOf } from '../assets/assets';

const creation = z.object({
	language: nonEmpty,
	closed_captions: bool,
	format_id: uuid,
	content: text.optional(),
	name: text.optional(),
	version_id: uuid.optional(),
});

export function subtitleRoutes(api: Api): void {
	const read = 'can_read_asset_subtitles';
	const path = '/v1/assets/:asset_id/subtitles';
	const ofVersion = '/v1/assets/:asset_id/versions/:version_id/subtitles';

	for (const base of [path, ofVersion]) {
		api.on('GET', 'files', `${base}/`, read, (call) => {
			const subtitles = subtitlesOf(call);
			if (subtitles.length === 0) throw notFound('Subtitles for this asset');
			return keyset(call, subtitles, (one: Subtitle) => subtitleBody(one));
		});
		api.on('GET', 'files', `${base}/:language/webvtt/`, read, (call) => webvtt(call, false));
		api.on('GET', 'files', `${base}/:language/cc/webvtt/`, read, (call) => webvtt(call, true));
	}

	api.on('POST', 'files', `${path}/`, 'can_write_asset_subtitles', (call) => {
		const asset = assetOf(call);
		const { version_id, content = 'WEBVTT\n', ...sent } = call.read(creation);
		const versionId = version_id ?? call.tenant.store.latestVersion(asset)?.id ?? '';
		found(
			asset.versions.find(({ id }) => id === versionId),
			'Asset version',
		);
		const added = addSubtitle(call.tenant, asset, versionId, { ...sent, content }, call.cause);
		return created(subtitleBody(added));
	});
	// The same place in the path takes an id or a language.
	api.on('GET', 'files', `${path}/:language/`, read, (call) =>
		ok(subtitleBody(either(call, false))),
	);
	api.on('GET', 'files', `${path}/:language/cc/`, read, (call) =>
		ok(subtitleBody(either(call, true))),
	);
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'files', `${path}/:language/`, 'can_write_asset_subtitles', (call) => {
			const sent = call.read(method === 'PUT' ? creation : creation.partial());
			const subtitle = either(call, false);
			const changes = Object.entries(sent).filter(([, value]) => value !== undefined);
			Object.assign(subtitle, Object.fromEntries(changes));
			call.tenant.index.touch(subtitle.asset_id);
			return ok(subtitleBody(subtitle));
		});
	api.on('DELETE', 'files', `${path}/:language/`, 'can_delete_assets', (call) => {
		call.tenant.store.subtitles.delete(either(call, false).id);
		return noContent();
	});
}

function subtitlesOf(call: Call): Subtitle[] {
	const { store } = call.tenant;
	const asset = assetOf(call);
	const versionId = call.params.version_id ?? store.latestVersion(asset)?.id;
	return [...store.subtitles.values()].filter(
		({ asset_id, version_id }) => asset_id === asset.id && version_id === versionId,
	);
}

function byLanguage(call: Call, closedCaptions: boolean): Subtitle | undefined {
	return subtitlesOf(call).find(
		({ language, closed_captions }) =>
			language === call.params.language && closed_captions === closedCaptions,
	);
}

function either(call: Call, closedCaptions: boolean): Subtitle {
	const { id: assetId } = assetOf(call);
	const byId = [...call.tenant.store.subtitles.values()].find(
		({ id, asset_id }) => id === call.params.language && asset_id === assetId,
	);
	return found(byId ?? byLanguage(call, closedCaptions), 'Subtitle');
}

function webvtt(call: Call, closedCaptions: boolean): Answer {
	const { content } = found(byLanguage(call, closedCaptions), 'Subtitle');
	return { status: 200, body: content, contentType: 'text/vtt; charset=utf-8' };
}

/** Lists leave the text out. */
function subtitleBody(subtitle: Subtitle): Record<string, unknown> {
	return omit(subtitle, 'content');
}
