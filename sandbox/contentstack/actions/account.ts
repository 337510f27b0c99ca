import { z } from 'zod';
import { BadAction } from '../../kit/controlApi';
import type { Service } from '../service';
import { credential } from '../stack';
import { createWebhook } from '../webhooks/save';
import { action, personIn } from './input';

/** What administrators do: tokens, signing, and the choices that no document settles. */
export function accountActions(service: () => Service) {
	return {
		'invalidate-token': action(
			'An administrator revokes a token, or lets it live again.',
			z
				.object({
					name: z.string().default('n8n').describe('the name of the token in state().credentials'),
					revoked: z.boolean().default(true),
				})
				.strict(),
			({ name, revoked }) => {
				const found = service().stack.credentials.filter((token) => token.name === name);
				if (found.length === 0) throw new BadAction(`There is no token "${name}"`);
				for (const token of found) token.revoked = revoked;
			},
		),
		'add-token': action(
			'An administrator makes a token known: an OAuth access token or a session of a person, or a management token.',
			z
				.object({
					kind: z.enum(['management', 'oauth', 'authtoken']),
					name: z.string().min(1),
					secret: z.string().min(8),
					canWrite: z.boolean().default(true),
					person: z.string().optional(),
				})
				.strict(),
			({ kind, name, secret, canWrite, person }) => {
				const user = kind === 'management' ? undefined : personIn(service(), person).uid;
				service().stack.credentials.push(credential(kind, name, secret, canWrite, user));
			},
		),
		'create-webhooks': action(
			'An administrator registers webhooks of other systems, as many as are asked for.',
			z
				.object({
					count: z.number().int().positive(),
					targetUrl: z.string().url().default('http://127.0.0.1:9/'),
					channels: z.array(z.string()).min(1).default(['assets.create']),
				})
				.strict(),
			({ count, targetUrl, channels }) => {
				const { webhooks } = service().webhooks;
				const first = webhooks.size;
				for (let index = 1; index <= count; index++) {
					const name = `Other system ${first + index}`;
					const destinations = [{ target_url: targetUrl }];
					const webhook = { name, destinations, channels, retry_policy: 'manual' };
					createWebhook(service(), webhook, personIn(service(), undefined).uid);
				}
			},
		),
		'sign-webhooks': action(
			'An administrator chooses how webhooks are signed. Two secrets are sent while one replaces the other.',
			z.discriminatedUnion('method', [
				z.object({ method: z.literal('rsa'), webhook: z.string().optional() }).strict(),
				z
					.object({
						method: z.literal('hmac'),
						secrets: z.array(z.string().min(1)).min(1).max(2),
						webhook: z.string().optional(),
					})
					.strict(),
			]),
			({ webhook, ...signing }) => service().webhooks.sign(signing, webhook),
		),
		'choose-behaviour': action(
			'Switches behaviour that no document settles, to try that clients cope with either.',
			z
				.object({
					stagePayload: z.enum(['nested', 'flat']).optional(),
					publishChannels: z.enum(['all-entries', 'three-levels']).optional(),
					notFoundStatus: z.union([z.literal(422), z.literal(404)]).optional(),
					publishRule: z.enum(['none', 'last-stage-only']).optional(),
					publishing: z.enum(['works', 'fails']).optional(),
					publishDelayMs: z.number().int().nonnegative().optional(),
				})
				.strict(),
			(chosen) => Object.assign(service().stack.behaviour, chosen),
		),
	};
}
