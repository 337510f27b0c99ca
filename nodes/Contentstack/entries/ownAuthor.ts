import type { Entry } from './entry';
import type { Stack } from '../transport/stack';

/** As whom each credential saves, by what the service said of its latest save. Nothing tells it before the first one. */
const authors = new Map<string, string>();

/** Takes note of an entry that was saved just now. */
export function noteSave(stack: Stack, { updated_by }: Entry): void {
	if (updated_by) authors.set(keyOf(stack), updated_by);
}

/** The UID of the user as whom the credential saves, as far as this process has seen it save. */
export function ownAuthor(stack: Stack): string | undefined {
	return authors.get(keyOf(stack));
}

function keyOf({ context, connection }: Stack): string {
	const { apiUrl, apiKey, credentialType } = connection;
	const id = context.getNode().credentials?.[credentialType]?.id ?? '';
	return [apiUrl, apiKey, id].join('\n');
}
