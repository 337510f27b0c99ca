import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { FILE, KEYFRAME, listFiles, nameOf, PROXY, type FileKind } from '../media/mediaFiles';
import { subtitlesOf } from '../media/subtitles';
import { connect } from '../transport/client';
import { byLastId, collect } from '../transport/paging';
import type { Share } from '../types';

const MOST = 200;

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** The files of the chosen asset, of all its versions. */
const filesOf = (kind: FileKind): ListSearch =>
	async function (filter) {
		const assetId = chosen.call(this, 'assetId');
		if (assetId === '') return { results: [] };
		const list = { assetId, allVersions: true, limit: MOST };
		const files = await collect(listFiles(await connect(this), kind, list));
		return holding(
			filter,
			files.map((file) => ({
				name: [nameOf(file), file.format, file.status].filter(Boolean).join(' · '),
				value: file.id,
			})),
		);
	};

export const searchProxies = filesOf(PROXY);
export const searchKeyframes = filesOf(KEYFRAME);
export const searchFiles = filesOf(FILE);

/** The languages in which the chosen asset has captions. */
export async function searchSubtitleLanguages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const assetId = chosen.call(this, 'assetId');
	if (assetId === '') return { results: [] };
	const versionId = chosen.call(this, 'versionId');
	const subtitles = await subtitlesOf(await connect(this), { assetId, versionId });
	const languages = [...new Set(subtitles.map(({ language }) => language))].sort();
	return holding(
		filter,
		languages.map((language) => ({ name: language, value: language })),
	);
}

/** The shares of the chosen asset or collection. */
export async function searchShares(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const type =
		this.getCurrentNodeParameter('sharedType') === 'collections' ? 'collection' : 'asset';
	const id = chosen.call(this, `${type}Id`);
	if (id === '') return { results: [] };
	const path = `/API/assets/v1/${type}s/${encodeURIComponent(id)}/shares/` as const;
	const shares = byLastId<Share>(await connect(this), { path }, { perPage: 100, limit: MOST });
	return holding(
		filter,
		(await collect(shares)).map(({ id: value, title, expires }) => ({
			name: [title || value, expires?.slice(0, 10)].filter(Boolean).join(' · '),
			value,
		})),
	);
}

/** What was picked in another field. Nothing while that is still an expression that cannot be read. */
function chosen(this: ILoadOptionsFunctions, name: string): string {
	const value: unknown = this.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

/** iconik cannot search these lists by name, so what does not hold the words is left out here. */
function holding(
	filter: string | undefined,
	results: INodeListSearchResult['results'],
): INodeListSearchResult {
	const words = (filter ?? '').trim().toLowerCase();
	return { results: results.filter(({ name }) => name.toLowerCase().includes(words)) };
}
