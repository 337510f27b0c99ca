import type {
	IDataObject,
	IDisplayOptions,
	IExecuteFunctions,
	INodeProperties,
} from 'n8n-workflow';

type Show = NonNullable<IDisplayOptions['show']>;

/** What happens to what somebody saved and did not publish. */
export const whenDraftFoundField = (show: Show): INodeProperties => ({
	displayName: 'When an Unpublished Draft Is Found',
	name: 'whenDraftFound',
	type: 'options',
	options: [
		{
			name: 'Publish Anyway',
			value: 'publish',
			description: 'The changes that somebody saved and did not publish go live too',
		},
		{
			name: 'Report',
			value: 'report',
			description: 'Nothing goes live there; the output says draft_found with versions and authors',
		},
	],
	default: 'report',
	description: 'What to do when versions that other people saved would go live with this one',
	displayOptions: { show },
});

/** The UID of the user as whom this workflow saved the entry, where the item comes from such a save. */
export function savedBy(
	context: IExecuteFunctions,
	index: number,
	entryUid: string,
): string | undefined {
	const json: IDataObject = context.getInputData()[index]?.json ?? {};
	return json.uid === entryUid && json.updated_by ? String(json.updated_by) : undefined;
}
