import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { viewId } from '../media/settings';
import { connect } from '../transport/client';

/**
 * Whether the picker can work as it is set up, asked when the workflow is published: an editor could do nothing about it later.
 * @throws NodeOperationError when a chosen collection or view is not in iconik, NodeApiError when iconik does not let us in
 */
export async function checkSetUp(context: IHookFunctions): Promise<void> {
	const iconik = await connect(context);
	await viewId(iconik, context.getNode(), String(context.getNodeParameter('rightsView', '')));
	const ids = context.getNodeParameter('collectionIds', []) as string[];
	for (const id of ids) {
		const path = `/API/assets/v1/collections/${encodeURIComponent(id)}/` as const;
		if (await iconik.find({ path })) continue;
		throw new NodeOperationError(
			context.getNode(),
			`The collection ${id} is not in iconik, or the user of the token may not see it`,
			{ description: 'Choose the collections of the picker anew.' },
		);
	}
	// Without a collection nothing was asked of iconik yet.
	if (ids.length === 0)
		await iconik.find({
			path: '/API/assets/v1/collections/',
			query: { page: 1, per_page: 1, is_root: true },
		});
}
