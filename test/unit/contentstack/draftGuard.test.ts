import { judge } from '../../../nodes/Contentstack/entries/draftGuard';

const authors = (...uids: string[]) => new Map(uids.map((uid, index) => [index + 1, uid]));

it.each([
	['what is live already', { liveVersion: 3, version: 3 }, authors(), 'already_live'],
	['what is older than the live one', { liveVersion: 4, version: 3 }, authors(), 'newer_live'],
	['a new version of ours', { liveVersion: 1, version: 2 }, authors('ann', 'us'), 'publish'],
	['an entry that was always ours', { liveVersion: 0, version: 2 }, authors('us', 'us'), 'publish'],
	[
		'a version of somebody else',
		{ liveVersion: 1, version: 2 },
		authors('us', 'ann'),
		'draft_found',
	],
	[
		'a draft beneath ours',
		{ liveVersion: 1, version: 3 },
		authors('us', 'ann', 'us'),
		'draft_found',
	],
	[
		'a first version by somebody else',
		{ liveVersion: 0, version: 2 },
		authors('ann', 'us'),
		'draft_found',
	],
	['a version whose author is unknown', { liveVersion: 0, version: 1 }, authors(), 'draft_found'],
])('%s', (_what, place, by, kind) => {
	expect(judge(place, by, 'us').kind).toBe(kind);
});

it('names each version in between that is not ours', () => {
	expect(judge({ liveVersion: 1, version: 4 }, authors('us', 'ann', 'us', 'ben'), 'us')).toEqual({
		kind: 'draft_found',
		drafts: [
			{ version: 2, author: 'ann' },
			{ version: 4, author: 'ben' },
		],
	});
});

it('takes nobody for us when our own author is not known', () => {
	expect(judge({ liveVersion: 0, version: 1 }, authors('ann'), undefined).kind).toBe('draft_found');
});
