import { assets } from '../client/library';
import type { Services } from '../client/services';

/** The videos of the library for the page's list, each with how it stands in a few words. */
export async function listVideos(services: Services) {
	const videos = (await assets(services)).filter(({ media_type }) => media_type === 'video');
	return videos.map(({ id, title, status, is_blocked, approval_status }) => ({
		id,
		title,
		standing: [
			approval_status === 'N/A' ? 'not reviewed' : approval_status.toLowerCase().replace('_', ' '),
			...(is_blocked ? ['blocked'] : []),
			...(status === 'DELETED' ? ['deleted'] : []),
		].join(', '),
	}));
}
