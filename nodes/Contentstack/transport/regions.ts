/** The origins of one region: management API, delivery API, web app. */
export interface RegionHosts {
	api: string;
	cdn: string;
	app: string;
}

const prefixed = (prefix: string): RegionHosts => ({
	api: `https://${prefix}-api.contentstack.com`,
	cdn: `https://${prefix}-cdn.contentstack.com`,
	app: `https://${prefix}-app.contentstack.com`,
});

/**
 * North America's API and CDN alone end in `.io`.
 * https://www.contentstack.com/docs/developers/contentstack-regions/api-endpoints
 */
export const REGIONS: Record<string, RegionHosts> = {
	NA: {
		api: 'https://api.contentstack.io',
		cdn: 'https://cdn.contentstack.io',
		app: 'https://app.contentstack.com',
	},
	EU: prefixed('eu'),
	AU: prefixed('au'),
	AZURE_NA: prefixed('azure-na'),
	AZURE_EU: prefixed('azure-eu'),
	GCP_NA: prefixed('gcp-na'),
	GCP_EU: prefixed('gcp-eu'),
};

/** What a credential says about where its stack lives. */
export interface RegionChoice {
	region?: unknown;
	apiUrl?: unknown;
	cdnUrl?: unknown;
	appUrl?: unknown;
}

/** The hosts that a credential points at: those of its region, or for `CUSTOM` the ones it names. Without a final slash. */
export function hostsOf(choice: RegionChoice): RegionHosts {
	const known = REGIONS[String(choice.region ?? 'NA')];
	if (known) return known;
	return {
		api: origin(choice.apiUrl),
		cdn: origin(choice.cdnUrl),
		app: origin(choice.appUrl),
	};
}

/** People paste the base with `/v3` or a slash at its end. */
function origin(url: unknown): string {
	return String(url ?? '')
		.trim()
		.replace(/\/+$/, '')
		.replace(/\/v3$/, '');
}
