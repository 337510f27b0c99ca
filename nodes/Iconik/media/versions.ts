import type { AssetVersion } from '../types';
import { toInstant } from './dates';

/**
 * The usable versions of an asset, newest first: by number, then by date. iconik does not say in which order it lists them,
 * and old versions may lack a number.
 */
export function newestFirst(versions: readonly AssetVersion[] | null | undefined): AssetVersion[] {
	return allNewestFirst(versions).filter(({ status }) => (status ?? 'ACTIVE') === 'ACTIVE');
}

/** The same with the versions that failed, are on the way or deleted. */
export function allNewestFirst(
	versions: readonly AssetVersion[] | null | undefined,
): AssetVersion[] {
	return [...(versions ?? [])].sort(byAge);
}

function byAge(a: AssetVersion, b: AssetVersion): number {
	const bothNumbered = a.version_number != null && b.version_number != null;
	const byNumber = bothNumbered ? Number(b.version_number) - Number(a.version_number) : 0;
	return byNumber || created(b) - created(a) || (a.id < b.id ? -1 : 1);
}

function created(version: AssetVersion): number {
	return toInstant(version.date_created) ?? 0;
}
