import './n8nHome';
import 'reflect-metadata';
import { Container } from '@n8n/di';
import { BinaryDataService, ExecutionLifecycleHooks } from 'n8n-core';
import type {
	IConnections,
	ICredentialType,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { NodeHelpers, UserError, Workflow } from 'n8n-workflow';
import { fingerprint } from '../../lib/fingerprint';
import { TestCredentials, type CredentialData } from './credentials';

/** A node class instance by the full type name that workflows use (`package.node`). */
export type NodeTypeMap = Record<string, INodeType | IVersionedNodeType>;

/** A node as a user set it up: what every kind of context needs to know. */
export interface ConfiguredNode {
	node: INodeType | IVersionedNodeType;
	/** Full type name, like `n8n-nodes-contentstack-iconik.iconik`. */
	type: string;
	/** What the user filled in; the rest takes the description's defaults. Expressions (`={{ … }}`) are evaluated. */
	parameters?: INodeParameters;
	/** Decrypted data by credential type name. */
	credentials?: CredentialData;
	credentialTypes?: readonly ICredentialType[];
	/** The newest version of the node when absent. */
	typeVersion?: number;
	/** `Node` when absent. */
	name?: string;
	/** Stable id of the node; it survives renaming. */
	id?: string;
}

/** Settles n8n's own store for files; to be awaited before anything runs. */
export async function prepareBinaryData(): Promise<void> {
	binaryData ??= Container.get(BinaryDataService).init();
	await binaryData;
}

let binaryData: Promise<void> | undefined;

export function nodeTypesOf(types: NodeTypeMap): INodeTypes {
	const get = (type: string) => {
		const found = types[type];
		if (!found) throw new UserError(`The test knows no node type "${type}"`);
		return found;
	};
	return {
		getByName: get,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(get(type), version),
		getKnownTypes: () => ({}),
	};
}

/** The node as it stands in a workflow, with a credential reference for each credential that the test gives. */
export function workflowNode(configured: ConfiguredNode): INode {
	const { node, type, parameters = {}, credentials = {} } = configured;
	return {
		id: configured.id ?? '7f0a8a52-9d1b-4b8e-8e55-5f1c6a3d2b10',
		name: configured.name ?? 'Node',
		type,
		typeVersion: configured.typeVersion ?? newestVersion(node),
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			Object.entries(credentials).map(([name, data]) => [
				name,
				// Other data is another credential, as two of them in n8n are.
				{ id: `${name} ${fingerprint(data)}`, name: `${name} of the test` },
			]),
		),
	};
}

export function testWorkflow(
	nodes: INode[],
	connections: IConnections,
	types: NodeTypeMap,
	staticData?: IDataObject,
): Workflow {
	return new Workflow({
		id: 'test-workflow',
		name: 'Test workflow',
		nodes,
		connections,
		active: false,
		nodeTypes: nodeTypesOf(types),
		staticData,
		settings: { executionOrder: 'v1' },
	});
}

/** What the server hands to the engine along with a workflow: credentials, life-cycle hooks, its own addresses. */
export function serverData(
	{
		credentials = {},
		credentialTypes = [],
	}: Pick<ConfiguredNode, 'credentials' | 'credentialTypes'>,
	mode: WorkflowExecuteMode,
	extra: Partial<IWorkflowExecuteAdditionalData> = {},
): IWorkflowExecuteAdditionalData {
	const workflow = { id: 'test-workflow', name: 'Test workflow', nodes: [], connections: {} };
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new TestCredentials(credentialTypes, credentials),
		hooks: new ExecutionLifecycleHooks(mode, '1', workflow as never),
		executionId: '1',
		workflowId: workflow.id,
		currentNodeExecutionIndex: 0,
		variables: {},
		logAiEvent: () => undefined,
		restApiUrl: 'https://n8n.example.com/rest',
		instanceBaseUrl: 'https://n8n.example.com/',
		formBaseUrl: 'https://n8n.example.com/form',
		formTestBaseUrl: 'https://n8n.example.com/form-test',
		formWaitingBaseUrl: 'https://n8n.example.com/form-waiting',
		webhookBaseUrl: 'https://n8n.example.com/webhook',
		webhookTestBaseUrl: 'https://n8n.example.com/webhook-test',
		webhookWaitingBaseUrl: 'https://n8n.example.com/webhook-waiting',
		...extra,
	};
	return data as IWorkflowExecuteAdditionalData;
}

function newestVersion(node: INodeType | IVersionedNodeType): number {
	if ('currentVersion' in node) return node.currentVersion;
	const { version, defaultVersion } = node.description;
	return defaultVersion ?? Math.max(...[version].flat());
}
