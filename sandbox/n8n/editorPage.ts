import { selectors, type Locator, type Page } from 'playwright-core';
import { launchBrowser } from '../browser';
import type { N8nInstance } from './instance';

export interface EditorPage {
	page: Page;
	close(): Promise<void>;
}

const VIEWPORT = { width: 1680, height: 900 };

/** n8n's editor in a real browser, logged in. */
export async function openEditor({ url, login }: N8nInstance): Promise<EditorPage> {
	const browser = await launchBrowser();
	try {
		selectors.setTestIdAttribute('data-test-id');
		const page = await browser.newPage({ viewport: VIEWPORT });
		await page.goto(`${url}/signin`);
		await page.fill('input[type=email], input[name=emailOrLdapLoginId]', login.email);
		await page.fill('input[type=password]', login.password);
		await page.keyboard.press('Enter');
		await page.waitForURL(/home|workflows/);
		return { page, close: async () => await browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** A node on the canvas by its name. */
export const canvasNode = (page: Page, name: string): Locator =>
	page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`);
