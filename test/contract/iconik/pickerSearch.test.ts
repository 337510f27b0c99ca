import type { INodeParameters } from 'n8n-workflow';
import type {
	CollectionsAnswer,
	PickerDetails,
	SearchAnswer,
	Session,
	StateAnswer,
} from '../../../lib/pickerProtocol';
import { withIconik } from '../../support/sandbox';
import { ask, keyOf, session } from './picker';

const service = withIconik({ seed: 'demo' });

const ALL: INodeParameters = { approvedOnly: false, rightsView: 'Usage rights' };
const SIGNED = /^http:\/\/127\.0\.0\.1:\d+\/storage\/.*signature=/;

async function question<T>(
	name: string,
	query: Record<string, string> = {},
	parameters: INodeParameters = ALL,
): Promise<T> {
	const token = await session(service, { parameters });
	const { status, body } = await ask<T>(service, name, { query, session: token, parameters });
	if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
	return body;
}

const find = async (query: Record<string, string> = {}, parameters?: INodeParameters) =>
	await question<SearchAnswer>('search', query, parameters);

const titles = ({ items }: SearchAnswer) => items.map(({ title }) => title);

async function one(text: string, parameters?: INodeParameters) {
	const [item] = (await find({ text }, parameters)).items;
	if (!item) throw new Error(`Nothing is called ${text}`);
	return item;
}

it('the key opens a session that says what may be picked', async () => {
	const { status, body } = await ask<Session>(service, 'session', {
		body: { key: keyOf(service), parentOrigin: null },
		parameters: { mediaTypes: ['video'], options: { captionLanguages: 'en, de' } },
	});
	expect(status).toBe(200);
	expect(body.settings).toEqual({
		approvedOnly: true,
		notUsable: 'forbid',
		mediaTypes: ['video'],
		collections: [],
		captionLanguages: ['en', 'de'],
		webUrl: service.connection.baseUrl,
	});
	expect(Date.parse(body.expires) - Date.now()).toBeGreaterThan(25 * 60_000);
});

it('one call of iconik gives the whole grid with pictures, and the same search again none', async () => {
	const parameters = { ...ALL, approvedOnly: true };
	const token = await session(service, { parameters });
	const search = async () =>
		await ask<SearchAnswer>(service, 'search', { session: token, parameters });
	await service.clearLog();
	const [first, second] = await Promise.all([search(), search()]);
	await search();
	expect((await service.calls()).map(({ path }) => path)).toEqual(['/API/search/v1/search/']);
	expect(second.body).toEqual(first.body);
	const { items, total, next } = first.body;
	expect(items.length).toBe(total);
	expect(next).toBeNull();
	expect(items.every(({ approval }) => approval === 'APPROVED')).toBe(true);
	expect(items.filter(({ posterUrl }) => SIGNED.test(posterUrl ?? '')).length).toBeGreaterThan(10);
});

it('what may not be used says why: approval, rights, block', async () => {
	expect(await one('Amélie Roux')).toMatchObject({
		approval: 'MIXED',
		rights: { status: 'expired' },
		holdReasons: [
			'No version is approved: the latest is judged differently by its reviewers',
			expect.stringContaining('The usage rights expired on'),
		],
	});
	const { holdReasons } = await one('Interview Reel');
	expect(holdReasons).toContain('The asset is blocked in iconik: Consent withdrawn');
	expect((await one('cutdown')).holdReasons).toEqual([]);
});

it('an asset whose newest version waits, with an older one that is approved, may be used', async () => {
	expect(await one('Teaser')).toMatchObject({ approval: 'APPROVED', versions: 3, holdReasons: [] });
});

it('without a view for usage rights nothing is held back for them', async () => {
	const item = await one('crampons', { approvedOnly: true });
	expect(item).toMatchObject({ rights: { status: 'missing' }, holdReasons: [] });
});

it.each([
	['the beginning of a word', 'cramp', ['How to Sharpen Crampons']],
	['words in any order', 'ninety treeline', ['Above the Treeline – Hero Film']],
	['a title, dash and all', 'Treeline – 30s Cutdown', ['Above the Treeline – 30s Cutdown']],
	['upper case and accents', 'AMÉLIE pack', ['What’s in Amélie’s Pack? 🎒']],
	['an operator of the query language', 'wax AND OR NOT', []],
	['signs of the query language', 'title:* OR "(', []],
])('typed text finds by %s', async (_, text, expected) => {
	expect(titles(await find({ text }))).toEqual(expected);
});

it('filters narrow, sorting orders, and together they page to the end without gaps or doubles', async () => {
	const parameters = { ...ALL, options: { pageSize: 10 } };
	const seen: string[] = [];
	let cursor: string | null = '';
	while (cursor !== null) {
		const page: SearchAnswer = await find(
			{ mediaTypes: 'video', sort: 'longest', ...(cursor && { cursor }) },
			parameters,
		);
		expect(page.items.length).toBeLessThanOrEqual(10);
		seen.push(...page.items.map(({ id }) => id));
		cursor = page.next;
	}
	const whole = await find(
		{ mediaTypes: 'video', sort: 'longest' },
		{
			...ALL,
			options: { pageSize: 100 },
		},
	);
	expect(seen).toEqual(whole.items.map(({ id }) => id));
	expect(whole.total).toBe(seen.length);
	const durations = whole.items.map(({ durationMs }) => durationMs ?? 0);
	expect(durations).toEqual([...durations].sort((a, b) => b - a));
});

