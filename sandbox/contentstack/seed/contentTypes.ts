import type { Branch, ContentType, FieldSchema, Fields } from '../state';
import { choice, field, multiline, reference, richText, text, title, url } from './fields';

/** Content types and a global field such as a media team has: pages of blocks, articles, campaigns, and its own kind of media. */
export function seedContentTypes(branch: Branch, now: string): void {
	const type = (
		uid: string,
		name: string,
		schema: FieldSchema[],
		options: Fields = {},
	): ContentType => ({
		uid,
		title: name,
		description: '',
		schema,
		options: {
			is_page: false,
			singleton: false,
			publishable: true,
			title: 'title',
			sub_title: [],
			...options,
		},
		inbuilt_class: false,
		maintain_revisions: true,
		field_rules: [],
		last_activity: {},
		_version: 1,
		created_at: now,
		updated_at: now,
	});
	const page = { is_page: true, url_pattern: '/:title', url_prefix: '/' };

	branch.globalFields.set(
		'seo',
		type('seo', 'SEO', [
			text('meta_title', 'Meta title'),
			multiline('meta_description', 'Meta description'),
		]),
	);
	for (const one of [
		type('page', 'Page', pageSchema(), page),
		type('article', 'Article', articleSchema(), { ...page, url_prefix: '/stories/' }),
		type('campaign', 'Campaign', campaignSchema()),
		type('media', 'Media', [
			title(),
			text('video_id', 'Video id'),
			multiline('caption', 'Caption'),
			field('still', 'Still', 'file', { extensions: [] }),
		]),
	])
		branch.contentTypes.set(one.uid, one);
}

function pageSchema(): FieldSchema[] {
	return [
		title(),
		url(),
		field('seo', 'SEO', 'global_field', { reference_to: 'seo' }),
		field('blocks', 'Blocks', 'blocks', {
			multiple: true,
			blocks: [
				{
					uid: 'hero',
					title: 'Hero',
					schema: [
						text('headline', 'Headline'),
						field('image', 'Image', 'file', { extensions: [] }),
						reference('video', 'Video', ['media'], false),
					],
				},
				{
					uid: 'gallery',
					title: 'Gallery',
					schema: [text('heading', 'Heading'), reference('items', 'Items', ['media'])],
				},
				{
					uid: 'quote',
					title: 'Quote',
					schema: [multiline('words', 'Words'), text('speaker', 'Speaker')],
				},
			],
		}),
	];
}

function articleSchema(): FieldSchema[] {
	return [
		title(),
		url(),
		text('summary', 'Summary'),
		field('published_on', 'Published on', 'isodate'),
		richText('body', 'Body'),
		field('lead_image', 'Lead image', 'file', { extensions: [] }),
		reference('media', 'Media', ['media']),
	];
}

function campaignSchema(): FieldSchema[] {
	return [
		title(),
		choice('kind', 'Kind', ['product launch', 'season', 'event']),
		field('starts', 'Starts', 'isodate'),
		field('ends', 'Ends', 'isodate'),
		multiline('brief', 'Brief'),
		text('iconik_collection_id', 'iconik collection', { non_localizable: true }),
		text('iconik_collection_url', 'Link to iconik', { non_localizable: true }),
		reference('pages', 'Pages', ['page', 'article']),
	];
}
