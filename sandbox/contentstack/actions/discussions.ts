import { z } from 'zod';
import { BadAction } from '../../kit/controlApi';
import { addComment, settleDiscussion } from '../discussions';
import type { Service } from '../service';
import { action, entryIn, entryInput, localeInput, personIn } from './input';

/** What people say about entries. There is no API for it: only webhooks tell. */
export function discussionActions(service: () => Service) {
	return {
		'add-comment': action(
			'A person comments on an entry or one of its fields.',
			z
				.object({
					...entryInput,
					message: z.string().min(1),
					locale: localeInput,
					field: z.string().optional().describe('path of the field; the title when absent'),
					discussion: z.string().optional().describe('uid of the discussion that it answers in'),
					toUsers: z.array(z.string()).optional(),
					toRoles: z.array(z.string()).optional(),
				})
				.strict(),
			({ person, branch: name, contentType, uid, locale, ...comment }) => {
				const { branch, entry } = entryIn(service(), { contentType, uid, branch: name });
				const said = addComment(
					service(),
					branch,
					entry,
					{ ...comment, locale: locale ?? service().stack.masterLocale },
					personIn(service(), person).uid,
				);
				if (!said) throw new BadAction(`There is no discussion "${comment.discussion}"`);
				return said;
			},
		),
		'settle-discussion': action(
			'A person resolves a discussion or opens it again.',
			z
				.object({ ...entryInput, discussion: z.string(), event: z.enum(['resolve', 'reopen']) })
				.strict(),
			({ discussion: wanted, event, ...named }) => {
				const { branch, entry } = entryIn(service(), named);
				const discussion = entry.discussions.find(({ uid }) => uid === wanted);
				if (!discussion) throw new BadAction(`There is no discussion "${wanted}"`);
				settleDiscussion(service(), branch, entry, discussion, event);
			},
		),
	};
}
