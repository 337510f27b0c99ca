import type { IWebhookFunctions } from 'n8n-workflow';
import { connect, type IconikClient, type Patience } from '../transport/client';
import { credentialsOf } from './credentials';
import { rightsViewId, type PickerSetUp } from './scope';

/** An editor waits: one more try after a refusal or a broken connection, then the page says so and offers to try again. */
const PATIENCE: Patience = { tries: 2, timeoutMs: 8000 };

/** What an answer is made with: the connection, and what the node's parameters allow. */
export interface Serving {
	context: IWebhookFunctions;
	iconik: IconikClient;
	setUp: PickerSetUp;
	/** The view that holds the usage rights; `undefined` when they are not looked at. */
	viewId: string | undefined;
	now: number;
	/** Counts that something is not there or out of scope; throws when that looks like guessing. */
	miss: () => void;
}

export async function startServing(
	context: IWebhookFunctions,
	setUp: PickerSetUp,
	miss: () => void,
): Promise<Serving> {
	const iconik = await connect(context, await credentialsOf(context), PATIENCE);
	const viewId = await rightsViewId(context, iconik, setUp.scope);
	return { context, iconik, setUp, viewId, now: Date.now(), miss };
}
