import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import * as asset from './actions/asset';
import * as branch from './actions/branch';
import * as bulkOperation from './actions/bulkOperation';
import * as contentModel from './actions/contentModel';
import * as contentType from './actions/contentType';
import * as entry from './actions/entry';
import * as environment from './actions/environment';
import * as extension from './actions/extension';
import * as folder from './actions/folder';
import * as globalField from './actions/globalField';
import * as locale from './actions/locale';
import * as publishedContent from './actions/publishedContent';
import * as release from './actions/release';
import * as taxonomy from './actions/taxonomy';
import * as term from './actions/term';
import * as webhook from './actions/webhook';
import * as workflow from './actions/workflow';
import { router } from './actions/router';
import { contentstackApiTest } from './methods/credentialTest';
import {
	getFilterFields,
	getReferenceFields,
	getSortFields,
	getTopFields,
} from './methods/entryOptions';
import { searchAssets, searchContentTypes, searchEntries } from './methods/listSearch';
import {
	getBranches,
	getContentTypes,
	getEnvironments,
	getLocales,
	getLocalesOrMaster,
	getMatchFields,
} from './methods/loadOptions';
import { getEntryFields } from './methods/resourceMapping';
import { getEntryStages, getRoles, getUsers } from './methods/stageOptions';
import {
	searchExtensions,
	searchFolders,
	searchGlobalFields,
	searchReleases,
	searchTaxonomies,
	searchWebhooks,
} from './methods/stackSearch';

export class Contentstack implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Contentstack',
		name: 'contentstack',
		icon: {
			light: 'file:../../icons/contentstack.svg',
			dark: 'file:../../icons/contentstack.dark.svg',
		},
		group: ['output'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Work with entries, assets and content types in Contentstack',
		defaults: { name: 'Contentstack' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'contentstackApi',
				required: true,
				testedBy: 'contentstackApiTest',
				displayOptions: { show: { authentication: ['managementToken'] } },
			},
			{
				name: 'contentstackOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
		],
		properties: [
			{
				displayName: 'Authentication',
				name: 'authentication',
				type: 'options',
				options: [
					{ name: 'Management Token', value: 'managementToken' },
					{ name: 'OAuth2', value: 'oAuth2' },
				],
				default: 'managementToken',
			},
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Asset', value: 'asset' },
					{ name: 'Branch', value: 'branch' },
					{ name: 'Bulk Operation', value: 'bulkOperation' },
					{ name: 'Content Model', value: 'contentModel' },
					{ name: 'Content Type', value: 'contentType' },
					{ name: 'Entry', value: 'entry' },
					{ name: 'Environment', value: 'environment' },
					{ name: 'Extension', value: 'extension' },
					{ name: 'Folder', value: 'folder' },
					{ name: 'Global Field', value: 'globalField' },
					{ name: 'Locale', value: 'locale' },
					{ name: 'Published Content', value: 'publishedContent' },
					{ name: 'Release', value: 'release' },
					{ name: 'Taxonomy', value: 'taxonomy' },
					{ name: 'Term', value: 'term' },
					{ name: 'Webhook', value: 'webhook' },
					{ name: 'Workflow', value: 'workflow' },
				],
				default: 'entry',
			},
			...asset.description,
			...branch.description,
			...bulkOperation.description,
			...contentModel.description,
			...contentType.description,
			...entry.description,
			...environment.description,
			...extension.description,
			...folder.description,
			...globalField.description,
			...locale.description,
			...publishedContent.description,
			...release.description,
			...taxonomy.description,
			...term.description,
			...webhook.description,
			...workflow.description,
		],
	};

	methods = {
		credentialTest: { contentstackApiTest },
		listSearch: {
			searchAssets,
			searchContentTypes,
			searchEntries,
			searchExtensions,
			searchFolders,
			searchGlobalFields,
			searchReleases,
			searchTaxonomies,
			searchWebhooks,
		},
		loadOptions: {
			getBranches,
			getContentTypes,
			getEntryStages,
			getEnvironments,
			getFilterFields,
			getLocales,
			getLocalesOrMaster,
			getMatchFields,
			getReferenceFields,
			getRoles,
			getSortFields,
			getTopFields,
			getUsers,
		},
		resourceMapping: { getEntryFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
