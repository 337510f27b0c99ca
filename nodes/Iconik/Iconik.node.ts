import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { description as assetDescription } from './actions/asset';
import { description as automationDescription } from './actions/automation';
import { description as collectionDescription } from './actions/collection';
import { description as customActionDescription } from './actions/customAction';
import { description as fileDescription } from './actions/file';
import { description as groupDescription } from './actions/group';
import { description as jobDescription } from './actions/job';
import { description as keyframeDescription } from './actions/keyframe';
import { description as metadataDescription } from './actions/metadata';
import { description as notificationDescription } from './actions/notification';
import { description as pickerDescription } from './actions/picker';
import { description as placementDescription } from './actions/placement';
import { description as projectDescription } from './actions/project';
import { description as proxyDescription } from './actions/proxy';
import { description as reviewDescription } from './actions/review';
import { description as relationDescription } from './actions/relation';
import { description as savedSearchDescription } from './actions/savedSearch';
import { description as segmentDescription } from './actions/segment';
import { description as shareDescription } from './actions/share';
import { description as subtitleDescription } from './actions/subtitle';
import { description as versionDescription } from './actions/version';
import { description as userDescription } from './actions/user';
import { description as webhookDescription } from './actions/webhook';
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
		description: 'Work with media, reviews, metadata, collections and links in iconik',
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
					{ name: 'Automation', value: 'automation' },
					{ name: 'Collection', value: 'collection' },
					{ name: 'Custom Action', value: 'customAction' },
					{ name: 'File', value: 'file' },
					{ name: 'Group', value: 'group' },
					{ name: 'Job', value: 'job' },
					{ name: 'Keyframe', value: 'keyframe' },
					{ name: 'Metadata', value: 'metadata' },
					{ name: 'Notification', value: 'notification' },
					{ name: 'Picker', value: 'picker' },
					{ name: 'Placement', value: 'placement' },
					{ name: 'Project', value: 'project' },
					{ name: 'Proxy', value: 'proxy' },
					{ name: 'Relation', value: 'relation' },
					{ name: 'Review', value: 'review' },
					{ name: 'Saved Search', value: 'savedSearch' },
					{ name: 'Segment', value: 'segment' },
					{ name: 'Share', value: 'share' },
					{ name: 'Subtitle', value: 'subtitle' },
					{ name: 'User', value: 'user' },
					{ name: 'Version', value: 'version' },
					{ name: 'Webhook', value: 'webhook' },
				],
				default: 'asset',
			},
			...assetDescription,
			...automationDescription,
			...collectionDescription,
			...customActionDescription,
			...fileDescription,
			...groupDescription,
			...jobDescription,
			...keyframeDescription,
			...metadataDescription,
			...notificationDescription,
			...pickerDescription,
			...placementDescription,
			...projectDescription,
			...proxyDescription,
			...reviewDescription,
			...relationDescription,
			...savedSearchDescription,
			...segmentDescription,
			...shareDescription,
			...subtitleDescription,
			...versionDescription,
			...userDescription,
			...webhookDescription,
		],
	};

	methods = { credentialTest: { iconikApiTest }, listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
