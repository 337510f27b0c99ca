import {
	bothOf,
	type Condition,
	type Operator,
	toQuery,
} from '../../../nodes/Contentstack/entries/conditions';
import { everything } from './mediaType';

const refuse = (reason: string): never => {
	throw new Error(reason);
};
const query = (conditions: Condition[], combine: 'and' | 'or' = 'and') =>
	toQuery(everything, conditions, combine, refuse);

describe('one condition', () => {
	it.each<[string, Operator, unknown, object]>([
		['title', 'equals', 'A', { title: 'A' }],
		['title', 'notEquals', 'A', { title: { $ne: 'A' } }],
		['title', 'contains', 'a.b (c)', { title: { $regex: 'a\\.b \\(c\\)', $options: 'i' } }],
		['title', 'startsWith', 'A+', { title: { $regex: '^A\\+', $options: 'i' } }],
		['title', 'endsWith', 'z', { title: { $regex: 'z$', $options: 'i' } }],
		['title', 'matches', '^A.*z$', { title: { $regex: '^A.*z$' } }],
		['title', 'in', 'a, b', { title: { $in: ['a', 'b'] } }],
		['size', 'in', [1, '2'], { size: { $in: [1, 2] } }],
		['size', 'notIn', '1,2', { size: { $nin: [1, 2] } }],
		['size', 'greaterOrEqual', '12.5', { size: { $gte: 12.5 } }],
		['size', 'less', 3, { size: { $lt: 3 } }],
		['on', 'equals', 'true', { on: true }],
		['rank', 'equals', '2', { rank: 2 }],
		['at', 'greater', '2026-08-17T12:00:00+02:00', { at: { $gt: '2026-08-17T10:00:00.000Z' } }],
		['day', 'lessOrEqual', '2026-08-17', { day: { $lte: '2026-08-17' } }],
		['updated_at', 'greater', '2026-08-17', { updated_at: { $gt: '2026-08-17' } }],
		['tags', 'equals', 'spring', { tags: { $in: ['spring'] } }],
		['keywords', 'notEquals', 'x', { keywords: { $nin: ['x'] } }],
		['rights.status', 'equals', 'valid', { 'rights.status': 'valid' }],
		['captions.language', 'equals', 'de', { 'captions.language': 'de' }],
		['blocks.hero.head', 'equals', 'Hi', { 'blocks.hero.head': 'Hi' }],
		['seo.text', 'equals', 'x', { 'seo.text': 'x' }],
		['related', 'equals', 'blt1', { related: { $in_query: { uid: 'blt1' } } }],
		[
			'related',
			'notIn',
			'blt1,blt2',
			{ related: { $nin_query: { uid: { $in: ['blt1', 'blt2'] } } } },
		],
		['picture', 'exists', undefined, { picture: { $exists: true } }],
		['body', 'notExists', '', { body: { $exists: false } }],
		[
			'taxonomies.rights',
			'in',
			'expired,valid',
			{ 'taxonomies.rights': { $in: ['expired', 'valid'] } },
		],
	])('%s %s %j', (field, operator, value, expected) => {
		expect(query([{ field, operator, value }])).toEqual(expected);
	});
});

it('several conditions hold together or one of them', () => {
	const conditions: Condition[] = [
		{ field: 'title', operator: 'equals', value: 'A' },
		{ field: 'size', operator: 'greater', value: 1 },
	];
	const parts = [{ title: 'A' }, { size: { $gt: 1 } }];
	expect(query(conditions)).toEqual({ $and: parts });
	expect(query(conditions, 'or')).toEqual({ $or: parts });
	expect(query([])).toEqual({});
});

it('a query of the same field does not replace a condition', () => {
	expect(bothOf({ title: 'A' }, { title: { $ne: 'B' } })).toEqual({
		$and: [{ title: 'A' }, { title: { $ne: 'B' } }],
	});
	expect(bothOf({}, { title: 'B' })).toEqual({ title: 'B' });
	expect(bothOf({}, {})).toEqual({});
});

describe('a condition that makes no sense', () => {
	it.each<[string, Operator, unknown, string]>([
		['gone', 'equals', 'x', 'has no field "gone" to filter by'],
		['size', 'equals', 'big', 'SIZE (size) expects a number, got "big"'],
		['state', 'equals', 'lost', 'offers "ready", "held", not "lost"'],
		['title', 'equals', '', 'TITLE (title) has no value'],
		['title', 'in', ' , ', 'has no value'],
		['size', 'contains', '1', 'looks for text'],
		['picture', 'equals', 'blt1', 'can only ask whether this field exists'],
		['related', 'greater', 'blt1', 'compare a reference with UIDs'],
		['at', 'greater', 'yesterday', 'expects an ISO date'],
	])('%s %s %j', (field, operator, value, reason) => {
		expect(() => query([{ field, operator, value }])).toThrow(reason);
	});
});
