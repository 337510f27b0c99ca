import { type ILoadOptionsFunctions, NodeOperationError } from 'n8n-workflow';
import { openStack, type Stack } from '../transport/stack';

/** Somebody waits in the editor: a call that does not come through is soon given up. */
const EDITOR_ATTEMPTS = 2;

/** The stack for filling lists in the editor. */
export async function openForEditor(this: ILoadOptionsFunctions): Promise<Stack> {
	return await openStack.call(this, EDITOR_ATTEMPTS);
}

/** The UID of the content type that the node names. Throws while none is chosen or only an expression stands there. */
export function chosenContentType(context: ILoadOptionsFunctions): string {
	const uid = context.getCurrentNodeParameter('contentType', { extractValue: true });
	if (typeof uid !== 'string' || uid === '')
		throw new NodeOperationError(context.getNode(), 'No content type is chosen yet', {
			description: 'Choose a content type first.',
		});
	if (uid.startsWith('=') || uid.includes('{{'))
		throw new NodeOperationError(
			context.getNode(),
			'The content type is an expression, which has no value before the workflow runs',
			{
				description:
					'Choose a content type from the list to see its fields here, or send the fields as JSON.',
			},
		);
	return uid;
}
