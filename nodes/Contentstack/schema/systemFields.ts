import type { Field } from './contentType';

/** What every entry has beside the fields of its content type, and entries can be found and sorted by. */
export const SYSTEM_FIELDS: Field[] = [
	{ uid: 'uid', display_name: 'UID', data_type: 'text' },
	{ uid: 'created_at', display_name: 'Created At', data_type: 'isodate' },
	{ uid: 'created_by', display_name: 'Created By', data_type: 'text' },
	{ uid: 'updated_at', display_name: 'Updated At', data_type: 'isodate' },
	{ uid: 'updated_by', display_name: 'Updated By', data_type: 'text' },
];

/** Where the UID of an entry's workflow stage is. */
export const STAGE_PATH = '_workflow.uid';
