import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { automations } from '../registrations/automations';
import { customActions } from '../registrations/customActions';
import { labelOf, type RegistrationKind } from '../registrations/kind';
import { webhooks } from '../registrations/webhooks';
import { connect } from '../transport/client';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

const searchOf = (kind: RegistrationKind): ListSearch =>
	async function (filter = '') {
		const all = await kind.list(await connect(this));
		const words = filter.trim().toLowerCase();
		return {
			results: all
				.map((one) => ({ name: labelOf(one), value: one.id }))
				.filter(({ name }) => name.toLowerCase().includes(words))
				.sort((a, b) => a.name.localeCompare(b.name)),
		};
	};

export const searchWebhooks = searchOf(webhooks);
export const searchCustomActions = searchOf(customActions);
export const searchAutomations = searchOf(automations);
