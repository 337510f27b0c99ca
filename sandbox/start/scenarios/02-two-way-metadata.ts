import { createByHand } from '../../client/entries';
import { FILM_PAGE, installFilmPages, placementsOf, reference } from '../../client/filmPages';
import { assetByExternalId, versionId, type LibraryAsset } from '../../client/library';
import { liveEntry, savedEntry, type MediaEntry } from '../../client/mediaEntries';
import { until } from '../../n8n/instance';
import { asItIs, type Outcome, type Scenario, type ScenarioContext } from '../scenario';

const TEMPLATE = '02-two-way-metadata.json';
const WITHIN_MS = 30_000;
const DESCRIPTION = 'Two climbers, one ridge, and the first light of May.';

/** What changes in iconik goes live in Contentstack, and pages of Contentstack stand in iconik, for a video that is live. */
export const twoWayMetadata: Scenario = {
	name: 'Two-way metadata',
	templates: { [TEMPLATE]: asItIs },
	async run(context) {
		const { id } = await showLive(context);
		const parts = [await toContentstack(context, id), await toIconik(context, id)];
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

/** An approved video with a media entry that is live, as an earlier approval has left it. */
async function showLive(context: ScenarioContext): Promise<LibraryAsset> {
	const asset = await assetByExternalId(context, 'HO-wax-boots');
	await context.iconik.control.act('approve', { asset_id: asset.id });
	const fields = {
		title: asset.title,
		iconik_asset_id: asset.id,
		iconik_version_id: versionId(asset, 1),
		iconik_version_number: 1,
		iconik_state: 'ready',
	};
	await createByHand(context, 'iconik_media', fields, ['production']);
	return asset;
}

async function toContentstack(context: ScenarioContext, assetId: string): Promise<Outcome> {
	const start = Date.now();
	await context.iconik.control.act('update-metadata', {
		asset_id: assetId,
		values: { Description: DESCRIPTION },
	});
	const ok = await until('the description is live', WITHIN_MS, async () =>
		(await liveEntry(context, assetId))?.description === DESCRIPTION ? true : undefined,
	);
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	return { happened: `a description changed in iconik was live after ${seconds} s`, ok };
}

async function toIconik(context: ScenarioContext, assetId: string): Promise<Outcome> {
	await installFilmPages(context);
	const hero = reference((await savedEntry(context, assetId)) as MediaEntry);
	const fields = { title: 'Spring on the ridge', url: '/spring-on-the-ridge', hero };
	const { uid } = await createByHand(context, FILM_PAGE, fields, ['production']);
	const isKnown = await until('iconik knows the page', WITHIN_MS, async () =>
		(await placementsOf(context, assetId)).some((text) => text.includes(uid)) ? true : undefined,
	);
	const page = { contentType: FILM_PAGE, uid, environments: ['production'] };
	await context.contentstack.control.act('unpublish-entry', page);
	const isGone = await until('iconik has forgotten the page', WITHIN_MS, async () =>
		(await placementsOf(context, assetId)).length === 0 ? true : undefined,
	);
	return {
		happened: 'a page that shows it stood in iconik while it was live',
		ok: isKnown && isGone,
	};
}
