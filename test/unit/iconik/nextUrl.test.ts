import type { Call, IconikClient } from '../../../nodes/Iconik/transport/client';
import { byNextUrl, collect } from '../../../nodes/Iconik/transport/paging';

const path = '/API/assets/v1/assets/a1/approvals/' as const;

it('follows the link to the next page, which lacks the host and holds the parameters', async () => {
	const queries: Array<Call['query']> = [];
	const iconik = {
		origin: 'https://app.iconik.io',
		find: async ({ query }: Call) => {
			queries.push(query);
			return query
				? { objects: [3], next_url: null }
				: { objects: [1, 2], next_url: `${path}?page=2&per_page=2` };
		},
	} as unknown as IconikClient;
	expect(await collect(byNextUrl<number>(iconik, { path }))).toEqual([1, 2, 3]);
	expect(queries).toEqual([undefined, { page: '2', per_page: '2' }]);
});

it('ends at an empty page that still names a next one, and is empty for a 404', async () => {
	const answers = (answer: unknown) =>
		({ origin: 'https://app.iconik.io', find: async () => answer }) as unknown as IconikClient;
	const endless = answers({ objects: [], next_url: `${path}?page=2` });
	expect(await collect(byNextUrl(endless, { path }))).toEqual([]);
	expect(await collect(byNextUrl(answers(undefined), { path }))).toEqual([]);
});
