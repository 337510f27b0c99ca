import type { INodeExecutionData } from 'n8n-workflow';
import { byId } from '../../contentstack/runContentstack';
import { action, type Job } from './job';

const german = { environments: ['production'], locales: ['de-de'] };
const binary: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('hello').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'same-requests.txt',
		},
	},
};

/** What is done with assets. */
export const ASSET_JOBS: Record<string, Job> = {
	'upload an asset': {
		node: action(
			() => ({
				resource: 'asset',
				operation: 'upload',
				source: 'binary',
				additionalFields: { title: 'Hello', description: 'Words', tags: 'a, b' },
			}),
			binary,
		),
		sdk: async (stack, things) =>
			await stack
				.asset()
				.create(
					{ upload: things.file, title: 'Hello', description: 'Words', tags: ['a', 'b'] },
					{ include_dimension: true },
				),
	},
	'get an asset': {
		node: action((things) => ({ resource: 'asset', operation: 'get', asset: byId(things.hero) })),
		sdk: async (stack, things) =>
			await stack
				.asset(things.hero)
				.fetch({ include_dimension: true, include_publish_details: true }),
	},
	'publish an asset': {
		node: action((things) => ({
			resource: 'asset',
			operation: 'publish',
			asset: byId(things.hero),
			...german,
		})),
		sdk: async (stack, things) =>
			await stack.asset(things.hero).publish({ publishDetails: german, version: 1 }),
	},
	'see who uses an asset': {
		node: action((things) => ({
			resource: 'asset',
			operation: 'getReferences',
			asset: byId(things.hero),
		})),
		sdk: async (stack, things) =>
			await stack
				.asset(things.hero)
				.getReferences({ include_publish_details: true, skip: 0, limit: 50 }),
	},
	'delete an asset': {
		node: action((things) => ({
			resource: 'asset',
			operation: 'delete',
			asset: byId(things.hero),
		})),
		sdk: async (stack, things) => await stack.asset(things.hero).delete(),
	},
	'change what an asset says': {
		node: action((things) => ({
			resource: 'asset',
			operation: 'update',
			asset: byId(things.workshop),
			updateFields: { title: 'Workshop', tags: 'a, b' },
		})),
		sdk: async (stack, things) => {
			const asset = stack.asset(things.workshop);
			Object.assign(asset, { title: 'Workshop', tags: ['a', 'b'] });
			await asset.update({ include_dimension: true });
		},
	},
	'replace the file of an asset': {
		node: action(
			(things) => ({ resource: 'asset', operation: 'replaceFile', asset: byId(things.workshop) }),
			binary,
		),
		sdk: async (stack, things) => {
			// The SDK's types leave its second argument out.
			const asset = stack.asset(things.workshop) as unknown as {
				replace: (data: object, params: object) => Promise<unknown>;
			};
			await asset.replace({ upload: things.file }, { include_dimension: true });
		},
	},
};
