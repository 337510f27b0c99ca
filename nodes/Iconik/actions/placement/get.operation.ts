import type { INodeProperties } from 'n8n-workflow';
import { sideBySide } from '../../../../lib/batches';
import { isInScope } from '../../placements/difference';
import { assetsOfEntry, placementsOf } from '../../placements/records';
import { assetIdOf, assetLocator } from '../assetLocator';
import type { ItemOperation } from '../operation';
import { entryFields, entryOf, fieldOf, shown } from './fields';

const show = { resource: ['placement'], operation: ['get'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Placements Of',
		name: 'placementsOf',
		type: 'options',
		options: [
			{ name: 'Asset', value: 'asset', description: 'Where an asset is used' },
			{ name: 'Entry', value: 'entry', description: 'Which assets an entry uses' },
		],
		default: 'asset',
		displayOptions: { show },
	},
	{ ...assetLocator, displayOptions: { show: { ...show, placementsOf: ['asset'] } } },
	...entryFields({ operation: ['get'], placementsOf: ['entry'] }),
];

const WIDTH = 10;

export const execute: ItemOperation = async function (iconik, index) {
	const field = await fieldOf.call(this, iconik, index);
	if (this.getNodeParameter('placementsOf', index, 'asset') === 'asset') {
		const assetId = assetIdOf.call(this, index);
		const placements = await placementsOf(iconik, field, assetId);
		return placements.map((placement) => shown(assetId, placement));
	}
	const entry = entryOf.call(this, index);
	const ids = await assetsOfEntry(iconik, field, entry);
	const outcomes = await sideBySide(ids, WIDTH, async (id) =>
		(await placementsOf(iconik, field, id))
			.filter((placement) => isInScope(placement, entry, {}))
			.map((placement) => shown(id, placement)),
	);
	const failed = outcomes.find((outcome) => !outcome.ok);
	if (failed && !failed.ok) return await Promise.reject(failed.error);
	return outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []));
};
