import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { kindOf, readContentType, writableFields } from '../schema/contentType';
import { type PlacedField, placedFields } from '../schema/paths';
import { STAGE_PATH, SYSTEM_FIELDS } from '../schema/systemFields';
import { chosenContentType, openForEditor } from './editor';

async function contentTypeOf(context: ILoadOptionsFunctions) {
	const uid = chosenContentType(context);
	return await readContentType(await openForEditor.call(context), uid);
}

const option = ({ path, label }: Pick<PlacedField, 'path' | 'label'>): INodePropertyOptions => ({
	name: label,
	value: path,
	description: path,
});
const SYSTEM = SYSTEM_FIELDS.map(({ uid, display_name: label }) => option({ path: uid, label }));

/** Kinds that hold other fields or terms: those are offered instead. */
const CONTAINERS = ['group', 'blocks', 'taxonomy'];

/** The fields that entries can be found by, with the path of each as its value. */
export async function getFilterFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const contentType = await contentTypeOf(this);
	const fields = placedFields(contentType).filter(
		({ field }) => !CONTAINERS.includes(kindOf(field)),
	);
	const taxonomies = contentType.schema.flatMap(({ taxonomies: list = [] }) => list);
	return [
		...fields.map(option),
		...taxonomies.map(({ taxonomy_uid: uid }) =>
			option({ path: `taxonomies.${uid}`, label: `Taxonomy → ${uid}` }),
		),
		...SYSTEM,
		option({ path: STAGE_PATH, label: 'Workflow Stage' }),
	];
}

const SORTABLE = ['text', 'select', 'number', 'boolean', 'date'];

/** The fields that entries can be sorted by. */
export async function getSortFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const fields = writableFields(await contentTypeOf(this)).filter(
		(field) => SORTABLE.includes(kindOf(field)) && !field.multiple,
	);
	return [...fields.map(({ uid, display_name: label }) => option({ path: uid, label })), ...SYSTEM];
}

/** The top-level fields of an entry. */
export async function getTopFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const fields = writableFields(await contentTypeOf(this));
	return [...fields.map(({ uid, display_name: label }) => option({ path: uid, label })), ...SYSTEM];
}

/** The reference fields, at any depth. */
export async function getReferenceFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return placedFields(await contentTypeOf(this))
		.filter(({ field }) => kindOf(field) === 'reference')
		.map(option);
}
