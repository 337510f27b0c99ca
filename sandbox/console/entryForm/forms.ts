import { savedByUid, type SavedEntry } from '../../client/entries';
import type { Services } from '../../client/services';

interface Field {
	uid: string;
	display_name?: string;
	data_type: string;
	extension_uid?: string;
	[key: string]: unknown;
}

interface ContentType {
	uid: string;
	title: string;
	schema: Field[];
	options?: Record<string, unknown>;
}

interface Extension {
	uid: string;
	title: string;
	src?: string;
	config?: unknown;
}

/** A content type with a custom field in it, as its form needs it. */
export interface EntryForm {
	contentType: ContentType;
	field: Field;
	extension: { uid: string; src: string; config: unknown };
	entries: Array<{ uid: string; title: string }>;
}

export interface Forms {
	forms: EntryForm[];
	/** Content types that a custom field could be added to, when one is installed. */
	addable: Array<{ uid: string; title: string }>;
}

const PICKER = {
	uid: 'picked_media',
	display_name: 'Media from iconik',
	data_type: 'json',
	field_metadata: { extension: true },
	config: { max: 10 },
	multiple: false,
	mandatory: false,
	unique: false,
};

const ASSET_IDS = {
	uid: 'iconik_asset_id',
	display_name: 'iconik asset ids',
	data_type: 'text',
	field_metadata: { description: 'Filled in by the picker' },
	multiple: false,
	mandatory: false,
	unique: false,
};

/** The forms in which a custom field can be tried out. */
export async function readForms(services: Services): Promise<Forms> {
	const [extensions, contentTypes] = await Promise.all([
		pickers(services),
		read<ContentType>(services, '/content_types', 'content_types'),
	]);
	const found = contentTypes.flatMap((contentType) => {
		const field = contentType.schema.find(({ extension_uid }) =>
			extensions.some(({ uid }) => uid === extension_uid),
		);
		const extension = extensions.find(({ uid }) => uid === field?.extension_uid);
		return field && extension ? [{ contentType, field, extension }] : [];
	});
	const forms = await Promise.all(
		found.map(async (form) => ({
			...form,
			entries: (
				await read<SavedEntry>(
					services,
					`/content_types/${form.contentType.uid}/entries`,
					'entries',
				)
			).map(({ uid, title }) => ({ uid, title })),
		})),
	);
	const taken = new Set(found.map(({ contentType: { uid } }) => uid));
	return {
		forms,
		addable:
			extensions.length === 0
				? []
				: contentTypes
						.filter(({ uid }) => !taken.has(uid) && uid !== 'iconik_media')
						.map(({ uid, title }) => ({ uid, title })),
	};
}

/** Where the pages of the installed custom fields are: what the form may show in a frame. */
export async function pickerOrigins(services: Services): Promise<string[]> {
	return [...new Set((await pickers(services)).map(({ src }) => new URL(src).origin))];
}

/** An administrator adds the custom field to a content type, with a text field beside it that the asset ids go into. */
export async function addPicker(services: Services, uid: string): Promise<void> {
	const [extension] = await pickers(services);
	if (!extension) throw new Error('No custom field is installed in the stack');
	const { management } = services.contentstack;
	const path = `/content_types/${encodeURIComponent(uid)}`;
	const { data } = await management.get<{ content_type?: ContentType }>(path);
	if (!data.content_type) throw new Error(`There is no content type "${uid}"`);
	const { title, schema, options } = data.content_type;
	const added = [ASSET_IDS, { ...PICKER, extension_uid: extension.uid }].filter(
		(field) => !schema.some((there) => there.uid === field.uid),
	);
	const body = { content_type: { title, uid, schema: [...schema, ...added], options } };
	const answer = await management.put<unknown>(path, body);
	if (answer.status !== 200) throw new Error(`Contentstack said ${JSON.stringify(answer.data)}`);
}

/** An editor saves the entry, or a new one when there is no uid. */
export async function saveEntry(
	services: Services,
	contentType: string,
	uid: string,
	fields: Record<string, unknown>,
): Promise<SavedEntry> {
	const { control } = services.contentstack;
	if (uid === '') {
		const created = await control.act<SavedEntry>('create-entry', { contentType, fields });
		return await savedByUid(services, contentType, created.uid);
	}
	await control.act('save-entry', { contentType, uid, fields });
	return await savedByUid(services, contentType, uid);
}

/** The custom fields with a page of their own; the configuration comes as text or as an object. */
async function pickers(services: Services) {
	const extensions = await read<Extension>(services, '/extensions', 'extensions');
	return extensions.flatMap(({ uid, src, config }) =>
		src && URL.canParse(src)
			? [
					{
						uid,
						src,
						config: (typeof config === 'string' ? JSON.parse(config) : config) as unknown,
					},
				]
			: [],
	);
}

async function read<T>(
	{ contentstack }: Services,
	path: string,
	key: string,
	params: Record<string, unknown> = {},
): Promise<T[]> {
	const { data } = await contentstack.management.get<Record<string, T[]>>(path, { params });
	return data[key] ?? [];
}
