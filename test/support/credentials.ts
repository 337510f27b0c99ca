import type {
	IAuthenticateGeneric,
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, isExpression, NodeHelpers, UserError, Workflow } from 'n8n-workflow';

/** Decrypted data by credential type, as a user would have typed it in. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/** Keys of request options that a generic `authenticate` block may add to. */
type AuthenticateTarget = 'headers' | 'qs' | 'body' | 'auth';

/**
 * What the n8n server does with credentials around the engine, without its database: hands out the data with the type's defaults and
 * its expressions resolved, and puts them on a request by the type's `authenticate`.
 */
export class TestCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: readonly ICredentialType[],
		private readonly stored: CredentialData,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		const parents = this.types.find((type) => type.name === name)?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate === undefined) return options;
		if (!workflow || !node) throw new UserError('A generic authenticate block needs a node');
		return this.withGeneric(authenticate, credentials, options, workflow, node);
	}

	/** No credential type here fetches a session token before the first call. */
	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	/** The encrypted record exists only in n8n's database; nodes never see it. */
	async getCredentials(_details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		throw new UserError(`There is no stored record of the credential "${type}" in an engine test`);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.stored[type];
		if (!stored) throw new UserError(`The test gives no credential data for "${type}"`);
		return this.complete(type, stored, mode);
	}

	/** Adds the defaults of the credential type and resolves its expressions (`$self` is the data itself). */
	complete(
		type: string,
		stored: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode,
	): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(type);
		const filled = NodeHelpers.getNodeParameters(
			properties,
			stored as never,
			true,
			false,
			null,
			null,
		);
		// What a parent type outside this package would declare (oAuth2Api's clientId, oauthTokenData) is kept as given.
		const data = { ...stored, ...filled } as ICredentialDataDecryptedObject;
		return expressionWorkflow.expression.getComplexParameterValue(
			expressionNode,
			data as never,
			mode,
			{},
			undefined,
			undefined,
			data,
		) as ICredentialDataDecryptedObject;
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.stored[type] = data;
	}

	async updateCredentialsOauthTokenData(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		await this.updateCredentials(details, type, data);
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const properties: INodeProperties[] = [];
		const known = this.getParentTypes(name).filter((parent) =>
			this.types.some((type) => type.name === parent),
		);
		for (const type of [...known.reverse(), name]) {
			NodeHelpers.mergeNodeProperties(properties, this.typeOf(type).properties);
		}
		return properties;
	}

	private withGeneric(
		{ properties }: IAuthenticateGeneric,
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): IHttpRequestOptions {
		const resolve = (value: unknown) =>
			isExpression(value)
				? String(
						workflow.expression.getSimpleParameterValue(
							node,
							value as string,
							'internal',
							{ $credentials: credentials } as never,
							undefined,
							'',
						) || '',
					)
				: value;
		for (const [target, additions] of Object.entries(properties)) {
			const extended = { ...(options[target as AuthenticateTarget] as object | undefined) };
			for (const [key, value] of Object.entries(additions ?? {})) {
				Object.assign(extended, { [String(resolve(key))]: resolve(value) });
			}
			Object.assign(options, { [target]: extended });
		}
		return options;
	}

	private typeOf(name: string): ICredentialType {
		const found = this.types.find((type) => type.name === name);
		if (!found) throw new UserError(`The test gives no credential type "${name}"`);
		return found;
	}
}

const expressionNode: INode = {
	id: 'credential',
	name: 'Credential',
	type: 'test.credential',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const expressionWorkflow = new Workflow({
	nodes: [expressionNode],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => ({ description: { properties: [] } }) as never,
		getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
		getKnownTypes: () => ({}),
	},
});
