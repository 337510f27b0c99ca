import type { SearchAnswer } from '../../../lib/pickerProtocol';
import { writes } from '../../client/controlApi';
import { assetByExternalId } from '../../client/library';
import { savedEntry } from '../../client/mediaEntries';
import { PickerPage } from '../../client/pickerPage';
import { failureOf } from '../../n8n/execution';
import type { Outcome, Scenario, ScenarioContext } from '../scenario';

const TEMPLATE = '07-pick-media-in-contentstack.json';
const TRIGGER = 'Media Picked';
const PICKED = ['HO-summit-cutdown', 'HO-amelie-kit'];
const FRAME = 'https://app.contentstack.com';

/** The picker is installed in the stack; an editor searches, picks two videos, and the field gets what it stores. */
export const pickMedia: Scenario = {
	name: 'Pick media in Contentstack',
	templates: {
		[TEMPLATE]: ({ consoleUrl, webhookUrl }) => ({
			config: { pickerUrl: `${webhookUrl(TRIGGER)}/picker` },
			// The console has an entry form with the picker in it.
			parameters: { [TRIGGER]: { otherAppHosts: consoleUrl } },
		}),
	},
	async run(context) {
		const failure = failureOf(await context.n8n.run(context.workflow(TEMPLATE)));
		if (failure) return { happened: failure, ok: false };
		const page = await openPage(context);
		const { total } = await page.ask<SearchAnswer>('search', { mediaTypes: 'video' });
		const wanted = PICKED.map(async (externalId) => await assetByExternalId(context, externalId));
		const ids = (await Promise.all(wanted)).map(({ id }) => id);
		const parts = [await picks(context, page, ids), await again(context, page, ids)];
		return {
			happened: [`the picker found ${total} videos`, ...parts.map(({ happened }) => happened)].join(
				'; ',
			),
			ok: parts.every(({ ok }) => ok),
		};
	},
};

interface Extension {
	src: string;
	config: string | { key: string };
}

/** The page of the picker as the stack knows it, opened with the key that stands in its configuration. */
async function openPage({ contentstack }: ScenarioContext): Promise<PickerPage> {
	const { data } = await contentstack.management.get<{ extensions: Extension[] }>('/extensions');
	const extension = data.extensions.find(({ src }) => src.endsWith('/picker'));
	if (!extension) throw new Error('The picker is not installed');
	const { src, config } = extension;
	const { key } = (typeof config === 'string' ? JSON.parse(config) : config) as { key: string };
	return await PickerPage.open(src, key, FRAME);
}

const following = (ids: string[]) => ids.map((id) => ({ id, pinnedVersionId: null }));

async function picks(context: ScenarioContext, page: PickerPage, ids: string[]): Promise<Outcome> {
	const { values, refused } = await page.select(following(ids));
	const entries = await Promise.all(ids.map(async (id) => await savedEntry(context, id)));
	const isLinked = values.every(
		({ media_entry_uid }, n) => media_entry_uid !== null && media_entry_uid === entries[n]?.uid,
	);
	return {
		happened: [
			`${values.length} were picked${isLinked ? ' and have media entries' : ''}`,
			...refused.map(({ reason }) => `not taken: ${reason}`),
		].join(', '),
		ok: values.length === ids.length && refused.length === 0 && isLinked,
	};
}

async function again(context: ScenarioContext, page: PickerPage, ids: string[]): Promise<Outcome> {
	const { control } = context.contentstack;
	const before = writes(await control.log()).length;
	await page.select(following(ids));
	const further = writes(await control.log()).length - before;
	return { happened: `picked again: ${further} writes`, ok: further === 0 };
}
