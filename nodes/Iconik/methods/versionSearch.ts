import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readAsset } from '../media/asset';
import { newestFirst } from '../media/versions';
import { connect } from '../transport/client';

/** The versions of the chosen asset, newest first. Nothing while the asset is still an expression that cannot be read. */
export async function searchVersions(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const chosen: unknown = this.getCurrentNodeParameter('assetId', { extractValue: true });
	if (typeof chosen !== 'string' || chosen === '' || chosen.startsWith('=')) return { results: [] };
	const { versions } = await readAsset(await connect(this), chosen);
	return {
		results: newestFirst(versions).map(({ id, version_number, date_created }) => ({
			name: [`Version ${version_number ?? id}`, date_created?.slice(0, 10)]
				.filter(Boolean)
				.join(' · '),
			value: id,
		})),
	};
}
