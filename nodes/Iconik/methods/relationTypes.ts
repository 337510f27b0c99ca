import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { connect } from '../transport/client';
import type { Listed } from '../transport/paging';

interface RelationType {
	name: string;
	source_label?: string | null;
	destination_label?: string | null;
}

/** Relation types by name, with what the two assets are to each other. */
export async function getRelationTypes(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const iconik = await connect(this);
	const path = '/API/assets/v1/assets/relation_types/' as const;
	const types = (await iconik.find<Listed<RelationType>>({ path }))?.objects ?? [];
	return types.map(({ name, source_label, destination_label }) => ({
		name,
		value: name,
		description: [source_label, destination_label].filter(Boolean).join(' / ') || undefined,
	}));
}

export async function getRelationTypesOrAny(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [{ name: '[Any]', value: '' }, ...(await getRelationTypes.call(this))];
}
