import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { assetByExternalId } from '../../sandbox/client/library';
import { liveEntry } from '../../sandbox/client/mediaEntries';
import { canvasNode, openEditor, type EditorPage } from '../../sandbox/n8n/editorPage';
import { until, type ImportedWorkflow, type N8nInstance } from '../../sandbox/n8n/instance';
import type { Credentials } from '../../sandbox/n8n/template';
import { sandboxCredentials, saveCredentials } from '../../sandbox/start/credentials';
import { inviteColleague } from './harness/colleague';
import { connectSuite, type Suite } from './harness/suite';

const FILE = join(__dirname, '..', '..', 'workflows', '01-approved-video-to-contentstack.json');
const WITHIN_MS = 20_000;

jest.setTimeout(90_000);

/** What a new user does, in a browser, with n8n's own editor: nothing but clicks between the file and the live entry. */
describe('a template imported in the editor from its file', () => {
	let suite: Suite;
	/** n8n as a colleague sees it who has no workflow and no credential yet. */
	let n8n: N8nInstance;
	let editor: EditorPage;
	let page: Page;
	let credentials: Credentials;

	beforeAll(async () => {
		suite = await connectSuite();
		await suite.n8n.run(await suite.importWorkflow('00-set-up.json'));
		n8n = await inviteColleague(suite.n8n, 'importer-by-hand');
		editor = await openEditor(n8n);
		page = editor.page;
	});

	afterAll(async () => {
		await editor.close();
		for (const workflow of await n8n.workflows()) await n8n.removeWorkflow(workflow);
	});

	/** The workflow as the editor has saved it. */
	const stored = async (): Promise<ImportedWorkflow | undefined> => {
		const [workflow] = await n8n.workflows();
		return workflow && (await n8n.api.call('GET', `/rest/workflows/${workflow.id}`));
	};

	test('is on the canvas and saved under its name', async () => {
		await page.goto(`${n8n.url}/workflow/new`);
		await page.getByTestId('workflow-menu').click();
		await page.getByTestId('workflow-menu-item-import').click();
		const chooser = page.waitForEvent('filechooser');
		await page.getByTestId('workflow-menu-item-import-from-file').click();
		await (await chooser).setFiles(FILE);

		await canvasNode(page, 'Review Status Changed').waitFor();
		const workflow = await until('it is saved', WITHIN_MS, stored);
		expect(workflow.name).toBe('Approved video to Contentstack');
		expect(workflow.active).toBe(false);
	});

	test('has its credentials everywhere once each was chosen in one node', async () => {
		credentials = await saveCredentials(n8n, sandboxCredentials(suite.connections));
		await page.reload();

		await choose(page, 'Get Media Package', credentials.iconikApi?.id);
		await choose(page, 'Save Media Entry', credentials.contentstackApi?.id);
		// n8n saves what it has put into the other nodes together with the next change on the canvas.
		await page.getByTestId('tidy-up-button').click();

		const chosen = await until('the choice is saved', WITHIN_MS, async () => {
			const used = credentialIds(await stored());
			return used.includes(undefined) ? undefined : used;
		});
		expect(new Set(chosen)).toEqual(new Set(Object.values(credentials).map(({ id }) => id)));
	});

	test('works as soon as it is published: an approved video goes live', async () => {
		const { id } = await assetByExternalId(suite, 'HO-ridge-jacket');
		expect(await liveEntry(suite, id)).toBeUndefined();

		await publish(page);
		const workflow = await until('it is being published', WITHIN_MS, async () => {
			const latest = await stored();
			return latest?.active ? latest : undefined;
		});
		await n8n.published(workflow);
		await suite.iconik.control.act('approve', { asset_id: id });

		const entry = await until(
			'the entry is live',
			WITHIN_MS,
			async () => await liveEntry(suite, id),
		);
		expect(entry).toMatchObject({ iconik_asset_id: id, iconik_state: 'ready' });
	});
});

/** Chooses a credential in the panel of a node. */
async function choose(page: Page, node: string, id = ''): Promise<void> {
	await canvasNode(page, node).dblclick();
	await page.getByTestId('node-credentials-select').click();
	await page.getByTestId(`node-credentials-select-item-${id}`).click();
	await page.getByTestId('ndv-close-button').click();
	await gone(page.getByTestId('ndv-close-button'));
}

async function publish(page: Page): Promise<void> {
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByTestId('workflow-publish-button').click();
	await gone(page.getByTestId('workflow-publish-button'));
}

async function gone(locator: Locator): Promise<void> {
	await locator.waitFor({ state: 'hidden' });
}

/** What the nodes that need a credential have of it: an id, or nothing. */
function credentialIds(workflow: ImportedWorkflow | undefined): Array<string | undefined> {
	const ours = (workflow?.nodes ?? []).filter(({ type }) =>
		type.startsWith('n8n-nodes-contentstack-iconik.'),
	);
	return ours.map(({ credentials = {} }) => Object.values(credentials)[0]?.id ?? undefined);
}
