import { timestamp, type Service } from './service';
import type { Branch, Discussion, Entry, Fields } from './state';
import { newUid } from './uids';

export interface Comment {
	message: string;
	locale: string;
	/** The path of the field that it is about, like `blocks.0.hero.video`; the title when absent. */
	field?: string;
	/** The discussion that it answers in; a new one is opened when absent. */
	discussion?: string;
	toUsers?: string[];
	toRoles?: string[];
}

/**
 * Adds a comment to an entry and tells of it ("Webhook channels": comments and discussions). The first comment opens a discussion.
 * Gives nothing when the discussion that is named does not exist.
 */
export function addComment(
	service: Service,
	branch: Branch,
	entry: Entry,
	{ message, locale, field = 'title', discussion: named, toUsers = [], toRoles = [] }: Comment,
	user: string,
): Discussion | undefined {
	const known = entry.discussions.find(({ uid }) => uid === named);
	if (named !== undefined && !known) return undefined;
	const discussion: Discussion = known ?? {
		uid: newUid(),
		locale,
		field: {
			uid: field.split('.').at(-1) as string,
			path: field.replace(/\.\d+/g, ''),
			og_path: field,
		},
		status: 'open',
		comments: [],
	};
	if (!known) {
		entry.discussions.push(discussion);
		service.events.discussed('discussion', 'create', place(branch, entry, discussion), {
			discussion: about(discussion),
		});
	}
	const comment = {
		uid: newUid(),
		message,
		to_users: toUsers,
		to_roles: toRoles,
		created_at: timestamp(service),
		created_by: user,
	};
	discussion.comments.push(comment);
	service.events.discussed('comment', 'create', place(branch, entry, discussion), {
		comment: { ...comment, discussion_uid: discussion.uid },
		discussion: { uid: discussion.uid, field: discussion.field },
	});
	return discussion;
}

/** Closes a discussion or opens it again, and tells of it. */
export function settleDiscussion(
	service: Service,
	branch: Branch,
	entry: Entry,
	discussion: Discussion,
	event: 'resolve' | 'reopen',
): void {
	discussion.status = event === 'resolve' ? 'resolved' : 'open';
	service.events.discussed('discussion', event, place(branch, entry, discussion), {
		discussion: about(discussion),
	});
}

function place(branch: Branch, entry: Entry, { locale }: Discussion) {
	return { branch, entry, locale };
}

function about({ uid, field, status }: Discussion): Fields {
	return { uid, field, status };
}
