import type { Stack } from '../transport/stack';
import type { Environment } from '../transport/stackLists';
import type { Asset } from './asset';

/**
 * Publishes the asset's present version where another one or none is live. No call when it is live everywhere.
 * @returns the names of the environments that it was queued for
 */
export async function publishAsset(
	stack: Stack,
	{ uid, _version, publish_details: live = [] }: Asset,
	environments: Environment[],
	locales: string[],
): Promise<string[]> {
	const due = environments.filter((environment) =>
		locales.some(
			(locale) =>
				!live.some(
					(place) =>
						[environment.uid, environment.name].includes(place.environment) &&
						place.locale === locale &&
						place.version === _version,
				),
		),
	);
	if (due.length === 0) return [];
	const names = due.map(({ name }) => name);
	await stack.request({
		method: 'POST',
		path: `/assets/${uid}/publish`,
		body: { asset: { environments: names, locales }, version: _version },
		repeatable: true,
	});
	return names;
}

/** The asset as it is known to be live once what was queued is carried out. */
export function asQueued(asset: Asset, environments: string[], locales: string[]): Asset {
	const places = environments.flatMap((environment) =>
		locales.map((locale) => ({ environment, locale, version: asset._version })),
	);
	return { ...asset, publish_details: [...(asset.publish_details ?? []), ...places] };
}
