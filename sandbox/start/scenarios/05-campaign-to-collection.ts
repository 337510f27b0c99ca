import { createCampaign, readCampaign, saveCampaign, treeOf } from '../../client/campaigns';
import { writes } from '../../client/controlApi';
import { until } from '../../n8n/instance';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '05-campaign-to-collection.json';
const WITHIN_MS = 30_000;
const COLLECTIONS = 5;

/** A campaign is created in Contentstack and gets its tree of collections in iconik; renamed there, it is renamed here. */
export const campaignToCollection: Scenario = {
	name: 'Campaign to collection',
	templates: { [TEMPLATE]: () => ({ config: { accessGroup: 'Media team' } }) },
	async run(context) {
		const known = await context.n8n.executions(context.workflow(TEMPLATE));
		const { uid } = await createCampaign(context, {
			title: 'Winter on the Ridge',
			kind: 'season',
			starts: '2031-12-01',
			ends: '2032-02-28',
		});
		// One run for the campaign, one for the link that it writes into the entry.
		await context.n8n.newExecutions(context.workflow(TEMPLATE), known, 2);
		const parts = [
			await made(context, uid),
			await renamed(context, uid),
			await again(context, uid),
		];
		return {
			happened: parts.map(({ happened }) => happened).join('; '),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

async function made(context: ScenarioContext, uid: string): Promise<Outcome> {
	const tree = await treeOf(context, uid);
	const { iconik_collection_id: id, iconik_collection_url: url } = await readCampaign(context, uid);
	const isLinked = id === tree[0]?.id && Boolean(url?.includes(String(id)));
	return {
		happened: `a campaign got ${tree.length} collections${isLinked ? ' and their link' : ''}`,
		ok: tree.length === COLLECTIONS && isLinked,
	};
}

async function renamed(context: ScenarioContext, uid: string): Promise<Outcome> {
	const title = 'Winter above the Clouds';
	await saveCampaign(context, uid, { title });
	const isRenamed = await until('the collection is renamed', WITHIN_MS, async () =>
		(await treeOf(context, uid))[0]?.title === title ? true : undefined,
	);
	return { happened: 'renamed, it was renamed', ok: isRenamed };
}

/** Saved with nothing changed: nothing is written to either side. */
async function again(context: ScenarioContext, uid: string): Promise<Outcome> {
	const { n8n } = context;
	const workflow = context.workflow(TEMPLATE);
	const known = await n8n.executions(workflow);
	const before = await writesSoFar(context);
	await saveCampaign(context, uid, {});
	await n8n.newExecutions(workflow, known, 1);
	const further = (await writesSoFar(context)) - before;
	return { happened: `saved again: ${further} writes`, ok: further === 0 };
}

async function writesSoFar({ contentstack, iconik }: ScenarioContext): Promise<number> {
	const logs = await Promise.all([contentstack.control.log(), iconik.control.log()]);
	return logs.flatMap(writes).length;
}
