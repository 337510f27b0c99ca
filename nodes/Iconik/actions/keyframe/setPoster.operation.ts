import { NodeOperationError } from 'n8n-workflow';
import { KEYFRAME } from '../../media/mediaFiles';
import type { Asset, Keyframe } from '../../types';
import { chosenFile, whichFields } from '../mediaFile/fields';
import type { ItemOperation } from '../operation';

export const description = whichFields(KEYFRAME, ['setPoster']);

/** iconik keeps the choice in two places: as the asset's own picture, and as the poster that the media package looks at. */
export const execute: ItemOperation = async function (iconik, index) {
	const { assetId, file } = await chosenFile.call(this, iconik, KEYFRAME, index);
	const { id, type } = file as Keyframe;
	if (type === 'KEYFRAME_MAP')
		throw new NodeOperationError(this.getNode(), 'A keyframe map cannot be a poster', {
			description: 'It is a sheet of many small pictures. Pick a keyframe or a poster.',
		});
	const asset = encodeURIComponent(assetId);
	if (type === 'POSTER')
		await iconik.request({
			method: 'POST',
			path: `/API/files/v1/assets/${asset}/custom_keyframe/${encodeURIComponent(id)}/`,
			query: { overwrite: true },
			repeatable: true,
		});
	const path = `/API/assets/v1/assets/${asset}/` as const;
	const { custom_poster } = await iconik.request<Asset>({ path });
	if (custom_poster !== id)
		await iconik.request({ method: 'PATCH', path, body: { custom_poster: id } });
	return { asset_id: assetId, keyframe_id: id, type: type ?? null, custom_poster: id };
};
