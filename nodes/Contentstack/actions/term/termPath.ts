/** The path of a taxonomy's terms, or of one of them. */
export function termPath(taxonomy: string, term?: string): string {
	const terms = `/taxonomies/${encodeURIComponent(taxonomy)}/terms`;
	return term === undefined ? terms : `${terms}/${encodeURIComponent(term)}`;
}
