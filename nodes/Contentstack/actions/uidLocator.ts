import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** What a field that chooses one thing of the stack looks like. */
export interface Located {
	/** Parameter name; `located` turns it into words for its messages. */
	name: string;
	displayName: string;
	show: NonNullable<IDisplayOptions['show']>;
	/** The method that fills From List. */
	search: string;
	placeholder: string;
	/** Regular expression with one group that takes the UID out of a page's address. No By URL without one. */
	url?: { regex: string; placeholder: string };
	hint?: string;
	required?: boolean;
	description?: string;
}

/** A field that chooses one thing of the stack from a list, by its UID, or by the address of its page. */
export function uidLocator(what: Located): INodeProperties {
	const { name, displayName, show, search, placeholder, url, hint, description } = what;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: what.required ?? true,
		...(description !== undefined && { description }),
		displayOptions: { show },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder,
				...(hint !== undefined && { hint }),
			},
			...(url ? [byUrl(displayName, url)] : []),
		],
	};
}

function byUrl(displayName: string, { regex, placeholder }: NonNullable<Located['url']>) {
	return {
		displayName: 'By URL',
		name: 'url',
		type: 'string' as const,
		placeholder,
		extractValue: { type: 'regex' as const, regex },
		validation: [
			{
				type: 'regex' as const,
				properties: { regex, errorMessage: `Not the URL of this: ${displayName}` },
			},
		],
	};
}
