import { z } from 'zod';
import { contentLocale } from '../entries/content';
import { assetOrRefuse } from '../assets/find';
import type { PublishOrder } from '../publishing';
import { environmentsIn, localesIn } from '../publishTargets';
import type { Service } from '../service';
import { action, branchIn, branchInput, entryIn, entryInput, personIn, personInput } from './input';

const target = {
	environments: z.array(z.string()).min(1).describe('names or uids'),
	locales: z.array(z.string()).min(1).optional().describe('the master locale when absent'),
	scheduledAt: z.string().datetime().optional(),
	version: z.number().int().positive().optional().describe('the newest when absent'),
};

/** Publishing and unpublishing by hand. The effect comes after the usual delay. */
export function publishingActions(service: () => Service) {
	const order = (
		verb: PublishOrder['action'],
		branch: PublishOrder['branch'],
		input: { environments: string[]; locales?: string[]; scheduledAt?: string; person?: string },
	): PublishOrder => ({
		action: verb,
		branch,
		user: personIn(service(), input.person).uid,
		environments: environmentsIn(service().stack, input.environments),
		locales: localesIn(service().stack, input.locales ?? [service().stack.masterLocale]),
		...(input.scheduledAt !== undefined && { scheduledAt: input.scheduledAt }),
	});
	const entryAction = (verb: PublishOrder['action']) =>
		action(
			`An editor ${verb}es an entry.`,
			z.object({ ...entryInput, ...target }).strict(),
			(input) => {
				const { branch, entry } = entryIn(service(), input);
				const { masterLocale } = service().stack;
				const source =
					contentLocale(service().stack, entry, input.locales?.[0] ?? masterLocale) ?? masterLocale;
				service().publisher.entry(order(verb, branch, input), entry, source, input.version);
			},
		);
	const assetAction = (verb: PublishOrder['action']) =>
		action(
			`An editor ${verb}es an asset.`,
			z.object({ uid: z.string(), branch: branchInput, person: personInput, ...target }).strict(),
			(input) => {
				const branch = branchIn(service(), input.branch);
				const asset = assetOrRefuse(service(), branch, input.uid);
				service().publisher.asset(order(verb, branch, input), asset, input.version);
			},
		);
	return {
		'publish-entry': entryAction('publish'),
		'unpublish-entry': entryAction('unpublish'),
		'publish-asset': assetAction('publish'),
		'unpublish-asset': assetAction('unpublish'),
	};
}
