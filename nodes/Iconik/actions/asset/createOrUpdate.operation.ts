import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { assetFacts, assetPath, readAsset } from '../../media/asset';
import { findByKey, readIfThere, type AssetKey, type KeyedAsset } from '../../media/assetKey';
import { inTurn } from '../../media/inTurn';
import { recall, remember } from '../../media/madeAssets';
import { makeWithKey, writeKey } from '../../media/newAsset';
import { viewId } from '../../media/settings';
import type { IconikClient } from '../../transport/client';
import { locatedId } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { differingKeys, patchOf, toAssetBody, type AssetSettings } from './assetFields';
import { fields } from './createOrUpdate.fields';

export const description = fields;

interface Settings extends AssetSettings {
	whenDeleted?: 'create' | 'restore';
}

export const execute: ItemOperation = async function (iconik, index) {
	const key = await keyOf.call(this, iconik, index);
	const name = [iconik.origin, iconik.appId, ...Object.values(key)].join('\n');
	return await inTurn(name, async () => await save.call(this, iconik, index, key, name));
};

async function save(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
	key: AssetKey,
	name: string,
): Promise<IDataObject> {
	const collectionId = locatedId.call(this, 'collectionId', index);
	const { whenDeleted, ...settings } = this.getNodeParameter('settings', index, {}) as Settings;
	const title = String(this.getNodeParameter('title', index, '') ?? '').trim();
	const body = toAssetBody({ ...settings, title });
	const known = await lookUp(iconik, key, name, collectionId);
	const isDeleted = known?.asset.status === 'DELETED';
	if (known && !(isDeleted && whenDeleted === 'create')) {
		const { changed, asset } = await update(iconik, known.asset, body, collectionId);
		if (await writeKey(iconik, asset.id, key)) changed.push('metadata');
		const result = changed.length > 0 ? 'updated' : 'unchanged';
		return { result, changed, ...assetFacts(asset), duplicates: known.duplicates };
	}
	if (title === '')
		throw new NodeOperationError(this.getNode(), 'The title is missing', {
			itemIndex: index,
			description: `iconik has no asset with "${key.value}" yet, and makes none without a title.`,
		});
	const made = await makeWithKey(
		iconik,
		key,
		{ ...body, type: this.getNodeParameter('assetType', index) as string },
		collectionId,
		(id) => remember(name, id),
	);
	return { result: 'created', changed: [], ...assetFacts(made), duplicates: [] };
}

/** An asset made here a moment ago is read by its ID: the search may not know it yet. */
async function lookUp(
	iconik: IconikClient,
	key: AssetKey,
	name: string,
	collectionId: string,
): Promise<KeyedAsset | undefined> {
	const id = recall(name);
	const asset = id === undefined ? undefined : await readIfThere(iconik, id);
	const isStillKeyed = key.kind === 'metadata' || asset?.external_id === key.value;
	const known = asset && isStillKeyed ? { asset, duplicates: [] } : undefined;
	if (known && asset?.status !== 'DELETED') return known;
	return (await findByKey(iconik, key, collectionId)) ?? known;
}

async function update(
	iconik: IconikClient,
	asset: KeyedAsset['asset'],
	body: IDataObject,
	collectionId: string,
): Promise<{ changed: string[]; asset: KeyedAsset['asset'] }> {
	const path = assetPath(asset.id);
	const differing = differingKeys(asset, body);
	const changed = [...differing];
	if (asset.status === 'DELETED') {
		await iconik.request({ method: 'PUT', path: `${path}restore/` });
		changed.push('status');
	}
	if (differing.length > 0)
		await iconik.request({ method: 'PATCH', path, body: patchOf(asset, body, differing) });
	const isThere = (asset.in_collections as string[] | undefined)?.includes(collectionId);
	if (collectionId && !isThere) {
		await iconik.request({
			method: 'POST',
			path: `/API/assets/v1/collections/${encodeURIComponent(collectionId)}/contents/`,
			body: { object_id: asset.id, object_type: 'assets' },
		});
		changed.push('in_collections');
	}
	return { changed, asset: changed.length > 0 ? await readAsset(iconik, asset.id) : asset };
}

async function keyOf(
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
): Promise<AssetKey> {
	const text = (name: string) => String(this.getNodeParameter(name, index, '') ?? '').trim();
	const isExternal = this.getNodeParameter('matchBy', index) === 'externalId';
	const value = text(isExternal ? 'externalId' : 'metadataValue');
	const missing =
		value === ''
			? 'value to match on'
			: !isExternal && !text('metadataView')
				? 'metadata view'
				: !isExternal && !text('metadataField')
					? 'metadata field'
					: undefined;
	if (missing)
		throw new NodeOperationError(this.getNode(), `This item has no ${missing}`, {
			itemIndex: index,
			description:
				'Without it the asset cannot be told from others. Filter such items out, or check the expression.',
		});
	if (isExternal) return { kind: 'externalId', value };
	const view = await viewId(iconik, this.getNode(), text('metadataView'));
	return { kind: 'metadata', viewId: view, field: text('metadataField'), value };
}
