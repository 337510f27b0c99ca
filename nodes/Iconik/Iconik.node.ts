import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { description as assetDescription } from './actions/asset';
import { description as collectionDescription } from './actions/collection';
import { description as fileDescription } from './actions/file';
import { description as keyframeDescription } from './actions/keyframe';
import { description as metadataDescription } from './actions/metadata';
import { description as projectDescription } from './actions/project';
import { description as proxyDescription } from './actions/proxy';
import { description as shareDescription } from './actions/share';
import { description as subtitleDescription } from './actions/subtitle';
import { router } from './actions/router';
import { iconikApiTest, listSearch, loadOptions, resourceMapping } from './methods';

export class Iconik implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iconik',
		name: 'iconik',
		icon: { light: 'file:../../icons/iconik.svg', dark: 'file:../../icons/iconik.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Read media, approvals, rights and links from iconik',
		defaults: { name: 'iconik' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'iconikApi', required: true, testedBy: 'iconikApiTest' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Asset', value: 'asset' },
					{ name: 'Collection', value: 'collection' },
					{ name: 'File', value: 'file' },
					{ name: 'Keyframe', value: 'keyframe' },
					{ name: 'Metadata', value: 'metadata' },
					{ name: 'Project', value: 'project' },
					{ name: 'Proxy', value: 'proxy' },
					{ name: 'Share', value: 'share' },
					{ name: 'Subtitle', value: 'subtitle' },
				],
				default: 'asset',
			},
			...assetDescription,
			...collectionDescription,
			...fileDescription,
			...keyframeDescription,
			...metadataDescription,
			...projectDescription,
			...proxyDescription,
			...shareDescription,
			...subtitleDescription,
		],
	};

	methods = { credentialTest: { iconikApiTest }, listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
