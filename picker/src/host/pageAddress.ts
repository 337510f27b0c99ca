/** The address that the page was loaded from, without what follows the path: the calls go below it. */
export function pageAddress(): string {
	const { origin, pathname } = window.location;
	return `${origin}${pathname.replace(/\/+$/, '')}`;
}
