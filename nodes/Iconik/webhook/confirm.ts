import type { IDataObject, INode } from 'n8n-workflow';
import { assetPath } from '../media/asset';
import { choose, flatten } from '../media/metadataValues';
import { viewId } from '../media/settings';
import { newestFirst } from '../media/versions';
import type { Call, IconikClient } from '../transport/client';
import type { Listed } from '../transport/paging';
import type { Asset, MetadataValues, MetadataView } from '../types';
import type { Read } from './eventKinds';

export interface Look {
	iconik: IconikClient;
	node: INode;
	read: Read;
}

/** The item with what iconik says now, or `undefined` when it shows that the event is not the one that is waited for. */
export type Confirm = (item: IDataObject, look: Look) => Promise<IDataObject | undefined>;

/** The sender waits for its answer, so each look is short and not repeated. */
export const HASTE: Pick<Call, 'tries' | 'timeoutMs'> = { tries: 1, timeoutMs: 8000 };

/** Something came online. It is a new version only when there is an earlier one. */
export const newVersion: Confirm = async (item, { iconik }) => {
	const asset = await iconik.find<Asset>({ path: assetPath(idOf(item)), ...HASTE });
	if (!asset) return item;
	const [latest, ...earlier] = newestFirst(asset.versions);
	if (!latest || earlier.length === 0) return undefined;
	return { ...item, version_id: latest.id, version_number: latest.version_number ?? null };
};

/** Whether one of the chosen fields was written, as far as the event says what was; with their values as they are now. */
export const changedMetadata: Confirm = async (item, { iconik, node, read }) => {
	const given = read<string[]>('metadataViews', []);
	const views = await Promise.all(given.map(async (view) => await viewId(iconik, node, view)));
	const chosen = read<string[]>('metadataFields', []);
	const fields = chosen.length > 0 ? chosen : await fieldsOf(iconik, views);
	const written = Object.keys(flatten(item.data as MetadataValues));
	const isMeant = fields.length === 0 || fields.some((field) => written.includes(field));
	if (written.length > 0 && !isMeant) return undefined;
	if (views.length === 0) return { ...item, changed_fields: written };
	const values = await Promise.all(
		views.map(async (view) => {
			const path =
				`/API/metadata/v1/assets/${encodeURIComponent(idOf(item))}/views/${view}/` as const;
			return flatten(await iconik.find<MetadataValues>({ path, ...HASTE }));
		}),
	);
	const metadata = choose(Object.assign({}, ...values) as IDataObject, chosen) as IDataObject;
	return { ...item, changed_fields: written, metadata };
};

async function fieldsOf(iconik: IconikClient, views: readonly string[]): Promise<string[]> {
	const found = await Promise.all(
		views.map(
			async (id) =>
				await iconik.find<MetadataView>({ path: `/API/metadata/v1/views/${id}/`, ...HASTE }),
		),
	);
	return found.flatMap((view) => (view?.view_fields ?? []).map(({ name }) => name));
}

interface Comment extends IDataObject {
	id: string;
}

/** Segments are also markers and transcriptions: only a comment counts. Which one it was is read, or taken to be the newest. */
export const addedComment: Confirm = async (item, { iconik }) => {
	const data = item.data as IDataObject;
	const isOther = typeof data.segment_type === 'string' && data.segment_type !== 'COMMENT';
	if (isOther) return undefined;
	if (item.asset_id === null) return { ...item, comment: null };
	const path = `${assetPath(idOf(item))}segments/` as const;
	const id = encodeURIComponent(String(data.id ?? item.object_id));
	const found = await iconik.find<Comment>({ path: `${path}${id}/`, ...HASTE });
	if (found && found.segment_type !== 'COMMENT') return undefined;
	const comment = found ?? (await newestComment(iconik, path));
	return { ...item, comment: comment ? factsOf(comment) : null };
};

function factsOf(comment: Comment): IDataObject {
	const { id, segment_text, time_start_milliseconds, parent_id, user_id, date_created } = comment;
	return { id, segment_text, time_start_milliseconds, parent_id, user_id, date_created };
}

async function newestComment(
	iconik: IconikClient,
	path: `/API/${string}/`,
): Promise<Comment | undefined> {
	const query = { segment_type: 'COMMENT', sort: 'date_created,desc', page: 1, per_page: 1 };
	return (await iconik.find<Listed<Comment>>({ path, query, ...HASTE }))?.objects?.[0];
}

const idOf = ({ asset_id }: IDataObject) => String(asset_id);
