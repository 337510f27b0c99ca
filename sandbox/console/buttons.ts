import { assets, pressCustomAction } from '../client/library';
import type { Services } from '../client/services';

interface Button {
	label: string;
	hint: string;
	/** @returns what was done, in one line */
	press: (services: Services, assetId: string) => Promise<string>;
}

const DAY_MS = 86_400_000;

/** Does one action of a person in iconik on the chosen asset. */
function inIconik(
	label: string,
	hint: string,
	action: string,
	input: () => Record<string, unknown> = () => ({}),
): Button {
	return {
		label,
		hint,
		press: async (services, assetId) => {
			await services.iconik.control.act(action, { asset_id: assetId, ...input() });
			const asset = (await assets(services)).find(({ id }) => id === assetId);
			return `${label}: ${asset?.title ?? assetId}`;
		},
	};
}

const rightsUntil = (days: number) => () => ({
	values: { RightsExpiry: new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10) },
});

/** What a person can do from the console page, by name. */
export const buttons: Record<string, Button> = {
	approve: inIconik('Approve', 'A reviewer approves the latest version', 'approve'),
	reject: inIconik('Reject', 'A reviewer rejects the latest version', 'reject'),
	revoke: inIconik('Take votes back', 'All votes on the latest version go', 'revoke-approval'),
	version: inIconik('New version', 'Somebody uploads a revised file', 'add-version'),
	expire: inIconik(
		'Expire rights',
		'The usage rights ended yesterday',
		'update-metadata',
		rightsUntil(-1),
	),
	renew: inIconik(
		'Renew rights',
		'The usage rights last another year',
		'update-metadata',
		rightsUntil(365),
	),
	block: inIconik('Block', 'The asset is restricted', 'block'),
	unblock: inIconik('Unblock', 'The restriction is lifted', 'unblock'),
	delete: inIconik('Delete', 'The asset goes into the delete queue', 'delete-asset'),
	send: {
		label: 'Send to Contentstack',
		hint: 'Somebody presses the button that the workflow has put into iconik',
		press: async (services, assetId) => {
			const status = await pressCustomAction(services, 'Send to Contentstack', assetId);
			return `Send to Contentstack: n8n answered ${status ?? 'nothing'}`;
		},
	},
	restore: inIconik('Restore', 'The asset comes back from the delete queue', 'restore-asset'),
};
