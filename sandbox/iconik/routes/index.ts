import type { Api } from '../api';
import { aclRoutes } from './acls';
import { approvalRoutes } from './assets/approvals';
import { assetRoutes } from './assets/assets';
import { collectionRoutes } from './assets/collections';
import { collectionQueueRoutes } from './assets/collectionQueue';
import { collectionStructureRoutes } from './assets/collectionStructure';
import { segmentFileRoutes } from './assets/segmentFiles';
import { customActionRoutes } from './assets/customActions';
import { deleteQueueRoutes } from './assets/deleteQueue';
import { historyRoutes } from './assets/history';
import { projectRoutes } from './assets/projects';
import { relationRoutes } from './assets/relations';
import { segmentRoutes } from './assets/segments';
import { shareRoutes } from './assets/shares';
import { versionRoutes } from './assets/versions';
import { authRoutes } from './auth';
import { automationRoutes } from './automations';
import { exportLocationRoutes } from './files/exportLocations';
import { fileSetRoutes } from './files/fileSets';
import { formatRoutes } from './files/formats';
import { mediaRoutes } from './files/media';
import { subtitleRoutes } from './files/subtitles';
import { uploadRoutes } from './files/uploads';
import { jobRoutes } from './jobs';
import { categoryRoutes } from './metadata/categories';
import { definitionRoutes } from './metadata/definitions';
import { valueRoutes } from './metadata/values';
import { notificationRoutes } from './notifications';
import { peopleRoutes } from './people';
import { savedSearchRoutes } from './savedSearches';
import { searchRoutes } from './search';
import { statsRoutes } from './stats';
import { transcriptionRoutes } from './transcriptions';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';

/** Every route of the API, by service. */
export function addRoutes(api: Api): void {
	for (const add of [
		aclRoutes,
		approvalRoutes,
		assetRoutes,
		authRoutes,
		automationRoutes,
		categoryRoutes,
		collectionRoutes,
		segmentFileRoutes,
		collectionStructureRoutes,
		collectionQueueRoutes,
		customActionRoutes,
		definitionRoutes,
		deleteQueueRoutes,
		exportLocationRoutes,
		fileSetRoutes,
		formatRoutes,
		historyRoutes,
		jobRoutes,
		mediaRoutes,
		notificationRoutes,
		peopleRoutes,
		projectRoutes,
		relationRoutes,
		savedSearchRoutes,
		searchRoutes,
		segmentRoutes,
		shareRoutes,
		statsRoutes,
		subtitleRoutes,
		transcriptionRoutes,
		uploadRoutes,
		userRoutes,
		valueRoutes,
		versionRoutes,
		webhookRoutes,
	])
		add(api);
}
