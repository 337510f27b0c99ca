import {
	prepareBinaryData,
	serverData,
	testWorkflow,
	workflowNode,
	type ConfiguredNode,
} from './surroundings';
import { CredentialTestContext, ExecuteContext, LoadOptionsContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	ILoadOptionsFunctions,
	INode,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';
import { createEmptyRunExecutionData, NodeConnectionTypes, UserError } from 'n8n-workflow';
import { TestCredentials } from './credentials';

/**
 * The `this` of `methods.loadOptions`, `listSearch` and `resourceMapping`. As in the editor, the current parameters are what the user
 * typed, expressions unresolved.
 * @param path where the asking parameter stands, for `&sibling` look-ups inside a collection.
 */
export function loadOptionsContext(
	setUp: ConfiguredNode & { path?: string },
): ILoadOptionsFunctions {
	const node = workflowNode(setUp);
	const workflow = testWorkflow([node], {}, { [setUp.type]: setUp.node });
	// The Workflow has filled in the defaults, which the editor sends along as well.
	const configured = workflow.getNode(node.name) as INode;
	const additionalData = serverData(setUp, 'internal', {
		currentNodeParameters: configured.parameters,
	});
	return new LoadOptionsContext(workflow, configured, additionalData, setUp.path ?? '');
}

export interface CredentialTestSetUp {
	credentialType: ICredentialType;
	data: ICredentialDataDecryptedObject;
	/** Other credential types that this one extends. */
	parentTypes?: readonly ICredentialType[];
	/** The node whose `methods.credentialTest` tests the credential (`testedBy`); without it the type's own `test` request is made. */
	node?: INodeType;
	/** Name of the method; what the node's description names as `testedBy` when absent. */
	method?: string;
}

/** What a user sees after saving the credential: n8n's own verdict, from the node's method or the type's `test` request and rules. */
export async function credentialTest(
	setUp: CredentialTestSetUp,
): Promise<INodeCredentialTestResult> {
	const { credentialType, node, parentTypes = [] } = setUp;
	const { name } = credentialType;
	const types = [credentialType, ...parentTypes];
	const credentials = { [name]: setUp.data };
	const data = new TestCredentials(types, credentials).complete(name, setUp.data, 'internal');
	if (!node) return await testByRequest(credentialType, types, data);
	const used = node.description.credentials?.find((credential) => credential.name === name);
	const method = setUp.method ?? used?.testedBy;
	const test = typeof method === 'string' ? node.methods?.credentialTest?.[method] : undefined;
	if (!test) throw new UserError(`The node has no credential test for "${name}"`);
	const additionalData = serverData({ credentials, credentialTypes: types }, 'internal');
	return await test.call(new CredentialTestContext(additionalData), {
		id: name,
		name,
		type: name,
		data,
	});
}

async function testByRequest(
	credentialType: ICredentialType,
	credentialTypes: ICredentialType[],
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { name, test } = credentialType;
	if (!test) throw new UserError(`The credential type "${name}" has no test request`);
	await prepareBinaryData();
	const credentials = { [name]: data };
	const probe = probeNode(name, test);
	const node = workflowNode({ node: probe, type: 'test.probe', credentials });
	const workflow = testWorkflow([node], {}, { 'test.probe': probe });
	const context = new ExecuteContext(
		workflow,
		node,
		serverData({ credentials, credentialTypes }, 'internal', { currentNodeParameters: {} }),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const routing = new RoutingNode(context, probe, { id: name, name, type: name, data });
	try {
		const answer = await routing.runNode();
		return verdictOnAnswer(test, answer?.[0]?.[0]?.json ?? {});
	} catch (error) {
		return verdictOnFailure(test, error as RequestFailure);
	}
}

/** A node whose only parameter makes the test request: the way in which n8n's server runs such a test. */
function probeNode(credential: string, { request }: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['input'],
			version: 1,
			description: 'Makes the test request of a credential',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credential, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', default: '', routing: { request } },
			],
		},
	};
}

interface RequestFailure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function verdictOnAnswer(
	{ rules = [] }: ICredentialTestRequest,
	answer: object,
): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties as {
			key: string;
			value: unknown;
			message: string;
		};
		const found = key
			.split('.')
			.reduce<unknown>(
				(inner, part) => (inner as Record<string, unknown> | undefined)?.[part],
				answer,
			);
		if (found === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function verdictOnFailure(
	{ rules = [] }: ICredentialTestRequest,
	{ message, cause }: RequestFailure,
): INodeCredentialTestResult {
	const response = cause?.response;
	if (!response) return { status: 'Error', message: cause?.code ?? message };
	const rule = rules.find(
		({ type, properties }) =>
			type === 'responseCode' && 'value' in properties && properties.value === response.status,
	);
	return {
		status: 'Error',
		message:
			rule?.properties.message ??
			(response.statusText || `Received HTTP status code: ${response.status}`),
	};
}
