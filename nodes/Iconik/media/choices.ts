import type { DeliveryChoice } from './delivery';
import type { RightsFields } from './rights';
import type { VersionPolicy } from './selectVersion';
import type { ShareTerms } from './share';

/** What one media package shall hold, as the parameters of the node say. Views are given by their IDs. */
export interface PackageChoices {
	assetId: string;
	version: VersionPolicy;
	/** The views whose fields go into `metadata`. */
	viewIds: string[];
	/** Only these fields; all of the views when empty. */
	fields: string[];
	descriptionField: string;
	/** Absent when usage rights are not looked after in iconik. */
	rights?: { viewId: string; fields: RightsFields; expiringWithinDays: number };
	delivery: DeliveryChoice;
	preview: 'none' | 'public_proxy' | 'share';
	shareTerms: ShareTerms;
	/** Whether a link that is missing is made: a proxy made public, a share made. Else nothing is written in iconik. */
	makesLinks: boolean;
	captions: 'none' | 'list' | 'text';
	/** Language codes; all languages when empty. */
	languages: string[];
	poster: boolean;
	/** Whether a deleted asset gives a package with status DELETED, or is an error. */
	deletedIsPackage: boolean;
}
