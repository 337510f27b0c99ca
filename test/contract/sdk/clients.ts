import deliverySdk from '@contentstack/delivery-sdk';
import { client, type ContentstackConfig } from '@contentstack/management';
import type { ContentstackConnection } from '../../../sandbox/contentstack';

/**
 * The vendor's client of the Management API, pointed at the simulator by a name: it refuses to repeat a call to an address of this machine.
 */
export function managementStack(
	{
		baseUrl,
		apiKey,
		managementToken,
	}: Pick<ContentstackConnection, 'baseUrl' | 'apiKey' | 'managementToken'>,
	branch?: string,
) {
	const options = {
		host: `contentstack.example:${new URL(baseUrl).port}`,
		insecure: true,
		lookup: async () => await Promise.resolve(['127.0.0.1']),
		logHandler: () => undefined,
	};
	return client(options as ContentstackConfig).stack({
		api_key: apiKey,
		management_token: managementToken,
		...(branch !== undefined && { branch_uid: branch }),
	});
}

/** The vendor's client of the Delivery API, pointed at the simulator. */
export function deliveryStack(
	{ cdnUrl, apiKey, deliveryToken, environment }: ContentstackConnection,
	branch?: string,
) {
	const { hostname, port } = new URL(cdnUrl);
	return deliverySdk.stack({
		apiKey,
		deliveryToken,
		environment,
		host: hostname,
		port: Number(port),
		insecure: true,
		...(branch !== undefined && { branch }),
	});
}

/** The error that a call of a client ends in: both give the service's code and words. */
export async function refusal(call: Promise<unknown>): Promise<ServiceError> {
	try {
		await call;
	} catch (error) {
		return serviceError(error as Error);
	}
	throw new Error('The call was not refused');
}

export interface ServiceError {
	status: number;
	errorCode: number;
	errorMessage: string;
	errors: Record<string, string[]>;
}

/** The Management SDK puts the answer as JSON into the message of the error, the Delivery SDK on the error itself. */
function serviceError(error: Error): ServiceError {
	if (error.message.startsWith('{')) return JSON.parse(error.message) as ServiceError;
	const own = error as unknown as { status: number; error_code: number; error_message: string };
	const { status, error_code: errorCode, error_message: errorMessage } = own;
	return { status, errorCode, errorMessage, errors: {} };
}
