import type { IDataObject } from 'n8n-workflow';
import { ensure } from '../transport/ensure';
import type { IconikClient } from '../transport/client';
import type { MetadataField, MetadataView } from '../types';
import { listFields, viewPath } from './metadataModel';
import { listViews } from './settings';

/** A field as it is wanted. */
export interface FieldPlan {
	name: string;
	label: string;
	field_type: string;
	multi: boolean;
	required: boolean;
	options: Array<{ label: string; value: string }>;
}

export interface ViewPlan {
	name: string;
	description: string;
	fields: FieldPlan[];
}

export interface ViewOutcome {
	id: string;
	name: string;
	result: 'created' | 'updated' | 'unchanged';
	/** Names of the fields that were made. */
	created_fields: string[];
	/** Names of the fields that were put into a view that existed. */
	added_fields: string[];
	/** Fields that exist with another type than wanted. They are left as they are. */
	differing_fields: Array<{ name: string; field_type: string; wanted_type: string }>;
}

/** What a view may say of its fields. The rest of an answer belongs to the field itself. */
const VIEW_FIELD_KEYS = [
	'name',
	'label',
	'required',
	'read_only',
	'auto_set',
	'hide_if_not_set',
	'options',
	'source_url',
];

/** Makes the fields and the view that are missing, adds missing fields to the view, and changes nothing else. */
export async function setUpView(iconik: IconikClient, plan: ViewPlan): Promise<ViewOutcome> {
	const names = plan.fields.map(({ name }) => name);
	const present = new Map((await listFields(iconik, names)).map((field) => [field.name, field]));
	const missing = plan.fields.filter(({ name }) => !present.has(name));
	for (const field of missing) await makeField(iconik, field);
	const fields = {
		created_fields: missing.map(({ name }) => name),
		differing_fields: plan.fields.flatMap(({ name, field_type: wanted_type }) => {
			const field_type = present.get(name)?.field_type;
			return field_type && field_type !== wanted_type ? [{ name, field_type, wanted_type }] : [];
		}),
	};
	const find = async () => (await listViews(iconik)).find(({ name }) => name === plan.name);
	const known = await find();
	const { id } = known ?? (await makeView(iconik, plan, find));
	const added_fields = known ? await addFields(iconik, known, plan) : [];
	const result = !known ? 'created' : added_fields.length > 0 ? 'updated' : 'unchanged';
	return { id, name: plan.name, result, added_fields, ...fields };
}

async function makeField(iconik: IconikClient, field: FieldPlan): Promise<MetadataField> {
	const { options, ...facts } = field;
	return await ensure(
		async () => (await listFields(iconik, [field.name])).find(({ name }) => name === field.name),
		async () =>
			await iconik.request<MetadataField>({
				method: 'POST',
				path: '/API/metadata/v1/fields/',
				body: { ...facts, ...(options.length > 0 && { options }) },
			}),
	);
}

async function makeView(
	iconik: IconikClient,
	{ name, description, fields }: ViewPlan,
	find: () => Promise<MetadataView | undefined>,
): Promise<MetadataView> {
	return await ensure(
		find,
		async () =>
			await iconik.request<MetadataView>({
				method: 'POST',
				path: '/API/metadata/v1/views/',
				body: { name, ...(description && { description }), view_fields: fields.map(inView) },
			}),
	);
}

/**
 * The fields of the view go back as the view has them, with what it says of each, and the missing ones behind them. Only iconik's
 * list shows what a view itself says; read by its ID, its fields come mixed with what they say themselves.
 */
async function addFields(
	iconik: IconikClient,
	{ id, name, view_fields }: MetadataView,
	plan: ViewPlan,
): Promise<string[]> {
	const present = view_fields ?? [];
	const missing = plan.fields.filter((field) => !present.some((one) => one.name === field.name));
	if (missing.length === 0) return [];
	await iconik.request({
		method: 'PATCH',
		path: viewPath(id),
		body: { name, view_fields: [...present.map(ownFacts), ...missing.map(inView)] },
	});
	return missing.map((field) => field.name);
}

const inView = ({ name, required }: FieldPlan): IDataObject => ({
	name,
	...(required && { required }),
});

function ownFacts(field: MetadataField): IDataObject {
	return Object.fromEntries(
		Object.entries(field).filter(
			([key, value]) => VIEW_FIELD_KEYS.includes(key) && value !== null && value !== undefined,
		),
	) as IDataObject;
}
