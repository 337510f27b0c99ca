import type { INodeProperties } from 'n8n-workflow';

export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['entry'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			description: 'Create a new entry',
			action: 'Create an entry',
		},
		{
			name: 'Create or Update',
			value: 'createOrUpdate',
			description: 'Create a new record, or update the current one if it already exists (upsert)',
			action: 'Create or update an entry',
		},
		{
			name: 'Delete',
			value: 'delete',
			description: 'Delete an entry for good, in all languages or in some',
			action: 'Delete an entry',
		},
		{
			name: 'Get',
			value: 'get',
			description: 'Read one entry by its UID',
			action: 'Get an entry',
		},
		{
			name: 'Get Languages',
			value: 'getLanguages',
			description: 'List the languages and where the entry has a version of its own',
			action: 'Get the languages of an entry',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			description: 'Read the entries that conditions or a query find',
			action: 'Get many entries',
		},
		{
			name: 'Get Media Placements',
			value: 'getMediaPlacements',
			description:
				'List where entries show iconik media: entry, field, language, live environments, page',
			action: 'Get media placements',
		},
		{
			name: 'Get References',
			value: 'getReferences',
			description: 'List the entries that refer to this one',
			action: 'Get the references to an entry',
		},
		{
			name: 'Get Versions',
			value: 'getVersions',
			description: 'List the saved versions of an entry',
			action: 'Get the versions of an entry',
		},
		{
			name: 'Localize',
			value: 'localize',
			description: 'Give an entry a version of its own in a language',
			action: 'Localize an entry',
		},
		{
			name: 'Publish',
			value: 'publish',
			description: 'Make a version visible on the chosen environments',
			action: 'Publish an entry',
		},
		{
			name: 'Set Workflow Stage',
			value: 'setWorkflowStage',
			description: 'Move an entry to a stage of its workflow',
			action: 'Set the workflow stage of an entry',
		},
		{
			name: 'Unlocalize',
			value: 'unlocalize',
			description:
				"Delete an entry's own version in a language, so that it follows its fallback again",
			action: 'Unlocalize an entry',
		},
		{
			name: 'Unpublish',
			value: 'unpublish',
			description: 'Take an entry down from where it is live',
			action: 'Unpublish an entry',
		},
		{
			name: 'Update',
			value: 'update',
			description: 'Write the fields of an entry that differ',
			action: 'Update an entry',
		},
	],
	default: 'createOrUpdate',
};
