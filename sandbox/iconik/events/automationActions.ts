import { addToCollection } from '../domain/collections';
import { deleteAsset } from '../domain/assets';
import { writeMetadata, type SentValues } from '../domain/metadata';
import { setRequest } from '../domain/reviews';
import { createShare, permissionNames } from '../domain/shares';
import type { ReviewedType, Wire } from '../model';
import type { Cause, Tenant } from '../tenant';
import { fireCustomAction } from './customActions';
import { mediaActions } from './mediaActions';

interface Target {
	tenant: Tenant;
	automation: Wire;
	objectType: ReviewedType;
	objectId: string;
	cause: Cause;
}

type Parameters = Record<string, unknown>;

/** Carries out the one action of an automation. Throws what went wrong. */
export async function runAutomationAction(
	tenant: Tenant,
	automation: Wire,
	objectType: ReviewedType,
	objectId: string,
	cause: Cause,
): Promise<void> {
	const [action] = automation.actions as Array<{ type: string; parameters: Parameters }>;
	const run = action && runners[action.type];
	if (!run) throw new Error(`${action?.type ?? 'No action'} is not simulated`);
	await run({ tenant, automation, objectType, objectId, cause }, action.parameters);
}

const runners: Record<string, (target: Target, parameters: Parameters) => Promise<void> | void> = {
	...mediaActions,
	CUSTOM_ACTION: callCustomAction,
	METADATA_UPDATE: ({ tenant, objectType, objectId, cause }, { metadata_values }) => {
		writeMetadata(tenant, objectType, objectId, metadata_values as SentValues, cause);
	},
	ADD_TO_COLLECTION: ({ tenant, objectType, objectId, cause }, { collection_id }) => {
		if (!tenant.store.collections.has(String(collection_id)))
			throw new Error('The collection does not exist');
		addToCollection(tenant, String(collection_id), objectType, objectId, cause);
	},
	RESTRICT_ASSET: (target, parameters) => restrict(target, parameters, true),
	REMOVE_ASSET_RESTRICTION: (target, parameters) => restrict(target, parameters, false),
	DELETE_ASSET: ({ tenant, objectId, cause }) => {
		const asset = tenant.store.assets.get(objectId);
		if (asset) deleteAsset(tenant, asset, cause);
	},
	REQUEST_REVIEW: ({ tenant, objectType, objectId, cause }, parameters) => {
		const { users, groups, externals, min_number } = parameters;
		const versionId = tenant.store.versionIdFor(objectType, objectId);
		setRequest(
			tenant,
			{ type: objectType, id: objectId, versionId },
			{
				users: (users as string[] | undefined) ?? [],
				groups: (groups as string[] | undefined) ?? [],
				externals: (externals as string[] | undefined) ?? [],
				min_number: Number(min_number ?? 1),
				share_id: null,
				requested_by: cause.userId,
				request_date: tenant.store.now(),
			},
			cause,
		);
	},
	CREATE_SHARE: ({ tenant, objectType, objectId }, parameters) => {
		const days = Number(parameters.expires_in_days ?? 30);
		const expires = new Date(tenant.store.clock.now().getTime() + days * 86_400_000);
		createShare(
			tenant,
			{
				object_type: objectType,
				object_id: objectId,
				by_url: false,
				permissions: Object.fromEntries(
					permissionNames.map((name) => [name, parameters[name] === true]),
				),
				emails: parameters.emails as string[],
				title: (parameters.title as string | undefined) ?? null,
				expires: expires.toISOString(),
			},
			{ userId: String(parameters.user_id), requestId: '' },
		);
	},
};

/** The payload is that of a click on the action. Whose id and token it carries is not documented: the automation's author's here. */
async function callCustomAction(target: Target, parameters: Parameters): Promise<void> {
	const { tenant, automation, objectType, objectId } = target;
	const action = tenant.store.customActions.get(String(parameters.action_id));
	if (!action || action.disabled)
		throw new Error('The custom action does not exist or is disabled');
	const { status } = await fireCustomAction(tenant, action, {
		userId: String(automation.created_by),
		context: String(parameters.context),
		asset_ids: objectType === 'assets' ? [objectId] : [],
		collection_ids: objectType === 'collections' ? [objectId] : [],
		metadata_values: parameters.metadata_values ?? null,
	});
	if (status === null || status >= 300) throw new Error('The receiver did not accept the call');
}

function restrict(
	{ tenant, objectType, objectId, cause }: Target,
	{ restrict_metadata_field, warning, warning_metadata_field }: Parameters,
	isBlocked: boolean,
): void {
	const values: SentValues = {
		[String(restrict_metadata_field)]: { field_values: [{ value: isBlocked }] },
	};
	if (warning_metadata_field)
		values[String(warning_metadata_field)] = {
			field_values: isBlocked && warning ? [{ value: String(warning) }] : [],
		};
	writeMetadata(tenant, objectType, objectId, values, cause);
}
