import { z } from 'zod';
import { latestView } from '../entries/view';
import type { Service } from '../service';
import { newUid } from '../uids';
import { action, entryIn, entryInput, personIn } from './input';

/** What editors say to each other beside an entry. */
export function commentActions(service: () => Service) {
	return {
		'add-comment': action(
			'A person comments on a field of an entry.',
			z.object({ ...entryInput, message: z.string(), field: z.string().default('title') }).strict(),
			({ message, field, person, ...named }) => {
				const { branch, entry } = entryIn(service(), named);
				const { masterLocale: locale } = service().stack;
				const discussion = newUid();
				const bases = ['entries', `${entry.contentType}.entries`];
				bases.push(`${entry.contentType}.entries.${entry.uid}`);
				service().events.happened(
					'comment',
					'create',
					bases.map((base) => `content_types.${base}.comments.create`),
					branch,
					{
						comment: {
							uid: newUid(),
							discussion_uid: discussion,
							message,
							to_users: [],
							to_roles: [],
							created_by: personIn(service(), person).uid,
						},
						discussion: { uid: discussion, field: { uid: field, path: field, og_path: field } },
						entry: {
							uid: entry.uid,
							title: latestView(service(), branch, entry, locale, {})?.title,
							locale,
						},
						content_type: {
							uid: entry.contentType,
							title: branch.contentTypes.get(entry.contentType)?.title,
						},
					},
				);
			},
		),
	};
}
