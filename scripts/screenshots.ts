import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType, selectors, type Page } from 'playwright-core';
import { startN8n } from '../sandbox/n8n';
import { packageTarball } from '../sandbox/n8n/packageTarball';
import type { N8nInstance } from '../sandbox/n8n/instance';
import { startSandbox } from '../sandbox/sandbox';
import { sandboxCredentials, saveCredentials } from '../sandbox/start/credentials';

const IMAGES = join(__dirname, '..', 'docs', 'images');

/** Takes the pictures of the README in a real n8n: the canvas of template 01, and a node with its live dropdowns open. */
async function main(): Promise<void> {
	const [tarball, sandbox] = await Promise.all([
		packageTarball(),
		startSandbox({ contentstackPort: 0, iconikPort: 0, seed: 'demo' }),
	]);
	const userFolder = await mkdtemp(join(tmpdir(), 'n8n-pictures-'));
	const n8n = await startN8n({ userFolder, port: 0, tarballs: [tarball] });
	try {
		const { contentstack, iconik } = sandbox;
		const credentials = await saveCredentials(
			n8n.instance,
			sandboxCredentials({ contentstack: contentstack.connection, iconik: iconik.connection }),
		);
		const load = async (file: string) =>
			await n8n.instance.importWorkflow(
				JSON.parse(await readFile(join(__dirname, '..', 'workflows', file), 'utf8')),
				credentials,
			);
		await n8n.instance.run(await load('00-set-up.json'));
		const workflow = await load('01-approved-video-to-contentstack.json');
		await takePictures(n8n.instance, workflow.id);
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

async function takePictures({ url, login }: N8nInstance, workflowId: string): Promise<void> {
	const browser = await browserType.launch({
		executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
		args: [...chromium.args, '--disable-background-networking'],
	});
	selectors.setTestIdAttribute('data-test-id');
	try {
		const page = await browser.newPage({ viewport: { width: 1680, height: 900 } });
		await page.goto(`${url}/signin`);
		await page.fill('input[type=email], input[name=emailOrLdapLoginId]', login.email);
		await page.fill('input[type=password]', login.password);
		await page.keyboard.press('Enter');
		await page.waitForURL(/home|workflows/);
		await page.goto(`${url}/workflow/${workflowId}`);
		await node(page, 'Save Media Entry').waitFor();
		await page.keyboard.press('1');
		await settle(page);
		await page.screenshot({ path: join(IMAGES, 'canvas-01.png') });

		await node(page, 'Save Media Entry').dblclick();
		await page.getByTestId('rlc-input').first().click();
		// The first is the chosen one, which n8n remembers; the others come from the service.
		await page.getByTestId('rlc-item').nth(1).waitFor();
		await settle(page);
		await page.screenshot({ path: join(IMAGES, 'editor-fields.png') });
	} finally {
		await browser.close();
	}
}

const node = (page: Page, name: string) =>
	page.locator('[data-test-id=canvas-node]', { hasText: name }).first();

/** Fonts, lists that load and the canvas's own movement leave no other mark than that nothing happens any more. */
async function settle(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(1500);
}

void main();
