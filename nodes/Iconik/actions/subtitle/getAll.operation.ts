import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { subtitlePath } from '../../media/subtitles';
import { byLastId, collect } from '../../transport/paging';
import type { Subtitle } from '../../types';
import { assetIdOf } from '../assetLocator';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { optionalVersionId } from '../versionLocator';

export const description: INodeProperties[] = limitFields({
	resource: ['subtitle'],
	operation: ['getAll'],
});

export const execute: ItemOperation = async function (iconik, index) {
	const versionId = optionalVersionId.call(this, index);
	const path = subtitlePath(assetIdOf.call(this, index), versionId);
	const limit = limitOf.call(this, index);
	const subtitles = byLastId<Subtitle & IDataObject>(iconik, { path }, { perPage: 100, limit });
	return await collect(subtitles);
};
