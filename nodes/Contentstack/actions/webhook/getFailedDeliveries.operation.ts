import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { pagesOf } from '../../transport/paging';
import { located } from '../entry/locators';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { isoTime } from '../publishTargets';
import { webhookPath } from './webhookView';

const show = { resource: ['webhook'], operation: ['getFailedDeliveries'] };
const DAY_MS = 86_400_000;
const EXCERPT = 400;

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'From',
				name: 'from',
				type: 'dateTime',
				default: '',
				description: 'Deliveries since then; those of the last 24 hours when empty',
			},
			{
				displayName: 'To',
				name: 'to',
				type: 'dateTime',
				default: '',
				description: 'Deliveries until then; until now when empty',
			},
		],
	},
];

interface Attempt {
	request?: { uri?: string };
	response?: { statusCode?: number; body?: unknown; error?: unknown };
}

interface Execution {
	uid: string;
	status?: number | string;
	channel?: string[];
	created_at?: string;
	retry_count?: number;
	event_data?: IDataObject;
	request_details?: Attempt | Attempt[];
}

/**
 * Reads the deliveries of a webhook that were not answered with a 2xx. They are picked out here: the service's filter by status
 * would leave out those that were not answered at all.
 */
export const execute: ItemOperation = async function (stack, index) {
	const webhook = located(this, 'webhook', index);
	const { from, to } = this.getNodeParameter('options', index, {}) as {
		from?: string;
		to?: string;
	};
	const qs = {
		from: from ? isoTime(this, from, index) : new Date(Date.now() - DAY_MS).toISOString(),
		to: to ? isoTime(this, to, index) : new Date(Date.now()).toISOString(),
	};
	const limit = limitOf(this, index);
	const path = `${webhookPath(webhook)}/executions`;
	const failed: IDataObject[] = [];
	for await (const page of pagesOf<Execution>(stack, path, 'webhooks', qs)) {
		failed.push(...page.filter(isFailed).map((execution) => view(webhook, execution)));
		if (failed.length >= limit) break;
	}
	return failed.slice(0, limit);
};

function isFailed({ status }: Execution): boolean {
	const code = Number(status ?? 0);
	return !(code >= 200 && code < 300);
}

/** Without the headers and body of the requests: they carry the webhook's secrets. */
function view(webhook: string, execution: Execution): IDataObject {
	const { uid, status, channel, created_at, retry_count, event_data } = execution;
	const last = [execution.request_details ?? []].flat().at(-1);
	const body = last?.response?.body;
	return {
		delivery_uid: uid,
		webhook_uid: webhook,
		status: Number(status ?? 0),
		created_at: created_at ?? null,
		channels: channel ?? [],
		retries: retry_count ?? 0,
		target_url: last?.request?.uri ?? null,
		answer: body === undefined ? null : String(body).slice(0, EXCERPT),
		event: event_data ?? null,
	};
}
