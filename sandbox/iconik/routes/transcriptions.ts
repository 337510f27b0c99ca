import { z } from 'zod';
import { created, found, type Answer } from '../answers';
import type { Api, Call } from '../api';
import { createJob, runJob, updateJob } from '../domain/jobs';
import { newId } from '../ids';
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

const TRANSCRIPTION_MS = 1500;
const CUE_MS = 2000;

/** Speech to text. What is "heard" is the title of the asset, word by word. */
export function transcriptionRoutes(api: Api): void {
	const role = 'can_transcribe_content';
	const one = '/v1/transcribe/assets/:asset_id/profiles/default/';
	api.on('POST', 'transcode', one, role, (call) => {
		const { language } = call.read(options);
		return started(transcribe(call, assetOf(call), language ?? 'en'));
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
			if (asset) transcribe(call, asset, language ?? 'en', job.id);
		}
		updateJob(call.tenant, job, { status: 'FINISHED' });
		return started(job.id);
	});
}

const started = (id: string): Answer => created({ job_id: id });

function transcribe(call: Call, asset: Asset, language: string, parent?: string): string {
	const { tenant, cause, user } = call;
	const { store, index } = tenant;
	const version = found(store.latestVersion(asset), 'Asset version');
	const target = { object_type: 'assets', object_id: asset.id };
	const work = () => {
		for (const [at, word] of asset.title.split(/\s+/).entries()) {
			const now = store.now();
			const segment = {
				id: newId(),
				asset_id: asset.id,
				version_id: version.id,
				segment_type: 'TRANSCRIPTION',
				segment_text: word,
				time_start_milliseconds: at * CUE_MS,
				time_end_milliseconds: (at + 1) * CUE_MS,
				status: 'ACTIVE',
				user_id: user.id,
				date_created: now,
				date_modified: now,
			};
			store.segments.set(segment.id, segment);
			index.touch(segment.id);
		}
		version.transcribed_languages = [...new Set([...version.transcribed_languages, language])];
		index.touch(asset.id);
	};
	const job = { title: asset.title, type: 'TRANSCRIPTION', parent_id: parent, ...target };
	return runJob(tenant, cause, job, TRANSCRIPTION_MS, work).id;
}
