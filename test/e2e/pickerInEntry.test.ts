import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { PickedMedia } from '../../lib/pickerProtocol';
import { savedByUid } from '../../sandbox/client/entries';
import { assetByExternalId } from '../../sandbox/client/library';
import { savedEntry } from '../../sandbox/client/mediaEntries';
import { EventLog } from '../../sandbox/console/eventLog';
import { startConsole } from '../../sandbox/console/server';
import { failureOf } from '../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../sandbox/n8n/instance';
import type { WorkflowTemplate } from '../../sandbox/n8n/template';
import { launchBrowser } from '../../sandbox/browser';
import { eventually } from '../support/eventually';
import { connectSuite, type Suite } from './harness/suite';

const TEMPLATE = '07-pick-media-in-contentstack.json';
const PICKS = ['HO-summit-cutdown', 'HO-amelie-kit', 'HO-annual-review'];

jest.setTimeout(180_000);

describe('the picker in an entry, from the browser to the entry and n8n', () => {
	let suite: Suite;
	let workflow: ImportedWorkflow;
	let console: Awaited<ReturnType<typeof startConsole>>;
	let browser: Browser;
	let page: Page;
	let picker: Frame;
	let titles: string[];
	let ids: string[];

	beforeAll(async () => {
		suite = await connectSuite();
		console = await startConsole({ port: 0, services: suite, events: new EventLog() });
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
		workflow = await importPicker();
		await suite.n8n.publish(workflow);
		expect(failureOf(await suite.n8n.run(workflow))).toBeUndefined();
		const assets = await Promise.all(PICKS.map(async (id) => await assetByExternalId(suite, id)));
		titles = assets.map(({ title }) => title);
		ids = assets.map(({ id }) => id);
		browser = await launchBrowser();
		page = await browser.newPage({
			viewport: { width: 1280, height: 1000 },
			reducedMotion: 'reduce',
		});
	});

	afterAll(async () => {
		await browser?.close();
		await console?.close();
		await suite.n8n.removeWorkflow(workflow);
	});

	/** The template at an address of its own, allowed to stand in the frame of the console. */
	const importPicker = async () => {
		const file = join(__dirname, '..', '..', 'workflows', TEMPLATE);
		const template = JSON.parse(await readFile(file, 'utf8')) as WorkflowTemplate;
		const trigger = template.nodes.find(({ name }) => name === 'Media Picked');
		if (!trigger) throw new Error(`${TEMPLATE} has no trigger`);
		const webhookId = randomUUID();
		Object.assign(trigger, { webhookId });
		trigger.parameters = { ...trigger.parameters, otherAppHosts: console.url };
		const pickerUrl = `${suite.n8n.url}/webhook/${webhookId}/picker`;
		return await suite.importWorkflow(template, { pickerUrl });
	};

	const button = (name: string | RegExp) => picker.getByRole('button', { name });
	const search = async (words: string) => {
		const isAnswer = (url: string) => new URL(url).searchParams.get('text') === words;
		await Promise.all([
			page.waitForResponse((response) => isAnswer(response.url())),
			picker.getByRole('textbox', { name: 'Search' }).fill(words),
		]);
		await picker.locator('.cards:not(.stale)').waitFor();
		await picker.getByRole('checkbox', { name: words, exact: true }).waitFor();
	};
	const frameOf = async () => {
		const frame = await (await page.waitForSelector('#frame iframe')).contentFrame();
		if (!frame) throw new Error('No frame');
		return frame;
	};
	/** The frame of the entry that was chosen last. */
	const openEntry = async () =>
		await eventually(async () => {
			picker = await frameOf();
			await button('Choose media').waitFor({ timeout: 1000 });
		});
	const save = async (version: number) => {
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText(`Saved as version ${version}`).waitFor();
		return await savedByUid(suite, 'article', await page.locator('#entry').inputValue());
	};

	test('an administrator adds it to a content type, and an editor opens an entry', async () => {
		await page.goto(`${console.url}/entry`);
		await page.getByLabel('Content type').first().selectOption('Article');
		await page.getByRole('button', { name: 'Add the picker to it' }).click();
		await page.getByLabel('Entry', { exact: true }).selectOption('New entry');
		await openEntry();
		await page.getByLabel('Title').fill('A story with media');
		await picker.getByText('No media picked yet').waitFor();
	});

	test('searches, filters, previews and picks three, which n8n turns into media entries', async () => {
		const known = await suite.n8n.executions(workflow);
		await button('Choose media').click();
		await picker.getByRole('row').first().waitFor();
		await button('Filters').click();
		await picker.getByRole('checkbox', { name: 'Video', exact: true }).check();
		await search(titles[0] ?? '');
		await button(`Preview ${titles[0] ?? ''}`).click();
		await picker.getByText('Held by').waitFor();
		await picker
			.getByRole('radio', { name: /^Follow the latest approved version, now v1/ })
			.waitFor();
		await button('Close').click();
		await button('Clear filters').first().click();
		for (const title of titles) {
			await search(title);
			await picker.getByRole('checkbox', { name: title, exact: true }).click();
		}
		await button('Use 3 media items').click();
		await picker.getByText('3 media items picked').waitFor({ timeout: 60_000 });

		const executions = await suite.n8n.executions(workflow);
		expect(executions.length - known.length).toBe(1);
		expect(executions[0]?.status).toBe('success');
		for (const id of ids)
			expect(await savedEntry(suite, id)).toMatchObject({ iconik_state: 'ready' });
	});

	test('reorders, pins one, removes one, and saves: the entry holds exactly that', async () => {
		await button(`Move ${titles[0] ?? ''} down`).click();
		await button(`Pin ${titles[0] ?? ''} to this version`).click();
		await picker.getByText('Pinned to v1').waitFor({ timeout: 60_000 });
		await button(`Remove ${titles[2] ?? ''}`).click();
		const entry = await save(1);

		const [first, second, ...others] = entry.picked_media as PickedMedia[];
		expect(others).toEqual([]);
		expect(first).toMatchObject({ id: ids[1], name: titles[1], version_policy: 'latestApproved' });
		expect(second).toMatchObject({ id: ids[0], name: titles[0], version_policy: 'pinned' });
		expect(second?.media_entry_uid).toBe((await savedEntry(suite, ids[0] ?? ''))?.uid);
		expect(entry.iconik_asset_id).toBe(`${ids[1] ?? ''}, ${ids[0] ?? ''}`);
		expect(JSON.stringify(entry.picked_media)).not.toMatch(/signature|expires=/i);
	});

	test('opened again, it shows what was saved and marks what must no longer be used', async () => {
		await suite.iconik.control.act('block', { asset_id: ids[1] });
		try {
			const uid = await page.locator('#entry').inputValue();
			await page.reload();
			await page.getByLabel('Entry', { exact: true }).selectOption(uid);
			await eventually(async () => {
				picker = await frameOf();
				expect(await picker.locator('.row-title').allTextContents()).toEqual([
					titles[1],
					titles[0],
				]);
			});
			await picker.getByText(/^May not be used: .*blocked/i).waitFor();
		} finally {
			await suite.iconik.control.act('unblock', { asset_id: ids[1] });
		}
	});

	test('a pick that goes while iconik is down loses nothing, and works once it is back', async () => {
		await button('Choose media').click();
		await search(titles[2] ?? '');
		await picker.getByRole('checkbox', { name: titles[2] ?? '', exact: true }).click();
		await suite.iconik.control.setFaults([{ fault: 'error-before-storing', match: {} }]);
		try {
			await button('Use 3 media items').click();
			await picker.getByText('The media could not be prepared').waitFor({ timeout: 60_000 });
			await picker.getByText('3 chosen').waitFor();
		} finally {
			await suite.iconik.control.setFaults([]);
		}
		// The node has named a time to wait, after which the page tries again by itself.
		await picker.getByText('3 media items picked').waitFor({ timeout: 60_000 });
		expect((await save(2)).picked_media).toHaveLength(3);
	});
});
