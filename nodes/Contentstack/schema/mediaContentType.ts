import type { ContentType, Field } from './contentType';

type Extras = Partial<Field> & Record<string, unknown>;

const field = (
	uid: string,
	display_name: string,
	data_type: string,
	extras: Extras = {},
): Field => ({
	uid,
	display_name,
	data_type,
	mandatory: false,
	unique: false,
	multiple: false,
	non_localizable: false,
	...extras,
});

const text = (uid: string, name: string, extras?: Extras) => field(uid, name, 'text', extras);
const paragraph = (uid: string, name: string) =>
	text(uid, name, {
		field_metadata: {
			description: '',
			default_value: '',
			multiline: true,
		} as Field['field_metadata'],
	});
const number = (uid: string, name: string) => field(uid, name, 'number');
const date = (uid: string, name: string) => field(uid, name, 'isodate');
const choice = (uid: string, name: string, values: string[]) =>
	text(uid, name, {
		display_type: 'dropdown',
		enum: { advanced: false, choices: values.map((value) => ({ value })) } as Field['enum'],
	});
const group = (uid: string, name: string, schema: Field[], extras?: Extras) =>
	field(uid, name, 'group', { field_metadata: {}, schema, ...extras });

/** The field that tells where and how much the media is used: for those who look after it, not for a page. */
export const USAGE_FIELD = 'iconik_usage';

/** The fields of a media entry: everything that a page needs of one iconik asset at one version. */
const mediaFields: Field[] = [
	text('title', 'Title', {
		mandatory: true,
		field_metadata: { _default: true } as Field['field_metadata'],
	}),
	text('iconik_asset_id', 'iconik Asset ID', {
		mandatory: true,
		unique: true,
		non_localizable: true,
	}),
	text('iconik_version_id', 'iconik Version ID'),
	number('iconik_version_number', 'iconik Version Number'),
	choice('iconik_state', 'iconik State', ['ready', 'held', 'withdrawn']),
	paragraph('iconik_hold_reason', 'iconik Hold Reason'),
	paragraph('description', 'Description'),
	text('media_type', 'Media Type'),
	number('duration_ms', 'Duration (ms)'),
	number('width', 'Width'),
	number('height', 'Height'),
	field('poster', 'Poster', 'file'),
	text('preview_url', 'Preview URL'),
	date('preview_expires', 'Preview Expires'),
	text('delivery_url', 'Delivery URL'),
	text('delivery_strategy', 'Delivery Strategy'),
	date('delivery_expires', 'Delivery Expires'),
	text('iconik_url', 'iconik URL'),
	group('usage_rights', 'Usage Rights', [
		choice('status', 'Status', ['valid', 'expiring', 'expired', 'pending', 'missing']),
		date('starts', 'Starts'),
		date('expires', 'Expires'),
		text('holder', 'Holder'),
		text('territories', 'Territories', { multiple: true }),
		paragraph('notes', 'Notes'),
	]),
	group(
		'captions',
		'Captions',
		[
			text('language', 'Language'),
			field('closed_captions', 'Closed Captions', 'boolean'),
			field('file', 'File', 'file'),
		],
		{ multiple: true },
	),
	group('iconik_metadata', 'iconik Metadata', [text('name', 'Name'), text('value', 'Value')], {
		multiple: true,
	}),
	text('iconik_fingerprint', 'iconik Fingerprint'),
	group(
		USAGE_FIELD,
		'iconik Usage',
		[
			number('entries', 'Entries That Show It'),
			number('placements', 'Placements'),
			date('since', 'In Use Since'),
			number('downloads', 'Downloads in iconik'),
			date('last_download', 'Last Download'),
			number('exports', 'Exports from iconik'),
			group(
				'places',
				'Places',
				[
					text('page', 'Page'),
					text('page_url', 'Page URL'),
					text('entry_uid', 'Entry UID'),
					text('content_type', 'Content Type'),
					text('field', 'Field'),
					text('language', 'Language'),
					text('environment', 'Environment'),
					date('since', 'Since'),
				],
				{ multiple: true },
			),
		],
		{ non_localizable: true },
	),
];

/** The content type that carries media packages, ready to be created. */
export function mediaContentType(
	uid: string,
	title: string,
): ContentType & { description: string } {
	return {
		uid,
		title,
		description: 'Media from iconik: one entry for each asset, kept in step by n8n',
		schema: mediaFields,
		options: {
			is_page: false,
			title: 'title',
			singleton: false,
			sub_title: [],
		} as ContentType['options'],
	};
}
