import { z } from 'zod';
import { BadAction, type PersonAction } from '../../kit/controlApi';
import { ApiError } from '../apiError';
import { branchNamed, type Service } from '../service';
import type { Branch, Entry, User } from '../state';

/** Inputs that many actions share. A person is named by first name, e-mail or uid; the first user acts when none is. */
export const personInput = z
	.string()
	.optional()
	.describe('first name, e-mail or uid of who does it');
export const branchInput = z.string().default('main');
export const localeInput = z.string().optional().describe('the master locale when absent');
export const entryInput = {
	contentType: z.string(),
	uid: z.string(),
	branch: branchInput,
	person: personInput,
};

/** Defines an action whose input type follows from its schema, and whose refusals by the service are told as bad input. */
export function action<S extends z.ZodTypeAny>(
	description: string,
	input: S,
	run: (input: z.output<S>) => unknown,
): PersonAction<z.output<S>> {
	return {
		description,
		input,
		run: (given) => {
			try {
				return run(given);
			} catch (error) {
				if (!(error instanceof ApiError)) throw error;
				throw new BadAction(`${error.message} ${JSON.stringify(error.errors)}`);
			}
		},
	};
}

export function personIn({ stack }: Service, named: string | undefined): User {
	const user = stack.users.find(
		({ uid, email, first_name: name }) => named === undefined || [uid, email, name].includes(named),
	);
	if (user) return user;
	const known = stack.users.map(({ first_name: name }) => name).join(', ');
	throw new BadAction(`There is no person "${named}". There are: ${known}`);
}

export function branchIn({ stack }: Service, name: string): Branch {
	const branch = branchNamed(stack, name);
	if (!branch) throw new BadAction(`There is no branch "${name}"`);
	return branch;
}

export function entryIn(
	service: Service,
	{ contentType, uid, branch: name }: { contentType: string; uid: string; branch: string },
): { branch: Branch; entry: Entry } {
	const branch = branchIn(service, name);
	const entry = branch.entries.get(uid);
	if (entry?.contentType !== contentType)
		throw new BadAction(`There is no entry "${uid}" of "${contentType}" on the branch "${name}"`);
	return { branch, entry };
}
