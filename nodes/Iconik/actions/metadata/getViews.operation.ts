import type { IDataObject } from 'n8n-workflow';
import { listViews } from '../../media/settings';
import type { ItemOperation } from '../operation';

export const execute: ItemOperation = async function (iconik) {
	return (await listViews(iconik)) as unknown as IDataObject[];
};
