import type { INodeProperties } from 'n8n-workflow';
import { uidLocator } from '../uidLocator';

/** The page of an asset in the web app, or the address of its file. */
const ASSET_URL = 'https?://[^/]+/(?:.*#!/.*/assets/|v3/assets/[^/]+/(?=[^/]+/))([a-zA-Z0-9_]+).*';

/** The field that chooses an asset, for these operations. */
export function assetLocator(operations: string[]): INodeProperties {
	return uidLocator({
		name: 'asset',
		displayName: 'Asset',
		show: { resource: ['asset'], operation: operations },
		search: 'searchAssets',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		hint: 'To use the asset of the step before, take {{ $json.uid }}',
		url: {
			regex: ASSET_URL,
			placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/assets/blt…',
		},
	});
}
