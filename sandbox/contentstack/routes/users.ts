import { randomBytes } from 'crypto';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../apiError';
import { credentialOf } from '../access';
import { latest } from '../entries/content';
import { listAnswer } from '../query/page';
import type { Service } from '../service';
import { isRecord } from '../records';
import { credential } from '../stack';
import type { Branch, Credential, Entry, Fields, Stack } from '../state';
import { bodyOf } from './body';

const MAX_SESSIONS = 20;
/** The one password of all people in the sandbox. */
export const SANDBOX_PASSWORD = 'sandbox';

/** Logging in and out. These calls name no stack, so nothing else about them is checked. */
export function sessionRoutes(app: FastifyInstance, { stack }: Service): void {
	app.post('/v3/user-session', (request, reply) => {
		const { user: sent } = bodyOf(request);
		const { email, password } = isRecord(sent) ? sent : {};
		const user = stack.users.find((candidate) => candidate.email === email);
		if (!user || password !== SANDBOX_PASSWORD) {
			const message =
				'Looks like your email or password is invalid. Please try again or reset your password.';
			return reply.code(422).send(new ApiError(422, 104, message).body());
		}
		const session = credential(
			'authtoken',
			user.first_name,
			`blt${randomBytes(16).toString('hex')}`,
			true,
			user.uid,
		);
		const live = stack.credentials.filter(
			({ kind, user: uid, revoked }) => kind === 'authtoken' && uid === user.uid && !revoked,
		);
		// The service ends the oldest session without a word when a user has too many.
		if (live.length >= MAX_SESSIONS && live[0]) live[0].revoked = true;
		stack.credentials.push(session);
		return { notice: 'Login Successful.', user: { ...user, authtoken: session.secret } };
	});

	app.delete('/v3/user-session', (request, reply) => {
		const session = credentialOf(stack, request);
		if (session?.kind !== 'authtoken') return reply.code(401).send(notLoggedIn().body());
		session.revoked = true;
		return { notice: 'You have logged out successfully.' };
	});

	app.get('/v3/user', (request, reply) => {
		const caller = credentialOf(stack, request);
		const user =
			caller?.kind === 'management'
				? undefined
				: stack.users.find(({ uid }) => uid === caller?.user);
		return user ? { user } : reply.code(401).send(notLoggedIn().body());
	});
}

/** The tasks that workflow stages have given to a person. */
export function userRoutes(app: FastifyInstance, { stack }: Service): void {
	app.get('/user/assignments', ({ call }) => {
		if (call.caller.kind === 'management') throw notLoggedIn();
		const tasks = [...call.branch.entries.values()].flatMap((entry) =>
			tasksOf(stack, call.branch, entry, call.caller),
		);
		return listAnswer('assignments', tasks, call.query);
	});
}

function tasksOf(stack: Stack, branch: Branch, entry: Entry, { user }: Credential): Fields[] {
	return [...entry.localized].flatMap(([locale, localized]) => {
		const { stage } = localized;
		const assigned = Array.isArray(stage?.details.assigned_to) ? stage.details.assigned_to : [];
		if (!stage || !assigned.some((person: unknown) => isRecord(person) && person.uid === user))
			return [];
		const workflow = stack.workflows.get(stage.workflow);
		const place = workflow?.workflow_stages.find(({ uid }) => uid === stage.stage);
		return [
			{
				content_type: entry.contentType,
				entry_uid: entry.uid,
				entry: { uid: entry.uid, title: latest(localized)?.fields.title },
				locale,
				api_key: stack.apiKey,
				type: 'workflow_stage',
				assigned_at: stage.updatedAt,
				assigned_by: stage.updatedBy,
				assigned_to: assigned,
				comment: stage.details.comment,
				due_date: stage.details.due_date,
				job: {
					org: stack.orgUid,
					stack: stack.apiKey,
					content_type: branch.contentTypes.get(entry.contentType)?.title,
					entry: latest(localized)?.fields.title,
					locale,
					workflow: { uid: workflow?.uid, name: workflow?.name },
					workflow_stage: { uid: place?.uid, title: place?.name, color: place?.color },
				},
				version: latest(localized)?.number,
			},
		];
	});
}

function notLoggedIn(): ApiError {
	return new ApiError(401, 105, "You're not allowed in here unless you're logged in.");
}
