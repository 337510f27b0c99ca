import { completion } from '../../../nodes/Contentstack/schema/completion';
import { field } from './mediaType';

const expected = [
	field('title', 'text'),
	field('size', 'number'),
	field('rights', 'group', { schema: [field('status', 'text'), field('until', 'isodate')] }),
];

it('adds what is missing, inside groups too, and keeps the rest as it is', () => {
	const own = field('rights', 'group', {
		display_name: 'Our rights',
		schema: [field('status', 'text', { mandatory: true })],
	});
	const present = [field('own', 'json'), field('title', 'text', { unique: true }), own];
	const { schema, added, alreadyThere, conflicting } = completion(present, expected);
	expect(added).toEqual(['size', 'rights.until']);
	expect(alreadyThere).toEqual(['title', 'rights', 'rights.status']);
	expect(conflicting).toEqual([]);
	expect(schema).toEqual([
		present[0],
		present[1],
		{ ...own, schema: [...(own.schema ?? []), field('until', 'isodate')] },
		field('size', 'number'),
	]);
});

it('reports a field of another sort and does not touch it', () => {
	const present = [
		field('title', 'text'),
		field('size', 'text'),
		field('rights', 'group', { multiple: true }),
	];
	const { schema, conflicting, added } = completion(present, expected);
	expect(schema).toEqual(present);
	expect(added).toEqual([]);
	expect(conflicting).toEqual([
		{ field: 'size', expected: 'number', found: 'text' },
		{ field: 'rights', expected: 'group', found: 'several of group' },
	]);
});
