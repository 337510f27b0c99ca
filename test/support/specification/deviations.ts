/** A deviation from iconik's OpenAPI files that running code shows, or that the files make necessary by contradicting themselves. */
interface Deviation {
	/** Fits the fault as it is told: method, place and message. */
	fault: RegExp;
	/** What shows that the real service does it so. */
	source: string;
}

/** Members of `AssetElasticSchema` and `CollectionElastic` that `SearchDocumentSchema` lacks. */
const INDEXED = [
	'(ancestor|in)_collections',
	'(analyze|archive|face_recognition|custom_order)_status',
	'(comments|versions)_(count|number)',
	'(created|updated|deleted)_by_user(_info)?',
	'custom_(keyframe|poster)',
	'date_(deleted|imported|viewed)',
	'(original_(asset|segment|version)|external|parent|person|project|storage|keyframe_asset)_ids?',
	'is_(blocked|online|root)',
	'time_(start|end)_milliseconds',
	'category|duration_milliseconds|external_link|favoured|files|keyframes|media_type|parents',
	'permissions|position|proxies|relations|site_name|status|type|versions|warning',
].join('|');

/** Searches, past ones and saved ones. */
const HITS = '/v1/search/((history|saved)/\\{\\w+\\}/)?';

const deviations: Deviation[] = [
	{
		fault: /^PATCH .*: request \/ must have required property/,
		source:
			'PATCH has the schema of PUT, but takes some members alone: pythonik (partial_update_asset, partial_update_segment), ' +
			"Spotify's IconikCloudFunctions (jobs)",
	},
	{
		fault: /^PATCH jobs:\/v1\/jobs\/\{job_id\}\/: answer has the status 201$/,
		source: "Seen by Spotify's IconikCloudFunctions",
	},
	{
		fault: new RegExp(`^\\w+ search:${HITS}: answer 200 /objects/\\* must NOT .*: (${INDEXED})$`),
		source:
			"Hits are index documents as lists show them: iconik's help on search, base-media-cloud",
	},
	{
		fault: new RegExp(
			`^\\w+ search:${HITS}: answer 200 /objects/\\* must NOT .*: (approval_status|_sort|_highlight)$`,
		),
		source:
			'`search_after` takes the `_sort` of a hit, which is in public clients; `approval_status` is a term and facet of searches',
	},
	{
		fault:
			/^POST search:\/v1\/search\/: request \/ must NOT have additional properties: (per_)?page$/,
		source: 'A public MCP server sends them in the body, where they do nothing',
	},
	{
		fault: new RegExp(
			`^GET assets:/v1/collections/\\{collection_id\\}/contents/: answer 200 /objects/\\* must NOT .*: (${INDEXED})$`,
		),
		source:
			'Contents hold collections too (`object_types` of the same call), while the answer is described as assets alone',
	},
	{
		fault: /^GET files:\/v1\/assets\/\{asset_id\}\/keyframes\/\{keyframe_id\}\/: answer 200 \//,
		source:
			'Described with the schema of a file, while PUT and PATCH of the same path answer with a keyframe',
	},
];

export function isKnownDeviation(fault: string): boolean {
	return deviations.some((deviation) => deviation.fault.test(fault));
}
