/** A row of a report, as Get Report gives it. */
export interface ReportRow {
	report: string;
	assetId: string;
	title: string;
	mediaType: string;
	webUrl: string;
	entries: number;
	since: string;
	places: Place[];
	approval: string;
	rightsExpire: string;
	rightsStatus: string;
	missingCaptions: string[];
}

/** Where an asset is shown. */
export interface Place {
	title: string;
	url: string;
	field: string;
	locale: string;
	environment: string;
	since: string;
}

type Json = Record<string, unknown>;

/** Reads a row; `undefined` for what is none, such as the empty item of a report that found nothing. */
export function readReportRow(json: Json): ReportRow | undefined {
	const report = text(json.report);
	const assetId = text(json.asset_id);
	if (report === '' || assetId === '') return undefined;
	return {
		report,
		assetId,
		title: text(json.title) || assetId,
		mediaType: text(json.media_type) || 'other',
		webUrl: text(json.web_url),
		entries: Number(json.entries) || 0,
		since: day(json.since),
		places: list(json.placements).map(readPlace),
		approval: text(json.approval_status),
		rightsExpire: day(json.rights_expire),
		rightsStatus: text(json.rights_status),
		missingCaptions: list(json.missing_captions).map(text),
	};
}

function readPlace(given: unknown): Place {
	const place = (typeof given === 'object' && given !== null ? given : {}) as Json;
	return {
		title: text(place.title) || text(place.entry_uid),
		url: text(place.url),
		field: text(place.field_path),
		locale: text(place.locale),
		environment: text(place.environment),
		since: day(place.since),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The day of a date in ISO 8601, else nothing. */
function day(value: unknown): string {
	return /^\d{4}-\d\d-\d\d/.exec(text(value))?.[0] ?? '';
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
