import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../../sandbox/browser';
import { startHost } from './hostServer';
import { KEY, MockPicker } from './mockPicker';

export interface FieldSettings {
	/** What the entry holds. */
	value?: unknown;
	/** Of the field itself: min, max, mediaTypes. */
	config?: Record<string, unknown>;
	extensionConfig?: Record<string, unknown>;
	/** Absent for a classic extension. */
	installationUid?: string;
	/** Further fields of the content type. */
	schema?: Array<Record<string, unknown>>;
	/** How many values the form refuses before it takes one. */
	refuses?: number;
	/** Of the browser: size, colours, motion. */
	context?: BrowserContextOptions;
}

export interface OpenField {
	page: Page;
	/** The picker in its frame. */
	picker: Frame;
	/** What the form would save. */
	values(): Promise<Record<string, unknown>>;
	/** Ids of what the form would save, in order. */
	ids(): Promise<string[]>;
	/** What the page has complained about: errors, breaches of the policy. */
	complaints: string[];
}

/** The browser, a form that stands for Contentstack's, and the node's side played by a mock. */
export class Stage {
	readonly mock = new MockPicker();
	private browser: Browser | undefined;
	private host: { url: string; close: () => Promise<void> } | undefined;

	async start(): Promise<void> {
		[this.browser, this.host] = await Promise.all([launchBrowser(), startHost()]);
		await this.mock.start();
	}

	async stop(): Promise<void> {
		await this.browser?.close();
		await Promise.all([this.host?.close(), this.mock.stop()]);
	}

	/** Ends all pages of the test before. */
	async clear(): Promise<void> {
		await Promise.all(this.browser?.contexts().map(async (context) => await context.close()) ?? []);
		this.mock.reset();
	}

	/** The form's address, at another origin than the picker's. */
	get hostUrl(): string {
		return String(this.host?.url);
	}

	async newPage(options: BrowserContextOptions = {}): Promise<Page> {
		if (!this.browser) throw new Error('Not started');
		const context = await this.browser.newContext({ reducedMotion: 'reduce', ...options });
		return await context.newPage();
	}

	async openField(settings: FieldSettings = {}): Promise<OpenField> {
		const page = await this.newPage(settings.context);
		const complaints: string[] = [];
		page.on('pageerror', ({ message }) => complaints.push(message));
		page.on('console', (message) => {
			const text = message.text();
			if (message.type() === 'error' && !/Failed to load resource/.test(text))
				complaints.push(text);
		});
		const { value = null, config = {}, extensionConfig, installationUid } = settings;
		await page.addInitScript((form) => Object.assign(window, { formSettings: form }), {
			value,
			field: { config },
			schema: settings.schema ?? [],
			refuses: settings.refuses ?? 0,
			extension: {
				uid: 'blt0',
				src: this.mock.url,
				installationUid,
				config: extensionConfig ?? { key: KEY },
			},
		});
		await page.goto(this.hostUrl);
		const element = await page.waitForSelector('#field');
		const picker = await element.contentFrame();
		if (!picker) throw new Error('No frame');
		await picker.waitForURL(/picker/);
		const values = async () =>
			await page.evaluate(
				() => (window as unknown as { form: { values: Record<string, unknown> } }).form.values,
			);
		const ids = async () => ((await values()).media as Array<{ id: string }>).map(({ id }) => id);
		return { page, picker, values, ids, complaints };
	}
}
