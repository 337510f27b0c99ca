import { newId } from '../ids';
import type { Asset, Version } from '../model';
import type { Cause, Tenant } from '../tenant';
import { runJob } from './jobs';

const TRANSCRIPTION_MS = 1500;
const CUE_MS = 2000;

/** Speech to text in the background. What is "heard" is the title of the asset, word by word. Gives the job's id. */
export function transcribe(
	tenant: Tenant,
	asset: Asset,
	version: Version,
	{ language, parent }: { language: string; parent?: string },
	cause: Cause,
): string {
	const { store, index } = tenant;
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
				user_id: cause.userId,
				date_created: now,
				date_modified: now,
			};
			store.segments.set(segment.id, segment);
			index.touch(segment.id);
		}
		version.transcribed_languages = [...new Set([...version.transcribed_languages, language])];
		index.touch(asset.id);
	};
	const target = { object_type: 'assets', object_id: asset.id, parent_id: parent };
	const job = { title: asset.title, type: 'TRANSCRIPTION', ...target };
	return runJob(tenant, cause, job, TRANSCRIPTION_MS, work).id;
}
