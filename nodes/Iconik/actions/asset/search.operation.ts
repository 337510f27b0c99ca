import type { IDataObject } from 'n8n-workflow';
import {
	countAssets,
	findAssets,
	SIMPLE_FIELDS,
	withoutSearchMarks,
	type AssetSearch,
} from '../../media/assetSearch';
import { flattenLists } from '../../media/metadataValues';
import { viewId } from '../../media/settings';
import { collect } from '../../transport/paging';
import { limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { metadataTerms, type MetadataCondition } from './metadataConditions';
import { fields } from './search.fields';
import { statusTerm, termsOf, type Filters } from './searchFilters';
import { sortOf, type Order } from './searchOrder';

export const description = fields;

interface Options extends Order {
	fields?: string[];
	metadataView?: string;
}

export const execute: ItemOperation = async function (iconik, index) {
	const filters = this.getNodeParameter('filters', index, {}) as Filters;
	const { conditions = [] } = this.getNodeParameter('metadataConditions', index, {}) as {
		conditions?: MetadataCondition[];
	};
	const search: AssetSearch = {
		query: (this.getNodeParameter('query', index, '') as string) || undefined,
		terms: [statusTerm(filters), ...termsOf(filters), ...conditions.flatMap(metadataTerms)],
	};
	if (this.getNodeParameter('output', index, 'assets') === 'counts')
		return await countAssets(iconik, search, this.getNodeParameter('facets', index) as string[]);

	const options = this.getNodeParameter('options', index, {}) as Options;
	const simplify = this.getNodeParameter('simplify', index) as boolean;
	const view = await viewId(iconik, this.getNode(), options.metadataView ?? '');
	const chosen = options.fields?.length ? ['id', ...options.fields] : undefined;
	const wanted = chosen ?? (simplify ? SIMPLE_FIELDS : undefined);
	const found = findAssets(
		iconik,
		{
			...search,
			sort: sortOf(options),
			fields: wanted && view && !wanted.includes('metadata') ? [...wanted, 'metadata'] : wanted,
			viewId: view || undefined,
		},
		{ limit: limitOf.call(this, index) },
	);
	const assets = (await collect(found)).map(withoutSearchMarks);
	return wanted ? assets.map((asset) => onlyFields(asset, chosen, !!view)) : assets;
};

/** Some fields, such as the title, come unasked. Metadata is made flat, as everywhere else. */
function onlyFields(
	asset: IDataObject,
	chosen: readonly string[] | undefined,
	withMetadata: boolean,
): IDataObject {
	const { metadata, ...others } = asset;
	const kept = chosen
		? Object.fromEntries(Object.entries(others).filter(([name]) => chosen.includes(name)))
		: others;
	if (!withMetadata && !chosen?.includes('metadata')) return kept;
	return { ...kept, metadata: flattenLists(metadata) };
}
