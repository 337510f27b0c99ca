import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { IconikApi } from '../../../credentials/IconikApi.credentials';
import type { MediaPackage } from '../../../lib/mediaPackage';
import { Iconik } from '../../../nodes/Iconik/Iconik.node';
import { type Items, type NodeRunOptions, runNode } from '../../support/engine';
import type { withIconik } from '../../support/sandbox';

export type Service = ReturnType<typeof withIconik>;

export const node = new Iconik();
export const type = 'n8n-nodes-contentstack-iconik.iconik';
export const credentialTypes = [new IconikApi()];

/** Runs the action node against the simulator. `json` is what came out of the first branch. */
export async function run(
	service: Pick<Service, 'credentials'>,
	parameters: INodeParameters,
	items: Items = [{}],
	options: Partial<NodeRunOptions> = {},
) {
	const { credentials } = service;
	const configured = { node, type, parameters, credentials, credentialTypes, items };
	const result = await runNode({ ...configured, ...options });
	return { ...result, json: (result.output[0] ?? []).map(({ json }) => json) };
}

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Parameters of Get Media Package for the asset of each item. */
export const ofItem: INodeParameters = {
	resource: 'asset',
	operation: 'getMediaPackage',
	assetId: byId('={{ $json.asset_id }}'),
	previewStrategy: 'none',
};

/** The media package of one asset. Fails when the node does. */
export async function packageOf(
	service: Service,
	assetId: string,
	parameters: INodeParameters = {},
): Promise<MediaPackage> {
	const { json, error } = await run(service, { ...ofItem, ...parameters }, [{ asset_id: assetId }]);
	if (error) throw new Error(`${error.message} ${error.description}`);
	return json[0] as unknown as MediaPackage;
}

/** A call as a person's browser would make it, to set something up. */
export async function call<T = IDataObject>(
	{ connection }: Service,
	method: string,
	path: string,
	data?: object,
): Promise<T> {
	const { baseUrl, appId, authToken } = connection;
	const headers = { 'App-ID': appId, 'Auth-Token': authToken };
	const url = `${baseUrl}/API/${path}`;
	return (await axios.request<T>({ method, url, data, headers, proxy: false })).data;
}

export interface NewAsset {
	asset_id: string;
	version_id: string;
}

/** A video with a finished proxy and a poster, at its first version, not reviewed yet. */
export async function video(service: Service, title = 'Harbour at dawn', input: object = {}) {
	return await service.act<NewAsset>('create-asset', { title, ...input });
}

/** The same, approved. */
export async function approvedVideo(service: Service, title?: string, input?: object) {
	const made = await video(service, title, input);
	await service.act('request-review', { asset_id: made.asset_id });
	await service.act('approve', { asset_id: made.asset_id });
	return made;
}

/** Metadata fields and the view that holds them. */
export async function addView(
	service: Service,
	name: string,
	fields: Record<string, string>,
): Promise<string> {
	for (const [field, field_type] of Object.entries(fields))
		await call(service, 'POST', 'metadata/v1/fields/', {
			name: field,
			label: field,
			field_type,
			multi: field_type === 'tag_cloud',
		});
	const view_fields = Object.keys(fields).map((field) => ({ name: field }));
	const view = await call<{ id: string }>(service, 'POST', 'metadata/v1/views/', {
		name,
		view_fields,
	});
	return view.id;
}

export const addRightsView = async (service: Service) =>
	await addView(service, 'Usage rights', {
		RightsStart: 'date',
		RightsExpiry: 'date',
		RightsHolder: 'string',
		Territories: 'tag_cloud',
		UsageNotes: 'text',
	});

export const date = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Waits until lists and searches know of the last writes. */
export async function indexed(service: Service): Promise<void> {
	await service.clock({ advanceMs: 5000 });
}
