import type { INodeProperties } from 'n8n-workflow';
import { idLocator, pickedId } from '../idLocator';
import type { ItemOperation } from '../operation';
import { segmentsPath } from './segments';

export const description: INodeProperties[] = [
	idLocator({
		displayName: 'Segment',
		name: 'segmentId',
		searchListMethod: 'searchSegments',
		show: { resource: ['segment'], operation: ['delete'] },
	}),
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = encodeURIComponent(pickedId.call(this, 'segmentId', index, 'segment'));
	await iconik.request({ method: 'DELETE', path: `${segmentsPath.call(this, index)}${id}/` });
	return { deleted: true };
};
