import { calls, namesOf, type Place } from '../../../nodes/Contentstack/entries/publishCalls';

const place = (name: string, locale: string): Place => ({
	environment: { uid: `blt-${name}`, name },
	locale,
});
const planned = (places: Place[]) => calls(places, () => '').map(namesOf);

it('the same environments in several languages are one call', () => {
	const places = ['en-us', 'de-de'].flatMap((locale) => [
		place('production', locale),
		place('staging', locale),
	]);
	expect(planned(places)).toEqual([
		{ environments: ['production', 'staging'], locales: ['en-us', 'de-de'] },
	]);
});

it('no call goes anywhere that was not asked for', () => {
	const places = [
		place('production', 'en-us'),
		place('staging', 'en-us'),
		place('staging', 'de-de'),
	];
	expect(planned(places)).toEqual([
		{ environments: ['production', 'staging'], locales: ['en-us'] },
		{ environments: ['staging'], locales: ['de-de'] },
	]);
});

it('different versions are different calls', () => {
	const places = [
		{ ...place('production', 'en-us'), version: 3 },
		{ ...place('production', 'de-de'), version: 1 },
	];
	expect(calls(places, ({ version }) => String(version))).toHaveLength(2);
});
