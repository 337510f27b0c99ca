import type { PickerItem } from '../../../lib/pickerProtocol';

type Rights = PickerItem['rights']['status'];

const count = (number: number, one: string, many: string) =>
	`${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const media = (number: number) => count(number, 'media item', 'media items');

/** Every sentence that the page shows or reads out. A translation is a file like this one, named in `texts/index.ts`. */
export const en = {
	/** For dates, numbers and names of languages. */
	locale: 'en',

	actions: {
		choose: 'Choose media',
		cancel: 'Cancel',
		close: 'Close',
		retry: 'Try again',
		retryIn: (seconds: number) => `Try again in ${seconds} s`,
		undo: 'Undo',
		remove: 'Remove',
		removeNamed: (title: string) => `Remove ${title}`,
		preview: 'Preview',
		previewNamed: (title: string) => `Preview ${title}`,
		openInIconik: 'Open in iconik',
		ownWindow: 'Open in its own window',
	},

	field: {
		label: 'Media from iconik',
		empty: 'No media picked yet',
		emptyHint: 'Choose videos, sound and pictures from iconik.',
		picked: (number: number) => `${media(number)} picked`,
		checking: 'Checking how they stand in iconik…',
		unchecked: 'How these stand in iconik could not be checked.',
		waiting: 'Asking iconik…',
		notStored: 'Contentstack did not take the change. It is kept here: try again.',
		mirrorFailed: (field: string) =>
			`The asset ids could not be written into “${field}”. The media are stored all the same.`,
		foreign: (number: number) =>
			`${count(number, 'element', 'elements')} in this field did not come from this picker and stay as they are.`,
		notAList:
			'This field holds data that is not a list of media. It stays as it is until you choose media, which replaces it.',
		removed: (title: string) => `Removed ${title}`,
		moveUp: (title: string) => `Move ${title} up`,
		moveDown: (title: string) => `Move ${title} down`,
		moved: (title: string, position: number, total: number) =>
			`${title} is now number ${position} of ${total}`,
		drag: (title: string) => `Reorder ${title}`,
		dragHelp:
			'Press space or enter to lift it, the arrow keys to move it, space or enter again to drop it, escape to put it back.',
		lifted: (title: string, position: number, total: number) =>
			`Lifted ${title}, number ${position} of ${total}`,
		over: (title: string, position: number, total: number) =>
			`${title} is over number ${position} of ${total}`,
		dropped: (title: string, position: number, total: number) =>
			`Dropped ${title} as number ${position} of ${total}`,
		putBack: (title: string) => `${title} is back in its place`,
		notTaken: (title: string) => `${title} was not changed`,
	},

	policy: {
		follows: (version: number | null) =>
			version === null ? 'Latest approved' : `Latest approved · v${version}`,
		pinned: (version: number | null) =>
			version === null ? 'Pinned to a version' : `Pinned to v${version}`,
		pin: (title: string) => `Pin ${title} to this version`,
		follow: (title: string) => `Let ${title} follow the latest approved version`,
		pinShort: 'Pin to this version',
		followShort: 'Follow the latest approved',
		heading: 'Which version',
		followNow: (version: number | null) =>
			version === null
				? 'Follow the latest approved version'
				: `Follow the latest approved version, now v${version}`,
		version: (number: number) => `Version ${number}`,
	},

	standing: {
		gone: 'No longer in iconik, or out of your reach. Remove it or choose another.',
		held: (reasons: string) => `May not be used: ${reasons}`,
		noApproved: 'No approved version at present.',
		newerPinned: (newest: number | null) =>
			newest === null ? 'Another version is approved now.' : `v${newest} is approved now.`,
		newer: (newest: number | null) =>
			newest === null ? 'A new version is approved.' : `v${newest} is approved now.`,
		update: 'Use it',
		expiring: (date: string) => `Rights end on ${date}.`,
	},

	chooser: {
		title: 'Choose media',
		search: 'Search',
		searchHint: 'Title, description, tags…',
		clearSearch: 'Clear the search',
		results: 'Results',
		found: (number: number) => media(number),
		searching: 'Searching…',
		loading: 'Loading media…',
		loadMore: 'Load more',
		loadingMore: 'Loading more…',
		end: (number: number) => `That is all: ${media(number)}`,
		none: 'Nothing matches',
		noneHint: 'Try other words or fewer filters.',
		nothing: 'There is no media here yet',
		nothingHint: 'What is added to the library in iconik appears here.',
		clearFilters: 'Clear filters',
		grid: 'Grid',
		list: 'List',
		view: 'View',
		sort: 'Sort by',
		selected: (number: number) => `${number} chosen`,
		selection: 'Chosen media',
		selectionHint: 'What you choose is collected here.',
		confirm: (number: number) => (number === 0 ? 'Use none' : `Use ${media(number)}`),
		confirming: 'Preparing…',
		refusedTitle: 'Not everything could be taken',
		refused: (title: string, reason: string) => `${title}: ${reason}`,
		refusedHint: 'It is no longer chosen. Choose another, or use the rest.',
		failedTitle: 'The media could not be prepared',
		keepsChoice: 'What you chose is kept.',
		blockedWindow: 'The browser did not open a window. Allow windows for this site, or go on here.',
		inWindow:
			'Choose in the window that has opened. What is in the field stays until you are done.',
		showWindow: 'Show the window',
		chooseHere: 'Choose here instead',
		warnTitle: 'This may not be used',
		warnHint: 'If it is published all the same, that is your responsibility.',
		warnAccept: 'Choose it anyway',
		added: (title: string) => `${title} chosen`,
		dropped: (title: string) => `${title} no longer chosen`,
		unavailable: (title: string, reasons: string) => `${title} cannot be chosen: ${reasons}`,
		resultsHelp: 'Move with the arrow keys, choose with space, go on to the preview with tab.',
	},

	limits: {
		range: (min: number, max: number | null) => {
			if (max === null) return min > 0 ? `At least ${min}` : '';
			if (min === max) return `Exactly ${max}`;
			return min > 0 ? `${min} to ${max}` : `At most ${max}`;
		},
		tooFew: (min: number) => `Choose at least ${min}.`,
		tooMany: (max: number) => `No more than ${max}: remove some first.`,
		full: (max: number) => `${max} is the most for this field. Remove one first.`,
		wrongType: (allowed: string) => `This field takes only ${allowed}.`,
	},

	filters: {
		heading: 'Filters',
		show: (active: number) => (active === 0 ? 'Filters' : `Filters (${active})`),
		type: 'Type',
		collection: 'Collection',
		wholeLibrary: 'All collections',
		expand: (title: string) => `Show what is inside ${title}`,
		collapse: (title: string) => `Hide what is inside ${title}`,
		approval: 'Approval',
		approvedOnly: 'Approved only',
		approvedAlways: 'Only approved media are offered here.',
		orientation: 'Orientation',
		duration: 'Duration',
		captions: 'Captions',
		date: 'Created',
		from: 'From',
		to: 'To',
		any: 'Any',
		remove: (what: string) => `Remove the filter ${what}`,
		active: 'Active filters',
		createdFrom: (date: string) => `From ${date}`,
		createdTo: (date: string) => `Until ${date}`,
		captionsIn: (language: string) => `Captions: ${language}`,
	},

	orientations: { landscape: 'Landscape', portrait: 'Portrait', square: 'Square' },

	durations: {
		upTo30s: 'Up to 30 s',
		upTo2min: '30 s to 2 min',
		upTo10min: '2 to 10 min',
		longer: 'Over 10 min',
	},

	sorts: {
		relevance: 'Best match',
		newest: 'Newest first',
		oldest: 'Oldest first',
		title: 'Title',
		longest: 'Longest first',
		shortest: 'Shortest first',
	},

	mediaTypes: { video: 'Video', audio: 'Sound', image: 'Picture', document: 'Document' } as Record<
		string,
		string
	>,

	approvals: {
		'N/A': 'Not reviewed',
		REQUESTED: 'In review',
		APPROVED: 'Approved',
		NOT_APPROVED: 'Rejected',
		MIXED: 'Reviewers disagree',
	} satisfies Record<PickerItem['approval'], string>,

	rights: {
		valid: 'Rights valid',
		expiring: 'Rights end soon',
		expired: 'Rights expired',
		pending: 'Rights not begun',
		missing: 'No rights recorded',
	} satisfies Record<Rights, string>,

	rightsUntil: (date: string) => `Until ${date}`,
	rightsFrom: (date: string) => `From ${date}`,
	rightsEnded: (date: string) => `Expired ${date}`,
	captionsBadge: (languages: string) => `CC ${languages}`,
	captionsIn: (languages: string) => `Captions: ${languages}`,
	versions: (number: number) => count(number, 'version', 'versions'),
	untitled: 'Untitled',

	preview: {
		title: (title: string) => `Preview of ${title}`,
		loading: 'Loading the preview…',
		none: 'There is no preview that a browser can play.',
		approval: 'Approval',
		rights: 'Usage rights',
		holder: 'Held by',
		territories: 'Territories',
		notes: 'Notes',
		captions: 'Captions',
		noCaptions: 'None',
		description: 'Description',
		details: 'Details',
		created: 'Created',
		mayNot: 'This may not be used',
		choose: 'Choose',
		chosen: 'Chosen',
		unchoose: 'Take out',
		caption: (label: string, isClosed: boolean) => (isClosed ? `${label} (CC)` : label),
	},

	errors: {
		offlineTitle: 'You are offline',
		offline:
			'What is already picked is safe. This goes on by itself as soon as the connection is back.',
		unreachableTitle: 'The picker cannot be reached',
		unreachable: 'n8n does not answer. Check the connection, or try again in a moment.',
		timeoutTitle: 'This takes too long',
		timeout: 'There was no answer in time. Try again in a moment.',
		notServedTitle: 'The picker is not switched on',
		notServed:
			'Its workflow in n8n is not published. Ask the people who look after n8n to publish it, then try again.',
		n8nFailedTitle: 'n8n could not do this',
		n8nFailed:
			'Try again. If it stays so, tell the people who look after n8n: its list of executions shows the reason.',
		unreadableTitle: 'The answer could not be read',
		unreadable:
			'n8n answered something unexpected. Try again; if it stays so, tell the people who look after it.',
		noKeyTitle: 'The picker is not set up yet',
		noKey:
			'Its configuration in Contentstack has no access key. Ask an administrator to put it there as “key”.',
		startTitle: 'Contentstack did not answer',
		start: 'The field could not be read. Nothing is changed. Reload the entry to try again.',
		crashTitle: 'Something went wrong in the picker',
		crash: 'What is stored in the field is unchanged.',
		titles: {
			key_wrong: 'The access key does not fit',
			session_expired: 'The session has ended',
			origin_refused: 'The picker must not be shown here',
			out_of_scope: 'This is not available here',
			too_many: 'Too many requests at once',
			bad_request: 'That could not be asked',
			iconik_down: 'iconik cannot be reached',
			iconik_slow: 'iconik is slow at the moment',
		} as Record<string, string>,
		otherTitle: 'That did not work',
	},

	standalone: {
		title: 'iconik Media Picker',
		intro:
			'This page is made for a custom field in Contentstack. Opened alone it lets you try it: nothing is stored.',
		key: 'Access key',
		keyHint: 'It is in the configuration of the extension.',
		open: 'Open',
		value: 'What the field would store',
	},
};
