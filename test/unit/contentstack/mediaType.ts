import type { ContentType, Field } from '../../../nodes/Contentstack/schema/contentType';

export const field = (uid: string, dataType: string, more: Partial<Field> = {}): Field => ({
	uid,
	display_name: uid.toUpperCase(),
	data_type: dataType,
	...more,
});

/** A content type with a field of every kind. */
export const everything: ContentType = {
	uid: 'everything',
	title: 'Everything',
	schema: [
		field('title', 'text', { mandatory: true }),
		field('keywords', 'text', { multiple: true }),
		field('state', 'text', { enum: { choices: [{ value: 'ready' }, { value: 'held' }] } }),
		field('rank', 'number', { enum: { choices: [{ value: 1 }, { value: 2 }] } }),
		field('size', 'number'),
		field('on', 'boolean'),
		field('at', 'isodate'),
		field('day', 'isodate', { field_metadata: { hide_time: true } }),
		field('picture', 'file'),
		field('pictures', 'file', { multiple: true }),
		field('link', 'link'),
		field('related', 'reference', { reference_to: ['page', 'article'] }),
		field('author', 'reference', { reference_to: ['person'] }),
		field('body', 'json', { field_metadata: { allow_json_rte: true } }),
		field('picked', 'json', { extension_uid: 'blt1' }),
		field('rights', 'group', {
			schema: [field('status', 'text'), field('until', 'isodate'), field('proof', 'file')],
		}),
		field('captions', 'group', {
			multiple: true,
			schema: [field('language', 'text'), field('closed', 'boolean'), field('file', 'file')],
		}),
		field('seo', 'global_field', { reference_to: 'seo', schema: [field('text', 'text')] }),
		field('blocks', 'blocks', {
			multiple: true,
			blocks: [
				{ uid: 'hero', title: 'Hero', schema: [field('head', 'text'), field('image', 'file')] },
				{ uid: 'quote', title: 'Quote', schema: [field('words', 'text')] },
			],
		}),
		field('taxonomies', 'taxonomy', { multiple: true }),
	],
};
