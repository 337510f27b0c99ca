import type { Clock } from '../kit/clock';
import { newId, stamp } from './ids';
import type { MetadataField, MetadataRecord, MetadataView } from './metadataModel';
import type {
	Asset,
	Collection,
	Format,
	MediaFile,
	Membership,
	Review,
	Share,
	Subtitle,
	Token,
	User,
	Version,
	Wire,
} from './model';

/** All the records of one tenant. Reads by id come straight from here; lists and searches come from the search index. */
export class Store {
	readonly assets = new Map<string, Asset>();
	readonly collections = new Map<string, Collection>();
	readonly media = new Map<string, MediaFile>();
	readonly formats = new Map<string, Format>();
	readonly fileSets = new Map<string, Wire>();
	/** What was uploaded, by the id of its file. Files without any show made-up bytes. */
	readonly uploads = new Map<string, Buffer>();
	readonly subtitles = new Map<string, Subtitle>();
	readonly reviews = new Map<string, Review>();
	readonly metadata = new Map<string, MetadataRecord>();
	readonly fields = new Map<string, MetadataField>();
	readonly views = new Map<string, MetadataView>();
	readonly users = new Map<string, User>();
	readonly shares = new Map<string, Share>();
	readonly tokens = new Map<string, Token>();
	readonly categories = new Map<string, Wire>();
	readonly groups = new Map<string, Wire>();
	readonly apps = new Map<string, Wire>();
	readonly storages = new Map<string, Wire>();
	readonly exportLocations = new Map<string, Wire>();
	readonly customActions = new Map<string, Wire>();
	readonly automations = new Map<string, Wire>();
	readonly automationRuns = new Map<string, Wire>();
	readonly webhooks = new Map<string, Wire>();
	readonly jobs = new Map<string, Wire>();
	readonly history = new Map<string, Wire>();
	readonly segments = new Map<string, Wire>();
	readonly relations = new Map<string, Wire>();
	readonly relationTypes = new Map<string, Wire>();
	readonly notifications = new Map<string, Wire>();
	readonly subscriptions = new Map<string, Wire>();
	readonly savedSearches = new Map<string, Wire>();
	readonly savedSearchGroups = new Map<string, Wire>();
	readonly searchHistory = new Map<string, Wire>();
	readonly projects = new Map<string, Wire>();
	readonly acls = new Map<string, Wire>();
	readonly aclTemplates = new Map<string, Wire>();
	/** Of people who can log in, by their ids. */
	readonly passwords = new Map<string, string>();
	readonly usage = new Map<string, Wire>();
	/** What export jobs have put into the bucket behind the CDN: path to the original it is a copy of. */
	readonly exported = new Map<
		string,
		{ assetId: string; versionId: string; contentType: string }
	>();
	memberships: Membership[] = [];
	sharingEnabled = true;
	/** What a change of a job is answered with: 200 as in the OpenAPI files, or 201 as clients have seen. */
	jobChangeStatus = 200;
	systemDomainId = '';
	/** The user and application that the printed connection acts as. */
	integrationUserId = '';
	appId = '';
	/** Where this simulator can be reached, known once it listens. */
	origin = '';

	constructor(readonly clock: Clock) {}

	now(): string {
		return stamp(this.clock.now());
	}

	/** ACTIVE versions, newest first: highest number, then latest date. */
	activeVersions(asset: Asset): Version[] {
		return asset.versions
			.filter(({ status }) => status === 'ACTIVE')
			.sort(
				(a, b) =>
					b.version_number - a.version_number || b.date_created.localeCompare(a.date_created),
			);
	}

	latestVersion(asset: Asset): Version | undefined {
		return this.activeVersions(asset)[0];
	}

	addVersion(asset: Asset, by: string, id = newId(), date = this.now()): Version {
		const highest = Math.max(0, ...asset.versions.map(({ version_number }) => version_number));
		const version: Version = {
			id,
			version_number: highest + 1,
			status: 'ACTIVE',
			date_created: date,
			created_by_user: by,
			is_online: false,
			transcribed_languages: [],
		};
		asset.versions.push(version);
		return version;
	}

	/** The version that a call without one means; `undefined` for collections. */
	versionIdFor(objectType: string, objectId: string): string | undefined {
		const asset = objectType === 'assets' ? this.assets.get(objectId) : undefined;
		return asset && this.latestVersion(asset)?.id;
	}

	reviewKey(objectType: string, objectId: string, versionId: string | undefined): string {
		return `${objectType}/${objectId}/${versionId ?? ''}`;
	}

	/** A record's values live under its version, so that a new version starts with its own. */
	metadataKey(objectType: string, objectId: string, versionId: string | undefined): string {
		return `${objectType}/${objectId}/${versionId ?? ''}`;
	}

	mediaOf(kind: MediaFile['kind'], versionId: string): MediaFile[] {
		return [...this.media.values()].filter(
			(file) => file.kind === kind && file.version_id === versionId,
		);
	}

	collectionsOf(objectId: string): string[] {
		return this.memberships
			.filter(({ object_id }) => object_id === objectId)
			.map(({ collection_id }) => collection_id);
	}

	/** Every collection above an object, nearest first. */
	ancestorsOf(objectId: string, seen = new Set<string>()): string[] {
		for (const id of this.collectionsOf(objectId)) {
			if (seen.has(id)) continue;
			seen.add(id);
			this.ancestorsOf(id, seen);
		}
		return [...seen];
	}

	rolesMissing(user: User, roles: readonly string[]): string[] {
		return roles.filter((role) => user.withoutRoles.has(role));
	}
}
