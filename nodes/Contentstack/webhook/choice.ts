import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ChannelChoice } from './channels';

/** What an event must be like for a run to start. What is empty filters nothing. */
export interface Filters {
	/** UID or alias; that of the credential when empty. */
	branch?: string;
	contentTypes?: string[];
	/** Names. */
	environments?: string[];
	locales?: string[];
	onlyWithMedia?: boolean;
	mediaContentTypes?: string[];
	/** UIDs of further fields that hold iconik asset IDs. */
	mediaFields?: string;
}

export interface Options {
	acceptUnsigned?: boolean;
	comparedFields?: string;
	concise?: boolean;
	ignoreOwnChanges?: boolean;
	readEntry?: boolean;
	simplify?: boolean;
	title?: string;
}

/** All that the node's parameters ask for. */
export interface Choice extends ChannelChoice {
	filters: Filters;
	options: Options;
}

export function readChoice(context: IHookFunctions | IWebhookFunctions): Choice {
	const read = <T>(name: string, fallback: T): T =>
		context.getNodeParameter(name, fallback as object) as T;
	const filters = read<Filters>('filters', {});
	return {
		events: read<Choice['events']>('events', []),
		contentTypes: filters.contentTypes ?? [],
		workflow: read('workflow', ''),
		stages: read<string[]>('stages', []),
		customChannels: listed(read('channels', '')),
		filters,
		options: read<Options>('options', {}),
	};
}

/** The parts of a text between commas or line breaks. */
export function listed(text: string | undefined): string[] {
	return (text ?? '')
		.split(/[,\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
