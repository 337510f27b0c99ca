import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { collectionPath, type WireCollection } from '../../media/collection';
import { inTurn } from '../../media/inTurn';
import type { IconikClient } from '../../transport/client';
import { ensure } from '../../transport/ensure';
import { collectionIdOf, collectionLocator } from '../collectionLocator';
import type { ItemOperation } from '../operation';
import { explainMissing, PROJECTS } from './projects';

const show = { resource: ['project'], operation: ['createOrUpdate'] };

interface Project extends IDataObject {
	id: string;
	name?: string;
}

export const description: INodeProperties[] = [
	{
		...collectionLocator,
		description: 'The collection of the project, by which it is found again',
		displayOptions: { show },
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Spring 2027',
		displayOptions: { show },
	},
];

/** The collection names its project, so that is found again however it was renamed. Those who want the same one wait for each other. */
export const execute: ItemOperation = async function (iconik, index) {
	const collectionId = collectionIdOf.call(this, index);
	const name = (this.getNodeParameter('name', index) as string).trim();
	const turn = [iconik.origin, iconik.appId, 'project', collectionId].join('\n');
	return await inTurn(turn, async () => {
		const present = await projectOf(iconik, collectionId);
		return await explainMissing(this.getNode(), async () => {
			if (!present) return await make(iconik, name, collectionId);
			if (present.name === name) return { ...present, outcome: 'unchanged' };
			const path = `${PROJECTS}${encodeURIComponent(present.id)}/` as const;
			const after = await iconik.request<Project>({ method: 'PATCH', path, body: { name } });
			return { ...after, outcome: 'updated' };
		});
	});
};

/** The project that a collection belongs to; nothing when it has none, or one that was deleted. */
async function projectOf(iconik: IconikClient, collectionId: string): Promise<Project | undefined> {
	const { project_id: id } = await iconik.request<WireCollection>({
		path: collectionPath(collectionId),
	});
	if (typeof id !== 'string' || id === '') return undefined;
	return await iconik.find<Project>({ path: `${PROJECTS}${encodeURIComponent(id)}/` });
}

async function make(iconik: IconikClient, name: string, collectionId: string) {
	let tries = 0;
	const project = await ensure(
		// It was looked for already; again only when the call that makes it has broken off.
		async () => (tries++ === 0 ? undefined : await projectOf(iconik, collectionId)),
		async () =>
			await iconik.request<Project>({
				method: 'POST',
				path: PROJECTS,
				body: { name, collection_id: collectionId },
			}),
	);
	return { ...project, outcome: 'created' };
}
