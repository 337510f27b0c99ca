import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { ALL_FOLDERS } from '../assets/folder';
import { readList } from '../transport/paging';
import { openForEditor } from './editor';

interface Listed {
	uid: string;
	name?: string;
	title?: string;
}

/** A list search over one of the stack's short lists, which are read whole and looked through here. */
function searchIn(path: string, key: string, qs: Record<string, string> = {}) {
	return async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const stack = await openForEditor.call(this);
		const all = await readList<Listed>(stack, path, key, qs);
		return {
			results: all
				.map(({ uid, name, title }) => ({ name: name || title || uid, value: uid }))
				.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())),
		};
	};
}

/** Asset folders by name: https://www.contentstack.com/docs/developers/apis/content-management-api#get-all-folders */
export const searchFolders = searchIn('/assets', 'assets', ALL_FOLDERS);
export const searchGlobalFields = searchIn('/global_fields', 'global_fields');
export const searchReleases = searchIn('/releases', 'releases');
export const searchTaxonomies = searchIn('/taxonomies', 'taxonomies');
export const searchWebhooks = searchIn('/webhooks', 'webhooks');
export const searchExtensions = searchIn('/extensions', 'extensions');
