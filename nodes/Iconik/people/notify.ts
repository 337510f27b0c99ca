import type { IDataObject } from 'n8n-workflow';
import { sideBySide, type Outcome } from '../../../lib/batches';
import type { IconikClient } from '../transport/client';
import type { User } from '../types';

const WIDTH = 10;

export interface Notice {
	recipients: readonly string[];
	short: string;
	long: string;
	/** What it is about, and leads to. */
	about: { type: 'assets' | 'collections' | 'jobs'; id: string };
}

interface Job {
	id: string;
}

/**
 * Puts a message under the bell of each recipient; iconik takes one person a call, and mails as that person has set it. The one pairing
 * that is known to be shown is `finished` of `jobs` (a public set of functions of a large customer, IconikCloudFunctions, uses it), so a
 * message about an asset or collection rides on a small finished job. Gives one outcome for each recipient.
 */
export async function notify(
	iconik: IconikClient,
	notice: Notice,
): Promise<Array<Outcome<IDataObject>>> {
	const { recipients, short, long, about } = notice;
	if (recipients.length === 0) return [];
	const sender = await iconik.request<User>({ path: '/API/users/v1/users/current/' });
	const isJob = about.type === 'jobs';
	const jobId = isJob ? about.id : (await carrier(iconik, notice)).id;
	return await sideBySide(
		recipients,
		WIDTH,
		async (recipient_id) =>
			await iconik.request<IDataObject>({
				method: 'POST',
				path: '/API/users-notifications/v1/notifications/',
				body: {
					event_type: 'finished',
					object_type: 'jobs',
					object_id: jobId,
					...(!isJob && { sub_object_type: about.type, sub_object_id: about.id }),
					recipient_id,
					sender_id: sender.id,
					status: 'QUEUED',
					message_short: short,
					message_long: long,
				},
			}),
	);
}

async function carrier(iconik: IconikClient, { short, about }: Notice): Promise<Job> {
	return await iconik.request<Job>({
		method: 'POST',
		path: '/API/jobs/v1/jobs/',
		body: {
			title: short,
			type: 'CUSTOM',
			custom_type: 'n8n_notification',
			status: 'FINISHED',
			object_type: about.type,
			object_id: about.id,
			progress_processed: 100,
		},
	});
}
