import { writes } from '../../../sandbox/client/controlApi';
import { createByHand, type SavedEntry } from '../../../sandbox/client/entries';
import {
	createMediaEntry,
	FILM_PAGE,
	placementsOf,
	reference,
} from '../../../sandbox/client/filmPages';
import type { LibraryAsset } from '../../../sandbox/client/library';
import { savedEntry } from '../../../sandbox/client/mediaEntries';
import { failureOf } from '../../../sandbox/n8n/execution';
import { until, type ImportedWorkflow } from '../../../sandbox/n8n/instance';
import type { Suite } from './suite';

const SETTLED_WITHIN_MS = 10_000;

/** What the tests of placements do at both services, and what they look at. */
export class PlacementBench {
	constructor(
		private readonly suite: Suite,
		private readonly workflow: ImportedWorkflow,
	) {}

	async iconikWrites(): Promise<number> {
		return writes(await this.suite.iconik.control.log()).length;
	}

	async contentstackWrites(): Promise<number> {
		return writes(await this.suite.contentstack.control.log()).length;
	}

	/** The media entry of an asset, made and published by an editor unless it is there. */
	async mediaEntry(asset: LibraryAsset): Promise<{ uid: string }> {
		return (await savedEntry(this.suite, asset.id)) ?? (await createMediaEntry(this.suite, asset));
	}

	/** Does something that sends `count` events; the runs that they started, and what these wrote to iconik. */
	async after(count: number, act: () => Promise<unknown>) {
		const known = await this.suite.n8n.executions(this.workflow);
		const before = await this.iconikWrites();
		await act();
		const runs = await this.suite.n8n.newExecutions(this.workflow, known, count);
		expect(runs.map(failureOf)).toEqual(runs.map(() => undefined));
		return { runs, written: (await this.iconikWrites()) - before };
	}

	/** An editor does something with a page. */
	async act(action: string, { uid }: { uid: string }, more: object = {}) {
		const input = { contentType: FILM_PAGE, uid, ...more };
		return await this.suite.contentstack.control.act(action, input);
	}

	/** A published page with one media entry as its hero and another as its clip, known to iconik. */
	async published(
		title: string,
		environments: string[],
		{ hero, clip }: Record<'hero' | 'clip', { uid: string }>,
	) {
		let page!: SavedEntry;
		const { written } = await this.after(environments.length, async () => {
			const fields = {
				title,
				url: `/${title.toLowerCase().replace(/ /g, '-')}`,
				hero: reference(hero),
				clips: [{ video: reference(clip) }],
			};
			page = await createByHand(this.suite, FILM_PAGE, fields, environments);
		});
		return { page, written };
	}

	/** The placements of an asset in a page, as `field locale environment`. */
	async placesIn({ uid }: { uid: string }, asset?: LibraryAsset): Promise<string[]> {
		return (await placementsOf(this.suite, String(asset?.id)))
			.map((text) => text.split(' | '))
			.filter(([, , entry]) => entry === `${FILM_PAGE}/${uid}`)
			.map(([, , , field, locale, environment]) => `${field} ${locale} ${environment}`)
			.sort();
	}

	/** Presses Check and Report Now. */
	async checkNow() {
		const before = await this.iconikWrites();
		const execution = await this.suite.n8n.run(this.workflow);
		expect(failureOf(execution)).toBeUndefined();
		return { execution, written: (await this.iconikWrites()) - before };
	}

	/** Waits until iconik's search knows of all that was written. */
	async indexed(): Promise<void> {
		await until('the search has caught up', SETTLED_WITHIN_MS, async () => {
			type State = { assets: Array<{ is_indexed: boolean; status: string }> };
			const { assets } = await this.suite.iconik.control.state<State>();
			return assets.every(({ is_indexed }) => is_indexed) ? true : undefined;
		});
	}

	/** Waits until Contentstack knows of no receiver any more. */
	async silenced(): Promise<void> {
		await until('Contentstack calls no more', SETTLED_WITHIN_MS, async () => {
			const { management } = this.suite.contentstack;
			const { data } = await management.get<{ webhooks: unknown[] }>('/webhooks');
			return data.webhooks.length === 0 ? true : undefined;
		});
	}

	/** The text of a file that a node put out, which n8n keeps apart from the items of an execution. */
	async fileOf(item: object | undefined): Promise<{ name: string; text: string }> {
		type Stored = { fileName: string; id: string; mimeType: string };
		const { data } = (item as { binary: Record<'data', Stored> }).binary;
		const query = `id=${encodeURIComponent(data.id)}&action=download&fileName=${data.fileName}&mimeType=${data.mimeType}`;
		const text = await this.suite.n8n.api.file<string>(`/rest/binary-data?${query}`);
		return { name: data.fileName, text };
	}
}
