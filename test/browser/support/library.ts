import type {
	PickedMedia,
	PickerDetails,
	PickerItem,
	PickerVersion,
} from '../../../lib/pickerProtocol';

const TITLES = [
	'Above the Treeline – Hero Film',
	'Alpine Start: Packing for Two Days',
	'Ridge Jacket – Fit and Layers',
	'How to Wash Down',
	'Trail Shoe 2 – Launch',
	'Night on the Ridge',
	'Interview: Ingrid Solberg',
	'Repair Workshop, Part One',
	'Sound of the Glacier',
	'Summit Light',
	'Crampons: Fitting and Care',
	'Autumn Campaign – Teaser',
];

/** One item as a search would find it. The first ones are approved and free to use. */
export function item(index: number, changes: Partial<PickerItem> = {}): PickerItem {
	const title = TITLES[index % TITLES.length] ?? '';
	return {
		id: `asset-${index}`,
		title: index < TITLES.length ? title : `${title} ${Math.floor(index / TITLES.length) + 1}`,
		mediaType: index % 9 === 8 ? 'audio' : index % 10 === 9 ? 'image' : 'video',
		durationMs: index % 10 === 9 ? null : 24_000 + index * 17_000,
		width: 1920,
		height: 1080,
		createdAt: `2026-0${1 + (index % 9)}-12T09:00:00.000Z`,
		posterUrl: `/posters/${index}.svg`,
		approval: 'APPROVED',
		rights: { status: 'valid', starts: null, expires: '2027-12-31' },
		captions: index % 3 === 0 ? ['en', 'de'] : null,
		versions: 1 + (index % 3),
		holdReasons: [],
		...changes,
	};
}

/** Many that may be used, with a few that may not, should not, or not much longer. */
export function items(count = 60): PickerItem[] {
	return Array.from({ length: count }, (_, index) => {
		if (index === 4)
			return item(index, { rights: { status: 'expiring', starts: null, expires: '2026-12-14' } });
		if (index === 5)
			return item(index, {
				rights: { status: 'expired', starts: null, expires: '2026-10-31' },
				holdReasons: ['The usage rights ended on 2026-10-31'],
			});
		if (index === 7)
			return item(index, { approval: 'REQUESTED', holdReasons: ['It is not approved'] });
		return item(index);
	});
}

const WEB_VTT = 'WEBVTT\n\n00:00.000 --> 00:20.000\nA cold morning above the treeline.\n';

export function details(of: PickerItem): PickerDetails {
	const versionList: PickerVersion[] = Array.from({ length: of.versions }, (_, index) => ({
		id: `${of.id}-v${of.versions - index}`,
		number: of.versions - index,
		approval: index === 0 ? of.approval : 'APPROVED',
		createdAt: of.createdAt,
		isLatestApproved: index === 0,
	}));
	return {
		...of,
		description: 'A morning on the ridge: first light, cold hands, good coffee.',
		previewUrl: '/film.webm',
		previewType: 'video/webm',
		captions: ['en', 'de'],
		tracks: [
			{ language: 'en', label: 'English', closedCaptions: false, webVtt: WEB_VTT },
			{ language: 'de', label: 'German', closedCaptions: false, webVtt: WEB_VTT },
		],
		versionList,
		fullRights: {
			...of.rights,
			holder: 'Film & Story',
			territories: ['Europe', 'North America'],
			notes: null,
		},
		webUrl: `https://app.iconik.io/asset/${of.id}`,
	};
}

/** What the workflow would make of a pick. */
export function picked(of: PickerItem, pinnedVersionId: string | null = null): PickedMedia {
	const number = Number(/-v(\d+)$/.exec(pinnedVersionId ?? '')?.[1] ?? of.versions);
	return {
		id: of.id,
		type: of.mediaType ?? '',
		name: of.title,
		version_policy: pinnedVersionId === null ? 'latestApproved' : 'pinned',
		version_id: pinnedVersionId ?? `${of.id}-v${of.versions}`,
		version_number: number,
		duration_ms: of.durationMs,
		width: of.width,
		height: of.height,
		size: 1_000_000,
		thumbnailUrl: null,
		previewUrl: null,
		delivery: { strategy: 'none', url: null },
		platformUrl: `https://app.iconik.io/asset/${of.id}`,
		media_entry_uid: `entry-${of.id}`,
		captions: [{ language: 'en', closed_captions: false }],
		rights: of.rights,
	};
}
