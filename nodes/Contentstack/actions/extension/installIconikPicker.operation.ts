import { type IDataObject, type INodeProperties, NodeOperationError } from 'n8n-workflow';
import { changedKeys } from '../../../../lib/comparison';
import { isRecord, parsedJson } from '../../schema/compounds';
import { createOnce } from '../../transport/create';
import { readList } from '../../transport/paging';
import type { Stack } from '../../transport/stack';
import type { ItemOperation } from '../operation';
import { type Extension, extensionPath } from './extensionView';

const show = { resource: ['extension'], operation: ['installIconikPicker'] };
const TYPE = 'field';

export const description: INodeProperties[] = [
	{
		displayName:
			'This adds a custom field to the stack, or corrects the one of this title. Doing it again does nothing. Add the field to a content type afterwards.',
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Picker URL',
		name: 'pickerUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://n8n.example.com/webhook/iconik-picker',
		description: "Where the page of the picker is. Editors' browsers open it.",
		displayOptions: { show },
	},
	{
		displayName: 'Title',
		name: 'extensionTitle',
		type: 'string',
		default: 'iconik Picker',
		required: true,
		description: 'Name that editors see. The custom field is found again by it.',
		displayOptions: { show },
	},
	{
		displayName: 'Config (JSON)',
		name: 'config',
		type: 'json',
		default: '{}',
		description: 'What the picker is told. Every editor can read it, so no secrets here.',
		displayOptions: { show },
	},
];

interface Wanted extends IDataObject {
	title: string;
	type: string;
	data_type: string;
	src: string;
	multiple: boolean;
	config: string;
	tags: string[];
}

/** Makes sure that the custom field of the picker is there, once, with this address and configuration. */
export const execute: ItemOperation = async function (stack, index) {
	const src = String(this.getNodeParameter('pickerUrl', index, '') ?? '').trim();
	const refuse = (message: string, description: string) =>
		new NodeOperationError(this.getNode(), message, { itemIndex: index, description });
	if (!URL.canParse(src) || !/^https?:$/.test(new URL(src).protocol))
		throw refuse(
			`"${src}" is not the address of a page`,
			'Give the whole address of the picker, such as https://n8n.example.com/webhook/iconik-picker.',
		);
	const config = parsedJson(this.getNodeParameter('config', index, '{}') || '{}');
	if (!isRecord(config))
		throw refuse('Config (JSON) is not a valid JSON object', 'It must be one object, like {}.');
	const wanted: Wanted = {
		title: String(this.getNodeParameter('extensionTitle', index)).trim() || 'iconik Picker',
		type: TYPE,
		data_type: 'json',
		src,
		multiple: false,
		config: JSON.stringify(config),
		tags: ['iconik'],
	};
	const [present, ...doubled] = await ofTitle(stack, wanted.title);
	const duplicates = doubled.map(({ uid }) => uid);
	const answer = (result: string, { uid }: Extension): IDataObject => ({
		result,
		uid,
		title: wanted.title,
		url: src,
		...(duplicates.length > 0 && { duplicates }),
	});
	if (!present) return answer('created', await create(stack, wanted));
	if (changesOf(present, wanted).length === 0) return answer('unchanged', present);
	const { extension } = await stack.request<{ extension: Extension }>({
		method: 'PUT',
		path: extensionPath(present.uid),
		body: { extension: wanted },
	});
	return answer('updated', extension);
};

/** The stack's own custom fields of this title, the oldest first. */
async function ofTitle(stack: Stack, title: string): Promise<Extension[]> {
	const all = await readList<Extension>(stack, extensionPath(), 'extensions');
	return all
		.filter((there) => there.title === title && there.type === TYPE && !there.app_installation_uid)
		.sort((a, b) => String(a.created_at ?? '').localeCompare(String(b.created_at ?? '')));
}

async function create(stack: Stack, wanted: Wanted): Promise<Extension> {
	return await createOnce<Extension>(
		stack,
		{ method: 'POST', path: extensionPath(), body: { extension: wanted } },
		async () => (await ofTitle(stack, wanted.title))[0],
		({ extension }: { extension: Extension }) => extension,
	);
}

/** What differs of what matters here. The service gives the configuration back as text or as an object. */
function changesOf(present: Extension, { src, data_type, multiple, config }: Wanted): string[] {
	return changedKeys(
		{ ...present, multiple: present.multiple ?? false, config: parsedJson(present.config) },
		{ src, data_type, multiple, config: parsedJson(config) },
	);
}
