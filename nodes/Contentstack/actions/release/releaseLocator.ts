import {
	type IExecuteFunctions,
	type INodeParameterResourceLocator,
	type INodeProperties,
	NodeOperationError,
} from 'n8n-workflow';
import { releaseNamed } from '../../releases/namedRelease';
import type { Stack } from '../../transport/stack';
import { located } from '../entry/locators';
import { uidLocator } from '../uidLocator';

/** Chooses a release from a list, by its UID, by the address of its page, or by its name. */
export function releaseLocator(operations: string[]): INodeProperties {
	const locator = uidLocator({
		name: 'release',
		displayName: 'Release',
		show: { resource: ['release'], operation: operations },
		search: 'searchReleases',
		placeholder: 'e.g. blt1a2b3c4d5e6f7081',
		url: {
			regex: 'https?://[^/]+/.*releases/([a-zA-Z0-9_]+).*',
			placeholder: 'e.g. https://app.contentstack.com/#!/stack/blt…/releases/blt…',
		},
	});
	const byName = {
		displayName: 'By Name',
		name: 'name',
		type: 'string' as const,
		placeholder: 'e.g. Spring campaign',
		hint: 'Of several with this name the oldest; archived ones do not count',
	};
	return { ...locator, modes: [...(locator.modes ?? []), byName] };
}

/** The UID of the chosen release. Throws when there is none of the name that is given. */
export async function releaseOf(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<string> {
	const uid = await presentRelease(context, stack, index);
	if (uid !== undefined) return uid;
	const name = located(context, 'release', index);
	throw new NodeOperationError(context.getNode(), `There is no release "${name}"`, {
		itemIndex: index,
		description: 'Check the name, or make it with the operation Create.',
	});
}

/** The UID of the chosen release, `undefined` when there is none of the name that is given. */
export async function presentRelease(
	context: IExecuteFunctions,
	stack: Stack,
	index: number,
): Promise<string | undefined> {
	const given = located(context, 'release', index);
	const { mode } = context.getNodeParameter('release', index) as INodeParameterResourceLocator;
	return mode === 'name' ? (await releaseNamed(stack, given))?.uid : given;
}
