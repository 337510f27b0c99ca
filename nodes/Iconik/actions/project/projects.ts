import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { hasStatus } from '../../transport/errors';

export const PROJECTS = '/API/assets/v1/projects/' as const;

/**
 * Not every tenant has projects, and iconik does not say what it answers where they are missing: 403 and 404 are the answers it has
 * for that. A 404 may also mean the collection, so both causes are named.
 */
export async function explainMissing<T>(node: INode, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!hasStatus(error, 403, 404)) throw new NodeApiError(node, error as never);
		throw new NodeOperationError(
			node,
			`iconik gives no access to projects here: ${(error as NodeApiError).message}`,
			{
				description:
					'This iconik may not have projects, the role of the token may be missing (can_read_projects, can_create_projects), or the collection is not there. Without projects, use a collection instead: the operation Create or Update of the resource Collection.',
			},
		);
	}
}