it('relevance pages, too', async () => {
	const parameters = { ...ALL, options: { pageSize: 10 } };
	const first = await find({ sort: 'relevance' }, parameters);
	const second = await find({ sort: 'relevance', cursor: first.next ?? '' }, parameters);
	const ids = [...first.items, ...second.items].map(({ id }) => id);
	expect(new Set(ids).size).toBe(20);
});

it('duration and date of creation are bounds that include their ends', async () => {
	const { items } = await find({ durationFrom: '30000', durationTo: '92000' });
	expect(items.length).toBeGreaterThan(1);
	for (const { durationMs } of items) {
		expect(durationMs).toBeGreaterThanOrEqual(30_000);
		expect(durationMs).toBeLessThanOrEqual(92_000);
	}
	const created = (await one('cutdown')).createdAt?.slice(0, 10) ?? '';
	const onThatDay = await find({ createdFrom: created, createdTo: created });
	expect(titles(onThatDay)).toContain('Above the Treeline – 30s Cutdown');
	expect(onThatDay.items.every(({ createdAt }) => createdAt?.startsWith(created))).toBe(true);
});

it('orientation and captions, which iconik cannot search by, sift what it finds', async () => {
	const { items, total } = await find({ orientation: 'landscape', mediaTypes: 'video' });
	expect(items.length).toBeGreaterThan(10);
	expect(total).toBeNull();
	expect(await find({ orientation: 'portrait', mediaTypes: 'video' })).toMatchObject({ items: [] });

	const french = await find({ captions: 'fr', text: 'treeline' });
	expect(titles(french)).toEqual(['Above the Treeline – Hero Film']);
	expect(french.items[0]?.captions).toEqual(['de', 'en', 'fr']);
	await service.clearLog();
	await find({ captions: 'de', text: 'treeline' });
	const subtitles = (await service.calls()).filter(({ path }) => path.includes('/subtitles/'));
	expect(subtitles).toEqual([]);
});

it('the preview plays, with captions, versions and all of the rights', async () => {
	const { id } = await one('Teaser');
	const shown = await question<PickerDetails>('asset', { id });
	expect(shown).toMatchObject({
		title: 'Above the Treeline – Teaser',
		description: 'Fifteen seconds of fog and footsteps.',
		previewUrl: expect.stringMatching(SIGNED),
		previewType: 'video/mp4',
		width: expect.any(Number),
		captions: ['en'],
		fullRights: { status: 'valid', territories: ['DE', 'FR', 'GB', 'NO'] },
		webUrl: `${service.connection.baseUrl}/asset/${id}`,
	});
	expect(shown.tracks[0]).toMatchObject({
		language: 'en',
		label: 'English',
		closedCaptions: false,
		webVtt: expect.stringMatching(/^WEBVTT/),
	});
	expect(
		shown.versionList.map(({ number, approval, isLatestApproved }) => [
			number,
			approval,
			isLatestApproved,
		]),
	).toEqual([
		[3, 'REQUESTED', false],
		[2, 'APPROVED', true],
		[1, 'APPROVED', false],
	]);
});

it('the tree of collections starts at the chosen ones and says where it goes on', async () => {
	const { collections } = await question<CollectionsAnswer>('collections');
	const campaigns = collections.find(({ title }) => title === 'Campaigns');
	expect(campaigns?.hasChildren).toBe(true);
	const below = await question<CollectionsAnswer>('collections', { parent: campaigns?.id ?? '' });
	expect(below.collections.map(({ title }) => title)).toContain('Spring 2027');
	const chosen = { ...ALL, collectionIds: [campaigns?.id ?? ''] };
	expect(await question('collections', {}, chosen)).toEqual({ collections: [campaigns] });

	const spring = below.collections.find(({ title }) => title === 'Spring 2027');
	const inSpring = await find({ collection: spring?.id ?? '' });
	const inCampaigns = await find({ collection: campaigns?.id ?? '' });
	expect(titles(inSpring)).toContain('Above the Treeline – Teaser');
	expect(inCampaigns.items.length).toBeGreaterThan(inSpring.items.length);
});

it('what was picked earlier is told as it is now, a pinned version by itself', async () => {
	const { id } = await one('Teaser');
	const { versionList } = await question<PickerDetails>('asset', { id });
	const [waiting, approved] = versionList;
	const expired = await one('Amélie Roux');
	const nowhere = '00000000-0000-4000-8000-000000000000';
	const { items } = await question<StateAnswer>('state', {
		ids: `${id},${id}:${waiting?.id ?? ''},${id}:${nowhere},${expired.id},${nowhere}`,
	});
	expect(items).toMatchObject([
		{ id, isGone: false, holdReasons: [], latestApprovedVersionNumber: 2 },
		{
			id,
			isGone: false,
			holdReasons: ['Version 3 is not approved: it is waiting for its review'],
			latestApprovedVersionId: approved?.id,
		},
		{ id, isGone: true, holdReasons: [] },
		{ id: expired.id, latestApprovedVersionId: null, holdReasons: expired.holdReasons },
		{ id: nowhere, isGone: true, item: null },
	]);
});

it('through n8n, the answer holds the pictures and no address of a storage', async () => {
	const parameters = { ...ALL, options: { pictures: 'throughN8n', pageSize: 10 } };
	const { items } = await find({ mediaTypes: 'video', sort: 'title' }, parameters);
	const pictures = items.map(({ posterUrl }) => posterUrl);
	expect(pictures.filter((picture) => picture?.startsWith('data:image/jpeg;base64,'))).not.toEqual(
		[],
	);
	expect(JSON.stringify(items)).not.toContain('/storage/');
});
