import { byId } from '../../contentstack/runContentstack';
import { action, type Job, type Things } from './job';

const target = { environments: ['production'], locales: ['en-us'] };

const released = ({ boatbuilder }: Things) => ({
	uid: boatbuilder,
	version: 1,
	locale: 'en-us',
	content_type_uid: 'article',
	action: 'publish' as const,
});
const entry = ({ boatbuilder }: Things) => ({
	itemType: 'entry',
	contentType: byId('article'),
	entry: byId(boatbuilder),
});
const bulkEntry = ({ boatbuilder }: Things) => ({
	uid: boatbuilder,
	content_type: 'article',
	locale: 'en-us',
});

/** What is done with many things together: releases and bulk calls. */
export const TOGETHER_JOBS: Record<string, Job> = {
	'make a release': {
		node: action(() => ({
			resource: 'release',
			operation: 'create',
			releaseName: 'Autumn',
			releaseDescription: 'Films',
		})),
		sdk: async (stack) =>
			await stack.release().create({
				release: { name: 'Autumn', description: 'Films', locked: false, archived: false },
			}),
	},
	'list releases': {
		node: action(() => ({ resource: 'release', operation: 'getAll', returnAll: true })),
		sdk: async (stack) => await stack.release().query({ skip: 0, limit: 100 }).find(),
	},
	'put an entry into a release': {
		node: action((things) => ({
			resource: 'release',
			operation: 'addItems',
			release: byId(things.release),
			...entry(things),
			version: 1,
		})),
		sdk: async (stack, things) =>
			await stack
				.release(things.release)
				.item()
				.create({ items: [released(things)] }),
	},
	'deploy a release': {
		node: action((things) => ({
			resource: 'release',
			operation: 'deploy',
			release: byId(things.release),
			...target,
		})),
		sdk: async (stack, things) =>
			await stack.release(things.release).deploy({ ...target, action: 'publish' } as never),
	},
	'take an entry out of a release': {
		node: action((things) => ({
			resource: 'release',
			operation: 'removeItems',
			release: byId(things.release),
			...entry(things),
		})),
		sdk: async (stack, things) =>
			await stack
				.release(things.release)
				.item()
				.delete({ items: [released(things)] }),
	},
	'delete a release': {
		node: action((things) => ({
			resource: 'release',
			operation: 'delete',
			release: byId(things.release),
		})),
		sdk: async (stack, things) => await stack.release(things.release).delete(),
	},
	'publish entries in bulk': {
		node: action((things) => ({
			resource: 'bulkOperation',
			operation: 'publish',
			...entry(things),
			version: 1,
			...target,
			// The SDK does not look whose versions would go live.
			whenDraftFound: 'publish',
		})),
		sdk: async (stack, things) =>
			await stack.bulkOperation().publish({
				details: {
					entries: [{ ...bulkEntry(things), version: 1 }],
					assets: [],
					...target,
				} as never,
				api_version: '3.2',
			}),
	},
	'delete entries in bulk': {
		node: action((things) => ({
			resource: 'bulkOperation',
			operation: 'delete',
			...entry(things),
		})),
		sdk: async (stack, things) =>
			await stack
				.bulkOperation()
				.delete({ details: { entries: [bulkEntry(things)], assets: [] } as never }),
	},
};
