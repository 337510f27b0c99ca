import { storeCollection } from '../domain/collections';
import { idOf } from '../ids';
import type { MetadataField } from '../metadataModel';
import { makeField } from '../routes/metadata/definitions';
import type { Store } from '../store';
import { addUser } from './empty';

type FieldRow = [
	name: string,
	label: string,
	type: MetadataField['field_type'],
	more?: Partial<MetadataField>,
];

const fields: FieldRow[] = [
	['RightsStart', 'Rights start', 'date'],
	['RightsExpiry', 'Rights expiry', 'date', { sortable: true }],
	['RightsHolder', 'Rights holder', 'string'],
	['Territories', 'Territories', 'tag_cloud', { multi: true, use_as_facet: true }],
	['UsageNotes', 'Usage notes', 'text'],
	['Description', 'Description', 'text'],
	['Campaign', 'Campaign', 'string', { use_as_facet: true }],
	['Tags', 'Tags', 'tag_cloud', { multi: true, use_as_facet: true }],
	['DeliveryUrl', 'Delivery URL', 'url'],
	['Blocked', 'Blocked', 'boolean', { is_block_field: true }],
	['BlockReason', 'Reason for the block', 'text', { is_warning_field: true }],
];

const views: Array<[key: string, name: string, description: string, fields: string[]]> = [
	[
		'rights',
		'Usage rights',
		'Who may use it, where and until when',
		['RightsStart', 'RightsExpiry', '__separator__', 'RightsHolder', 'Territories', 'UsageNotes'],
	],
	['editorial', 'Editorial', 'What editors need to know', ['Description', 'Campaign', 'Tags']],
	['delivery', 'Delivery', 'Where the published file is', ['DeliveryUrl']],
	['restriction', 'Restriction', 'Stops download and sharing', ['Blocked', 'BlockReason']],
];

const people = [
	['media', 'Liv', 'Andersen', 'media'],
	['editor', 'Tom', 'Okafor', 'media'],
	['producer', 'Mara', 'Lindqvist', 'media'],
	['legal', 'Henrik', 'Dahl', 'legal'],
	['counsel', 'Sofia', 'Marchetti', 'legal'],
] as const;

const collections: Array<[key: string, title: string, parent: string | null]> = [
	['campaigns', 'Campaigns', null],
	['spring-2027', 'Spring 2027', 'campaigns'],
	['athletes', 'People of the North', 'campaigns'],
	['how-to', 'Care & Repair', null],
	['corporate', 'Halden Inside', null],
	['stills', 'Stills', 'spring-2027'],
	['audio', 'Audio', null],
	['wanted', 'Wanted', 'campaigns'],
];

/** Fields, views, people, groups, collections and the export location of the demo tenant. */
export function seedDefinitions(store: Store): void {
	for (const [name, label, field_type, more] of fields)
		store.fields.set(name, {
			...makeField(store, { name, label, field_type: field_type as 'string' }),
			...more,
		});
	const date = store.now();
	for (const [key, name, description, names] of views) {
		const id = idOf(`view:${key}`);
		const view_fields = names.map((field) => ({ name: field }));
		const dates = { date_created: date, date_modified: date };
		store.views.set(id, { id, name, description, view_fields, ...dates });
	}
	for (const [name, title] of [
		['media', 'Media team'],
		['legal', 'Legal'],
	] as const) {
		const id = idOf(`group:${name}`);
		store.groups.set(id, {
			id,
			name: title,
			description: '',
			alias: name,
			roles: [],
			date_created: date,
			date_modified: date,
		});
	}
	for (const [name, first_name, last_name, group] of people)
		addUser(store, {
			name,
			first_name,
			last_name,
			email: `${first_name.toLowerCase()}.${last_name.toLowerCase()}@haldenoutdoor.example`,
			groups: [idOf(`group:${group}`)],
		});
	for (const [key, title, parent] of collections)
		storeCollection(
			store,
			{ id: idOf(`collection:${key}`), title, parent_id: parent && idOf(`collection:${parent}`) },
			idOf('user:media'),
		);
	const location = idOf('export-location:cdn');
	store.exportLocations.set(location, {
		id: location,
		name: 'CDN',
		description: 'Bucket behind the public CDN',
		path: 'media',
		storage_id: idOf('storage:EXPORTS'),
		export_original: false,
		export_proxy: true,
		export_posters: false,
		export_metadata: false,
		export_transcriptions: false,
		export_to_asset_folder: false,
		include_original_extension: true,
		system_domain_id: store.systemDomainId,
	});
	seedCategory(store, date);
}

function seedCategory(store: Store, date: string): void {
	store.categories.set('assets/default', {
		id: 'assets/default',
		name: 'default',
		label: 'Default',
		object_type: 'assets',
		view_ids: views.map(([key]) => idOf(`view:${key}`)),
		date_created: date,
		date_modified: date,
	});
}
