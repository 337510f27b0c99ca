import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../sandbox/browser';
import { startN8n } from '../sandbox/n8n';
import { canvasNode, openEditor } from '../sandbox/n8n/editorPage';
import { packageTarball } from '../sandbox/n8n/packageTarball';
import { startSandbox } from '../sandbox/sandbox';
import { sandboxCredentials, saveCredentials } from '../sandbox/start/credentials';
import { reportPictures } from './reportPicture';

const IMAGES = join(__dirname, '..', 'docs', 'images');

/** Takes the pictures of the README and the docs: in a real n8n canvases, and nodes with what they load from the services; the media report. */
async function main(): Promise<void> {
	await reports();
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
		const { page, close } = await openEditor(n8n.instance);
		try {
			for (const file of await templates()) {
				const { id } = await load(file);
				await page.goto(`${n8n.url}/workflow/${id}`);
				await page.getByTestId('canvas-node').first().waitFor();
				await page.keyboard.press('1');
				await picture(page, `canvas-${file.slice(0, 2)}`);
				await nodePictures(page, file);
				if (file.startsWith('01')) await listPicture(page);
			}
		} finally {
			await close();
		}
	} finally {
		await n8n.stop();
		await sandbox.close();
	}
}

async function reports(): Promise<void> {
	const browser = await launchBrowser();
	try {
		await reportPictures(await browser.newPage(), IMAGES);
	} finally {
		await browser.close();
	}
}

async function templates(): Promise<string[]> {
	const files = await readdir(join(__dirname, '..', 'workflows'));
	return files.filter((file) => file.endsWith('.json')).sort();
}

/** Nodes to show opened: the template, the node in it, the picture's name. */
const NODES = [
	['01', 'Review Status Changed', 'editor-iconik-trigger'],
	['01', 'Get Media Package', 'editor-iconik'],
	['05', 'Campaign Saved', 'editor-contentstack-trigger'],
] as const;

async function nodePictures(page: Page, file: string): Promise<void> {
	for (const [template, name, image] of NODES) {
		if (!file.startsWith(template)) continue;
		await canvasNode(page, name).dblclick();
		await picture(page, image);
		await page.keyboard.press('Escape');
	}
}

/** A node with the stack's content types unfolded. The first is the chosen one, which n8n remembers; the others come from the service. */
async function listPicture(page: Page): Promise<void> {
	await canvasNode(page, 'Save Media Entry').dblclick();
	await page.getByTestId('rlc-input').first().click();
	await page.getByTestId('rlc-item').nth(1).waitFor();
	await picture(page, 'editor-fields');
	await page.keyboard.press('Escape');
}

async function picture(page: Page, name: string): Promise<void> {
	await settle(page);
	await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}

/** Fonts, lists that load and the canvas's own movement leave no other mark than that nothing happens any more. */
async function settle(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle');
	await page.waitForTimeout(1500);
}

void main();
