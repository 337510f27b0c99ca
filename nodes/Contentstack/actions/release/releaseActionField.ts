import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Whether something goes live or is taken down by a release. */
export const releaseActionField = (
	show: NonNullable<IDisplayOptions['show']>,
	description: string,
): INodeProperties => ({
	displayName: 'Action',
	name: 'releaseAction',
	type: 'options',
	options: [
		{ name: 'Publish', value: 'publish' },
		{ name: 'Unpublish', value: 'unpublish' },
	],
	default: 'publish',
	description,
	displayOptions: { show },
});
