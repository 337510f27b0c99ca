import { z } from 'zod';
import { created, found, type Answer } from '../answers';
import type { Api, Call } from '../api';
import { createJob, updateJob } from '../domain/jobs';
import { transcribe } from '../domain/transcription';
import type { Asset } from '../model';
import { bool, bulkIds, integer, oneOf, text, uuid } from '../schemas';
import { assetOf } from './assets/assets';

const options = z.object({
	language: text.nullish(),
	engine: text.nullish(),
	profile_id: uuid.optional(),
	force: bool.optional(),
	speakers: integer.nullish(),
	summary: bool.nullish(),
	topics_extraction: bool.optional(),
	translate_languages: z.array(text).nullish(),
});
const bulk = options.extend({
	object_type: oneOf('assets', 'collections', 'saved_searches'),
	object_ids: bulkIds,
});

/** Speech to text, for one asset or many. */
export function transcriptionRoutes(api: Api): void {
	const role = 'can_transcribe_content';
	const one = '/v1/transcribe/assets/:asset_id/profiles/default/';
	api.on('POST', 'transcode', one, role, (call) => {
		const { language } = call.read(options);
		return started(start(call, assetOf(call), language ?? 'en'));
	});
	api.on('POST', 'transcode', '/v1/transcribe/bulk/', role, (call) => {
		const { object_type, object_ids, language } = call.read(bulk);
		const { store } = call.tenant;
		const ids =
			object_type === 'collections'
				? store.memberships
						.filter(({ collection_id }) => object_ids.includes(collection_id))
						.map(({ object_id }) => object_id)
				: object_ids;
		const job = createJob(call.tenant, call.cause, { title: 'Transcribe', type: 'TRANSCRIPTION' });
		for (const id of ids) {
			const asset = store.assets.get(id);
			if (asset) start(call, asset, language ?? 'en', job.id);
		}
		updateJob(call.tenant, job, { status: 'FINISHED' });
		return started(job.id);
	});
}

const started = (id: string): Answer => created({ job_id: id });

function start(call: Call, asset: Asset, language: string, parent?: string): string {
	const version = found(call.tenant.store.latestVersion(asset), 'Asset version');
	return transcribe(call.tenant, asset, version, { language, parent }, call.cause);
}
