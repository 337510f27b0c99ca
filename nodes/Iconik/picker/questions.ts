import { collections } from './collections';
import { details } from './details';
import { withPictures } from './pictures';
import { id, optionalId, wantedIds } from './request';
import { search } from './search';
import { readWish } from './searchCall';
import type { Serving } from './serving';
import { state } from './state';

export type Query = Record<string, unknown>;

/** What the page asks with a session, by the last part of the address. None of it starts the workflow. */
export const QUESTIONS: Record<string, (serving: Serving, query: Query) => Promise<object>> = {
	async search(serving, query) {
		const answer = await search(serving, readWish(query));
		return { ...answer, items: await withPictures(serving, answer.items) };
	},

	async asset(serving, query) {
		const wanted = { id: id(query.id), versionId: optionalId(query, 'version') };
		const [shown] = await withPictures(serving, [await details(serving, wanted)]);
		return shown ?? {};
	},

	collections: async (serving, query) => await collections(serving, optionalId(query, 'parent')),

	async state(serving, query) {
		const { items } = await state(serving, wantedIds(query, 'ids'));
		const shown = await withPictures(
			serving,
			items.flatMap(({ item }) => item ?? []),
		);
		const pictured = new Map(shown.map((item) => [item.id, item]));
		return { items: items.map((one) => ({ ...one, item: pictured.get(one.id) ?? null })) };
	},
};
