import { z } from 'zod';
import { BadAction, type PersonAction } from '../../kit/controlApi';
import {
	addVersion,
	createAsset,
	deleteAsset,
	promoteVersion,
	restoreAsset,
	updateAsset,
	versionOnline,
} from '../domain/assets';
import { addToCollection } from '../domain/collections';
import { addMedia, addSubtitle } from '../domain/media';
import { checkValues, metadataOf, storeValues, writeMetadata } from '../domain/metadata';
import type { Asset, Version } from '../model';
import type { Cause, Tenant } from '../tenant';
import { action, assetId, by, causeOf, theAsset, theVersion, versionId } from './people';

const one = z.object({ asset_id: assetId, by }).strict();
const value = z.union([z.string(), z.number(), z.boolean()]);
const mediaType = z.enum(['video', 'audio', 'image']);
const proxyStatus = z.enum(['CLOSED', 'OPEN', 'GROWING', 'FAILED']);
const caption = one.extend({
	version_id: versionId,
	language: z.string().min(1),
	closed_captions: z.boolean().default(false),
	content: z.string().default('WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n'),
});

export function assetActions(tenant: Tenant): Record<string, PersonAction> {
	const { store } = tenant;
	return {
		'create-asset': action({
			description: 'Somebody uploads a file as a new asset, or makes a placeholder.',
			input: z
				.object({
					title: z.string().min(1),
					type: z.enum(['ASSET', 'PLACEHOLDER']).default('ASSET'),
					media_type: mediaType.default('video'),
					duration_ms: z.number().int().positive().default(30_000),
					proxy_status: proxyStatus.default('CLOSED'),
					collection_id: z.string().optional(),
					by,
				})
				.strict(),
			run: (input) => {
				const cause = causeOf(tenant, input.by);
				const asset = createAsset(tenant, { title: input.title, type: input.type }, cause);
				const version = theVersion(tenant, asset);
				if (input.type === 'ASSET') {
					const { media_type, proxy_status } = input;
					addMedia(store, asset, version, { mediaType: media_type, proxyStatus: proxy_status });
					if (media_type !== 'image') asset.duration_milliseconds = input.duration_ms;
					wentOnline(tenant, asset, version, proxy_status, cause);
				}
				if (input.collection_id)
					addToCollection(tenant, input.collection_id, 'assets', asset.id, cause);
				tenant.index.touch(asset.id);
				return { asset_id: asset.id, version_id: version.id };
			},
		}),
		'import-assets': action({
			description: 'An ingest brings many assets at once; they have no media yet.',
			input: z.object({ count: z.number().int().min(1).max(20_000), by }).strict(),
			run: (input) => {
				const cause = causeOf(tenant, input.by);
				const names = Array.from({ length: input.count }, (_, n) => `Import ${n + 1}`);
				return { asset_ids: names.map((title) => createAsset(tenant, { title }, cause).id) };
			},
		}),
		'add-version': action({
			description:
				'Somebody uploads a revised file as the next version; its proxy may still be on the way.',
			input: one.extend({
				copy_metadata: z.boolean().default(true),
				proxy_status: proxyStatus.default('CLOSED'),
			}),
			run: (input) => {
				const asset = theAsset(tenant, input.asset_id);
				const values = metadataOf(store, 'assets', asset.id)?.values;
				const cause = causeOf(tenant, input.by);
				const version = addVersion(tenant, asset, cause);
				if (asset.type !== 'SUBCLIP') {
					addMedia(store, asset, version, {
						mediaType: asset.media_type ?? 'video',
						proxyStatus: input.proxy_status,
					});
					wentOnline(tenant, asset, version, input.proxy_status, cause);
				}
				if (input.copy_metadata && values)
					storeValues(store, 'assets', asset.id, values, version.id);
				tenant.index.touch(asset.id);
				return {
					asset_id: asset.id,
					version_id: version.id,
					version_number: version.version_number,
				};
			},
		}),
		'promote-version': action({
			description: 'An older version is made the latest, in the background.',
			input: one.extend({ version_id: z.string() }),
			run: (input) => {
				const asset = theAsset(tenant, input.asset_id);
				const version = theVersion(tenant, asset, input.version_id);
				promoteVersion(tenant, asset, version, causeOf(tenant, input.by));
			},
		}),
		'finish-transcode': action({
			description: 'The proxies and keyframes of a version are ready.',
			input: one.extend({ version_id: versionId }),
			run: (input) => {
				const asset = theAsset(tenant, input.asset_id);
				const version = theVersion(tenant, asset, input.version_id);
				for (const file of store.media.values())
					if (file.version_id === version.id) file.status = 'CLOSED';
				const cause = causeOf(tenant, input.by);
				updateAsset(tenant, asset, {}, cause);
				versionOnline(tenant, asset, version, true, cause);
			},
		}),
		'update-metadata': action({
			description:
				'Somebody edits metadata: { "RightsExpiry": "2030-01-01", "Territories": ["DE", "FR"] }; null clears a field.',
			input: one.extend({ values: z.record(z.union([value, z.array(value), z.null()])) }),
			run: (input) => {
				const asset = theAsset(tenant, input.asset_id);
				const sent = Object.fromEntries(
					Object.entries(input.values).map(([name, given]) => {
						const list = given === null ? [] : Array.isArray(given) ? given : [given];
						return [name, { field_values: list.map((each) => ({ value: each })) }];
					}),
				);
				checkValues(store, sent);
				writeMetadata(tenant, 'assets', asset.id, sent, causeOf(tenant, input.by));
			},
		}),
		'edit-title': action({
			description: 'Somebody renames an asset.',
			input: one.extend({ title: z.string().min(1) }),
			run: (input) =>
				updateAsset(
					tenant,
					theAsset(tenant, input.asset_id),
					{ title: input.title },
					causeOf(tenant, input.by),
				),
		}),
		block: action({
			description: 'An asset is restricted: no download, no sharing.',
			input: one.extend({ warning: z.string().optional() }),
			run: (input) =>
				updateAsset(
					tenant,
					theAsset(tenant, input.asset_id),
					{ is_blocked: true, warning: input.warning ?? null },
					causeOf(tenant, input.by),
				),
		}),
		unblock: action({
			description: 'The restriction of an asset is lifted.',
			input: one,
			run: (input) =>
				updateAsset(
					tenant,
					theAsset(tenant, input.asset_id),
					{ is_blocked: false, warning: null },
					causeOf(tenant, input.by),
				),
		}),
		'delete-asset': action({
			description: 'An asset goes into the delete queue.',
			input: one,
			run: (input) =>
				deleteAsset(tenant, theAsset(tenant, input.asset_id), causeOf(tenant, input.by)),
		}),
		'restore-asset': action({
			description: 'An asset comes back from the delete queue.',
			input: one,
			run: (input) =>
				restoreAsset(tenant, theAsset(tenant, input.asset_id), causeOf(tenant, input.by)),
		}),
		'add-subtitle': action({
			description: 'Captions are added to a version.',
			input: caption,
			run: ({ version_id, by: person, asset_id, ...subtitle }) => {
				const asset = theAsset(tenant, asset_id);
				const version = theVersion(tenant, asset, version_id);
				return {
					subtitle_id: addSubtitle(tenant, asset, version.id, subtitle, causeOf(tenant, person)).id,
				};
			},
		}),
		'edit-subtitle': action({
			description: 'The text of captions is corrected.',
			input: caption.extend({ content: z.string() }),
			run: (input) => {
				const asset = theAsset(tenant, input.asset_id);
				const version = theVersion(tenant, asset, input.version_id);
				const subtitle = [...store.subtitles.values()].find(
					(known) =>
						known.version_id === version.id &&
						known.language === input.language &&
						known.closed_captions === input.closed_captions,
				);
				if (!subtitle)
					throw new BadAction(`language: there are no captions in "${input.language}"`);
				subtitle.content = input.content;
				updateAsset(tenant, asset, {}, causeOf(tenant, input.by));
			},
		}),
	};
}

function wentOnline(
	tenant: Tenant,
	asset: Asset,
	version: Version,
	proxies: z.output<typeof proxyStatus>,
	cause: Cause,
): void {
	versionOnline(tenant, asset, version, false, cause);
	if (proxies === 'CLOSED') versionOnline(tenant, asset, version, true, cause);
}
