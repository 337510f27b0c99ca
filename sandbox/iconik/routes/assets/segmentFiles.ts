import { z } from 'zod';
import { created, noContent, notFound, type Answer } from '../../answers';
import type { Api, Call } from '../../api';
import { createJob, updateJob } from '../../domain/jobs';
import { toSrt, toWebVtt, type Cue } from '../../media/captions';
import type { Wire } from '../../model';
import { csv } from '../../paging';
import { uuid, uuids } from '../../schemas';
import { assetOf } from './assets';
import { changeSegment, createSegment, creation, edit, removeSegment, types } from './segments';

const many = <T extends z.ZodTypeAny>(one: T) =>
	z.object({
		objects: z
			.array(one)
			.min(1, 'Shorter than minimum length 1.')
			.max(500, 'Longer than maximum length 500.'),
	});
const selection = z.object({
	segment_ids: uuids.optional(),
	segment_type: types.optional(),
	version_id: uuid.nullish(),
});

/** Many segments at once, and segments as files of captions. */
export function segmentFileRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/segments';

	api.on('POST', 'assets', `${path}/bulk/`, 'can_create_segments', (call) => {
		for (const sent of call.read(many(creation)).objects) createSegment(call, sent);
		return doneJob(call);
	});
	api.on('PUT', 'assets', `${path}/bulk/`, 'can_write_segments', (call) => {
		const segments = new Map(segmentsOf(call).map((segment) => [segment.id, segment]));
		for (const { id, ...sent } of call.read(many(edit.extend({ id: uuid }))).objects) {
			const segment = segments.get(id);
			if (segment) changeSegment(call, segment, sent);
		}
		return doneJob(call);
	});
	api.on('DELETE', 'assets', `${path}/bulk/`, 'can_delete_segments', (call) => {
		const { segment_ids, segment_type, version_id } = call.read(selection);
		const doomed = segmentsOf(call)
			.filter(({ id }) => !segment_ids || segment_ids.includes(id))
			.filter((one) => !segment_type || one.segment_type === segment_type)
			.filter((one) => !version_id || one.version_id === version_id);
		if (doomed.length === 0) throw notFound('Segments');
		for (const segment of doomed) removeSegment(call, segment);
		return noContent();
	});
	const words = ({ query }: Call) => Number(query.words_per_line ?? 0) || undefined;
	const file = (name: string, type: string, write: (call: Call) => string): void =>
		api.on('GET', 'assets', `${path}/${name}/`, 'can_read_segments', (call) => ({
			status: 200,
			body: write(call),
			contentType: `${type}; charset=utf-8`,
		}));
	file('vtt', 'text/vtt', (call) => toWebVtt(cuesOf(call), words(call)));
	file('srt', 'text/srt', (call) => toSrt(cuesOf(call), words(call)));
	file('csv', 'text/csv', (call) =>
		[['time_start', 'time_end', 'segment_type', 'segment_text'], ...selected(call).map(row)]
			.map((cells) => cells.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(','))
			.join('\n')
			.concat('\n'),
	);
}

function doneJob(call: Call): Answer {
	const { id } = assetOf(call);
	const target = { object_type: 'assets', object_id: id };
	const job = createJob(call.tenant, call.cause, { title: 'Segments', type: 'CUSTOM', ...target });
	updateJob(call.tenant, job, { status: 'FINISHED' });
	return created({ job_id: job.id, status: job.status });
}

function segmentsOf(call: Call): Wire[] {
	const { id } = assetOf(call);
	return [...call.tenant.store.segments.values()].filter(
		({ asset_id, status }) => asset_id === id && status === 'ACTIVE',
	);
}

/** The segments that the query names, in the order of their times. */
function selected(call: Call): Wire[] {
	const { segment_type, version_id, transcription_id, segment_color, query } = call.query;
	const wanted = { segment_type, version_id, transcription_id, segment_color };
	const ids = csv(call, 'ids');
	return segmentsOf(call)
		.filter((one) => Object.entries(wanted).every(([name, value]) => !value || one[name] === value))
		.filter(({ id }) => !ids || ids.includes(id))
		.filter((one) => !query || String(one.segment_text ?? '').includes(query))
		.sort((a, b) => Number(a.time_start_milliseconds) - Number(b.time_start_milliseconds));
}

/** Captions are what was said, unless another type of segment is asked for. */
function cuesOf(call: Call): Cue[] {
	return selected(call)
		.filter((one) => call.query.segment_type || one.segment_type === 'TRANSCRIPTION')
		.map((one) => ({
			startMs: Number(one.time_start_milliseconds ?? 0),
			endMs: Number(one.time_end_milliseconds ?? 0),
			text: String(one.segment_text ?? ''),
		}));
}

function row(one: Wire): string[] {
	return [
		one.time_start_milliseconds,
		one.time_end_milliseconds,
		one.segment_type,
		one.segment_text,
	].map((cell) => String(cell ?? ''));
}
