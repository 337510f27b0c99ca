import { createByHand, liveVersions } from '../../client/entries';
import { assetByExternalId, versionId, type LibraryAsset } from '../../client/library';
import { savedEntry } from '../../client/mediaEntries';
import { failureOf, outputsOf } from '../../n8n/execution';
import { until } from '../../n8n/instance';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '09-withdraw-expired-media.json';
const DOWN_WITHIN_MS = 20_000;

/** Live media of which something goes wrong in iconik, by what a person does there. */
const WRONG: Record<string, [asset: string, action: string, more?: Record<string, unknown>]> = {
	blocked: ['HO-summit-cutdown', 'block'],
	deleted: ['HO-patch-tent', 'delete-asset'],
	'rights over': ['HO-amelie-kit', 'update-metadata', { values: { RightsExpiry: '2020-01-31' } }],
};
const EXPIRES_SOON = 'HO-ingrid-training';

/** What may no longer be shown leaves the website; what expires soon is warned of. */
export const expiredMedia: Scenario = {
	name: 'Withdraw expired media',
	templates: { [TEMPLATE]: () => ({ config: { warnDays: 40 } }) },
	async run(context) {
		const all = Object.entries(WRONG).map(async ([why, [externalId, action, more]]) => {
			const asset = await showLive(context, externalId);
			return await goesDown(context, asset, why, { action, more });
		});
		const parts = await Promise.all(all);
		await showLive(context, EXPIRES_SOON);
		parts.push(await dailyCheck(context));
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

/** A media entry that is live, as an earlier approval has left it. */
async function showLive(context: ScenarioContext, externalId: string): Promise<LibraryAsset> {
	const asset = await assetByExternalId(context, externalId);
	const fields = {
		title: asset.title,
		iconik_asset_id: asset.id,
		iconik_version_id: versionId(asset, 1),
		iconik_version_number: 1,
		iconik_state: 'ready',
	};
	await createByHand(context, 'iconik_media', fields, ['production', 'staging']);
	return asset;
}

async function goesDown(
	context: ScenarioContext,
	asset: LibraryAsset,
	why: string,
	{ action, more }: { action: string; more?: Record<string, unknown> },
): Promise<Outcome> {
	const start = Date.now();
	await context.iconik.control.act(action, { asset_id: asset.id, ...more });
	const entry = await until(`"${asset.title}" is down`, DOWN_WITHIN_MS, async () => {
		const saved = await savedEntry(context, asset.id);
		const places = saved ? await liveVersions(context, 'iconik_media', saved.uid) : [];
		return places.length === 0 ? saved : undefined;
	});
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	return {
		happened: `${why}: down after ${seconds} s`,
		ok: entry.iconik_state === 'withdrawn' && Boolean(entry.iconik_hold_reason),
	};
}

async function dailyCheck({ n8n, workflow }: ScenarioContext): Promise<Outcome> {
	const execution = await n8n.run(workflow(TEMPLATE));
	const failure = failureOf(execution);
	if (failure) return { happened: failure, ok: false };
	const warnings = (outputsOf(execution, 'It Expires Soon')[0] ?? []).length;
	const heartbeat = outputsOf(execution, 'Heartbeat')[0]?.[0]?.json;
	return {
		happened: `daily check of ${String(heartbeat?.live_entries)} live entries: ${warnings} expire soon`,
		ok: warnings > 0 && heartbeat !== undefined,
	};
}
