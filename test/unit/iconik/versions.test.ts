import { newestFirst } from '../../../nodes/Iconik/media/versions';

const version = (
	id: string,
	version_number?: number,
	date_created?: string,
	status = 'ACTIVE',
) => ({
	id,
	version_number,
	date_created,
	status,
});

describe('newestFirst', () => {
	it('trusts the number, not the order in which iconik lists versions', () => {
		const listed = [version('b', 2), version('c', 3), version('a', 1)];
		expect(newestFirst(listed).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
	});

	it('goes by date where old versions have no number, reading a date without offset as UTC', () => {
		const listed = [
			version('noon', undefined, '2024-05-01T12:00:00'),
			version('one', undefined, '2024-05-01T15:00:00+02:00'),
		];
		expect(newestFirst(listed)[0]?.id).toBe('one');
	});

	it('leaves out versions that are deleted, failed or still being made', () => {
		const listed = [
			version('a', 1),
			version('b', 2, undefined, 'DELETED'),
			version('c', 3, undefined, 'FAILED'),
			version('d', 4, undefined, 'IN_PROGRESS'),
		];
		expect(newestFirst(listed).map(({ id }) => id)).toEqual(['a']);
	});

	it('finds none in an asset without versions', () => {
		expect(newestFirst(null)).toEqual([]);
		expect(newestFirst(undefined)).toEqual([]);
	});
});
