import { z } from 'zod';
import { compact, created, found, noContent, ok } from '../../answers';
import type { Api, Call } from '../../api';
import { newId } from '../../ids';
import type { Wire } from '../../model';
import { csv, flag, page, sorted } from '../../paging';
import { bool, integer, oneOf, text, uuid } from '../../schemas';
import { assetOf } from './assets';

export const types = oneOf(
	'MARKER',
	'QC',
	'GENERIC',
	'COMMENT',
	'TAG',
	'TRANSCRIPTION',
	'SCENE',
	'PERSON',
);
export const edit = z.object({
	segment_type: types,
	segment_text: text.nullish(),
	segment_color: text.optional(),
	segment_track: text.nullish(),
	segment_checked: bool.optional(),
	time_start_milliseconds: integer.nullish(),
	time_end_milliseconds: integer.nullish(),
	version_id: uuid.optional(),
	external_id: text.nullish(),
	metadata: z.record(z.unknown()).optional(),
	metadata_view_id: uuid.nullish(),
	project_id: uuid.nullish(),
	share_id: uuid.nullish(),
});
export const creation = edit.extend({ parent_id: uuid.optional() });

export function segmentRoutes(api: Api): void {
	const path = '/v1/assets/:asset_id/segments';

	api.on('POST', 'assets', `${path}/`, 'can_create_segments', (call) =>
		created(createSegment(call, call.read(creation))),
	);
	api.on('GET', 'assets', `${path}/`, 'can_read_segments', list);
	api.on('GET', 'assets', `${path}/:segment_id/`, 'can_read_segments', (call) => {
		const { segment_id = '' } = call.params;
		// The same place in the path takes a segment type.
		if (types.safeParse(segment_id).success) {
			call.query.segment_type = segment_id;
			return list(call);
		}
		return ok(segmentOf(call));
	});
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'assets', `${path}/:segment_id/`, 'can_write_segments', (call) => {
			const segment = segmentOf(call);
			changeSegment(call, segment, call.read(edit));
			return ok(segment);
		});
	api.on('DELETE', 'assets', `${path}/:segment_id/`, 'can_delete_segments', (call) => {
		const segment = segmentOf(call);
		if (flag(call, 'soft_delete')) segment.status = 'DELETED';
		else removeSegment(call, segment);
		call.tenant.index.touch(segment.id, String(segment.asset_id));
		return noContent();
	});
}

export function createSegment(call: Call, sent: z.output<typeof creation>): Wire {
	const { store, index } = call.tenant;
	const asset = assetOf(call);
	const now = store.now();
	const segment = {
		version_id: store.latestVersion(asset)?.id,
		segment_color: '#ffcc00',
		segment_checked: false,
		...compact(sent),
		id: newId(),
		asset_id: asset.id,
		status: 'ACTIVE',
		top_level: sent.parent_id === undefined,
		has_drawing: false,
		user_id: call.user.id,
		user_first_name: call.user.first_name,
		user_last_name: call.user.last_name,
		date_created: now,
		date_modified: now,
	} as Wire;
	store.segments.set(segment.id, segment);
	index.touch(segment.id, asset.id);
	return segment;
}

export function changeSegment(call: Call, segment: Wire, sent: z.output<typeof edit>): void {
	Object.assign(segment, compact(sent), { date_modified: call.tenant.store.now() });
	call.tenant.index.touch(segment.id);
}

/** For good, which is what iconik does unless it is told to keep the segment as a deleted one. */
export function removeSegment({ tenant }: Call, segment: Wire): void {
	tenant.store.segments.delete(segment.id);
	tenant.index.touch(segment.id, String(segment.asset_id));
}

function list(call: Call) {
	const { id } = assetOf(call);
	const { segment_type, version_id, query, sort } = call.query;
	const from = Number(call.query.time_start_milliseconds__gte ?? Number.NEGATIVE_INFINITY);
	const to = Number(call.query.time_end_milliseconds__lte ?? Number.POSITIVE_INFINITY);
	const ids = csv(call, 'ids');
	const segments = [...call.tenant.store.segments.values()]
		.filter(({ asset_id, status }) => asset_id === id && status === 'ACTIVE')
		.filter((one) => !segment_type || one.segment_type === segment_type)
		.filter((one) => !version_id || one.version_id === version_id)
		.filter((one) => !ids || ids.includes(one.id))
		.filter((one) => !query || String(one.segment_text ?? '').includes(query))
		.filter((one) => Number(one.time_start_milliseconds ?? 0) >= from)
		.filter((one) => Number(one.time_end_milliseconds ?? 0) <= to);
	return page(call, sorted(segments, sort), { extra: { facets: {} } });
}

function segmentOf(call: Call): Wire {
	const segment = call.tenant.store.segments.get(call.params.segment_id ?? '');
	return found(segment?.asset_id === assetOf(call).id ? segment : undefined, 'Segment');
}
