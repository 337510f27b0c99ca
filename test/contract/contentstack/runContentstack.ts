import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ContentstackConnection } from '../../../sandbox/contentstack';
import { ContentstackApi } from '../../../credentials/ContentstackApi.credentials';
import { Contentstack } from '../../../nodes/Contentstack/Contentstack.node';
import { type Items, type NodeRunOptions, runNode } from '../../support/engine';
import type { SimulatedService } from '../../support/sandbox';

type Service = SimulatedService<ContentstackConnection, { contentstackApi: IDataObject }>;

export const node = new Contentstack();
export const type = 'n8n-nodes-contentstack-iconik.contentstack';

/** The node with its credential, as the engine's contexts take them. */
export function configured(
	credentials: { contentstackApi: IDataObject },
	parameters: INodeParameters,
) {
	return {
		node,
		type,
		parameters,
		credentials,
		credentialTypes: [new ContentstackApi()],
	} as NodeRunOptions;
}

/** Runs the node against a simulator. `json` is what came out of the first branch. */
export async function run(
	service: Service,
	parameters: INodeParameters,
	items: Items = [{}],
	options: Partial<NodeRunOptions> = {},
) {
	const result = await runNode({
		...configured(service.credentials, parameters),
		items,
		...options,
	});
	return { ...result, json: (result.output[0] ?? []).map(({ json }) => json) };
}

/** Installs the content type of media entries. */
export async function install(service: Service, more: INodeParameters = {}) {
	return await run(service, {
		resource: 'contentModel',
		operation: 'installIconikMedia',
		...more,
	});
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Parameters of Create or Update for media entries, with the fields as JSON taken from the item. */
export const save: INodeParameters = {
	resource: 'entry',
	operation: 'createOrUpdate',
	contentType: byId('iconik_media'),
	matchField: 'iconik_asset_id',
	matchValue: '={{ $json.asset_id }}',
	dataMode: 'json',
	fieldsJson: '={{ $json.fields }}',
};
