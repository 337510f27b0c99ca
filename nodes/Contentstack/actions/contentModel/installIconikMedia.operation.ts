import { type IDataObject, type INodeProperties, NodeOperationError, sleep } from 'n8n-workflow';
import { completion } from '../../schema/completion';
import type { ContentType } from '../../schema/contentType';
import { mediaContentType } from '../../schema/mediaContentType';
import { isNotFound, mayHaveLanded, serviceError } from '../../transport/failure';
import type { Stack } from '../../transport/stack';
import type { ItemOperation } from '../operation';

const show = { resource: ['contentModel'], operation: ['installIconikMedia'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'This changes the content model of the stack: it creates the content type, or adds the fields that it lacks. Nothing else is changed, and doing it again does nothing.',
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Content Type UID',
		name: 'contentTypeUid',
		type: 'string',
		default: 'iconik_media',
		required: true,
		description: 'UID that the content type has or gets: small letters, digits and underscores',
		displayOptions: { show },
	},
	{
		displayName: 'Title',
		name: 'contentTypeTitle',
		type: 'string',
		default: 'iconik Media',
		description: 'Name that editors see. A content type that is there keeps its own.',
		displayOptions: { show },
	},
];

/** Makes sure that the content type of media entries is there with all its fields. */
export const execute: ItemOperation = async function (stack, index) {
	const uid = String(this.getNodeParameter('contentTypeUid', index)).trim();
	if (!/^[a-z0-9_]{1,200}$/.test(uid))
		throw new NodeOperationError(this.getNode(), `"${uid}" cannot be the UID of a content type`, {
			itemIndex: index,
			description: 'Use small letters, digits and underscores only, 200 at most.',
		});
	const expected = mediaContentType(
		uid,
		String(this.getNodeParameter('contentTypeTitle', index)) || 'iconik Media',
	);
	const present = await find(stack, uid);
	return present ? await complete(stack, present, expected) : await create(stack, expected);
};

async function find(stack: Stack, uid: string): Promise<ContentType | undefined> {
	const answer = await stack.attempt<{ content_type: ContentType }>({
		method: 'GET',
		path: `/content_types/${uid}`,
	});
	if (answer.ok) return answer.body.content_type;
	if (isNotFound(answer.failure)) return undefined;
	throw stack.errorFor(answer.failure);
}

const LOOK_AGAIN_MS = 1000;
/** The error code when another content type has the UID or title. */
const EXISTS_ALREADY = 115;

async function create(stack: Stack, expected: ContentType): Promise<IDataObject> {
	const answer = await stack.attempt({
		method: 'POST',
		path: '/content_types',
		body: { content_type: expected as unknown as IDataObject },
	});
	if (answer.ok) {
		const { added } = completion([], expected.schema);
		return report(stack, 'created', expected, { added, alreadyThere: [], conflicting: [] });
	}
	const { failure } = answer;
	const isTaken = serviceError(failure.body).code === EXISTS_ALREADY;
	if (!mayHaveLanded(failure) && !isTaken) throw stack.errorFor(failure);
	await sleep(LOOK_AGAIN_MS);
	const present = await find(stack, expected.uid);
	if (!present) throw stack.errorFor(failure);
	return await complete(stack, present, expected);
}

async function complete(
	stack: Stack,
	present: ContentType,
	expected: ContentType,
): Promise<IDataObject> {
	const { schema, ...changes } = completion(present.schema, expected.schema);
	if (changes.added.length === 0) return report(stack, 'unchanged', present, changes);
	const { uid, title, options } = present;
	await stack.request({
		method: 'PUT',
		path: `/content_types/${uid}`,
		body: {
			content_type: {
				title,
				uid,
				...('description' in present && { description: present.description }),
				schema,
				...(options && { options }),
			} as unknown as IDataObject,
		},
	});
	return report(stack, 'updated', present, changes);
}

function report(
	{ connection: { appUrl, apiKey } }: Stack,
	result: 'created' | 'updated' | 'unchanged',
	{ uid, title }: ContentType,
	{ added, alreadyThere, conflicting }: Omit<ReturnType<typeof completion>, 'schema'>,
): IDataObject {
	return {
		result,
		content_type: uid,
		title,
		added,
		already_there: alreadyThere,
		conflicting,
		cms_url: `${appUrl}/#!/stack/${apiKey}/content-type/${uid}/content-type-builder`,
	};
}
