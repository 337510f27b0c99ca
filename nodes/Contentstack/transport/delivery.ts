import { type IDataObject, type IHttpRequestOptions, NodeOperationError } from 'n8n-workflow';
import { hostsOf } from './regions';
import { type RawAnswer, Stack } from './stack';

/** What is published, in the one environment that the delivery token is for. */
export class Delivery extends Stack {
	constructor(
		stack: Stack,
		cdnUrl: string,
		private readonly token: string,
		readonly environment: string,
	) {
		super(stack.context, { ...stack.connection, apiUrl: cdnUrl }, stack.attempts);
	}

	/** The delivery host takes its own token alone: the management token is not shown to it. */
	protected override async exchange(options: IHttpRequestOptions): Promise<RawAnswer> {
		return (await this.context.helpers.httpRequest({
			...options,
			headers: { ...options.headers, access_token: this.token },
			qs: { environment: this.environment, ...(options.qs as IDataObject) },
			ignoreHttpStatusErrors: true,
		})) as RawAnswer;
	}
}

/** The Delivery API of the same credential, opened once. Throws a NodeOperationError that names what the credential lacks. */
export async function openDelivery(stack: Stack): Promise<Delivery> {
	return await stack.once('delivery', async () => {
		const { context, connection } = stack;
		const credential = await context.getCredentials(connection.credentialType);
		const token = String(credential.deliveryToken ?? '').trim();
		const environment = String(credential.environment ?? '').trim();
		const lacks = (what: string, description: string) =>
			new NodeOperationError(context.getNode(), `The credential has no ${what}`, { description });
		const together =
			'Reading what is published needs a delivery token and its environment: fill in both in the credential (Settings → Tokens → Delivery Tokens).';
		if (token === '') throw lacks('Delivery Token', together);
		if (environment === '') throw lacks('Environment', together);
		const { cdn } = hostsOf(credential);
		if (!/^https?:\/\//.test(cdn))
			throw lacks(
				'Delivery API URL',
				'With the region Custom it must be a whole address, such as https://cdn.contentstack.io.',
			);
		return new Delivery(stack, cdn, token, environment);
	});
}
