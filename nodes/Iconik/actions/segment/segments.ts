import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { assetPath } from '../../media/asset';
import type { IconikClient } from '../../transport/client';
import { byPage } from '../../transport/paging';
import { assetIdOf } from '../assetLocator';

export interface Segment extends IDataObject {
	id: string;
	external_id?: string | null;
}

/** Where the segments of the chosen asset are in the API. */
export function segmentsPath(this: IExecuteFunctions, index: number): `/API/${string}/` {
	return `${assetPath(assetIdOf.call(this, index))}segments/`;
}

/** Options of comments and markers alike. */
export const segmentOptions: INodeProperties[] = [
	{
		displayName: 'End (Milliseconds)',
		name: 'end',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Where the time span ends; at its start when left out',
	},
	{
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		description:
			'An ID of your own. When the asset has one with it already, that one is returned and none is made, so that a repeated run makes no second one.',
	},
	{
		displayName: 'Version ID',
		name: 'versionId',
		type: 'string',
		default: '',
		description: 'The version that it belongs to; the latest when empty',
	},
];

export interface SegmentOptions {
	end?: number;
	externalId?: string;
	versionId?: string;
}

/** What of the options goes into the body. `start` in milliseconds; without one the segment is about the whole asset. */
export function bodyOf(start: number | undefined, options: SegmentOptions): IDataObject {
	const { end, externalId, versionId } = options;
	return {
		...(start !== undefined && {
			time_start_milliseconds: start,
			time_end_milliseconds: Math.max(end ?? start, start),
		}),
		...(externalId && { external_id: externalId }),
		...(versionId && { version_id: versionId }),
	};
}

/** Makes a segment, or gives the one that has the same external ID. iconik cannot be asked for that ID, so the list is gone through. */
export async function makeOnce(
	iconik: IconikClient,
	path: `/API/${string}/`,
	body: IDataObject,
): Promise<{ segment: Segment; isNew: boolean }> {
	if (body.external_id) {
		const query = { segment_type: body.segment_type };
		for await (const known of byPage<Segment>(iconik, { path, query }, { perPage: 500 }))
			if (known.external_id === body.external_id) return { segment: known, isNew: false };
	}
	const segment = await iconik.request<Segment>({ method: 'POST', path, body });
	return { segment, isNew: true };
}

/** The facts of a segment that most workflows need. */
export const simplified = (segment: Segment): IDataObject => ({
	id: segment.id,
	asset_id: segment.asset_id ?? null,
	version_id: segment.version_id ?? null,
	type: segment.segment_type ?? null,
	text: segment.segment_text ?? '',
	start_ms: segment.time_start_milliseconds ?? null,
	end_ms: segment.time_end_milliseconds ?? null,
	parent_id: segment.parent_id ?? null,
	is_done: segment.segment_checked === true,
	user_id: segment.user_id ?? null,
});
