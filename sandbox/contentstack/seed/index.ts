import { randomBytes } from 'crypto';
import type { Service } from '../service';
import { createBranch } from '../stack';
import { newUid } from '../uids';
import { seedContent } from './content';
import { seedContentTypes } from './contentTypes';
import { seedWorkflow } from './workflow';

/** Fills a new stack. Both seeds have people, two environments, three locales and two branches; `demo` has content, too. */
export function seedStack(service: Service, seed: 'demo' | 'empty'): void {
	const { stack } = service;
	const now = stack.createdAt;
	stack.users = PEOPLE.map(([first, last]) => ({
		uid: newUid(),
		email: `${first.toLowerCase()}@filmandstory.example`,
		username: first.toLowerCase(),
		first_name: first,
		last_name: last,
	}));
	stack.roles = ['Admin', 'Developer', 'Content Manager', 'Media Team'].map((name) => ({
		uid: newUid(),
		name,
		description: '',
		users: stack.users.map(({ uid }) => uid),
		rules: [],
	}));
	stack.environments = Object.entries(SITES).map(([name, site]) => ({
		uid: newUid(),
		name,
		urls: LOCALES.map(([code, , path]) => ({ locale: code, url: `${site}${path}` })),
		created_at: now,
		updated_at: now,
	}));
	stack.locales.push(
		...LOCALES.slice(1).map(([code, name]) => ({
			uid: newUid(),
			code,
			name,
			fallback_locale: 'en-us',
		})),
	);
	stack.deliveryTokens = Object.keys(SITES).map((name) => ({
		token: `cs${randomBytes(20).toString('hex')}`,
		name,
		environments: [name],
	}));
	stack.branches.set('develop', createBranch('develop', 'main', now));
	if (seed === 'empty') return;
	for (const branch of stack.branches.values()) seedContentTypes(branch, now);
	seedWorkflow(stack);
	seedContent(service);
}

const PEOPLE = [
	['Ann', 'Editor'],
	['Ben', 'Producer'],
	['Cleo', 'Publisher'],
	['Dev', 'Administrator'],
] as const;

const SITES = {
	production: 'https://www.filmandstory.example',
	staging: 'https://staging.filmandstory.example',
};

const LOCALES = [
	['en-us', 'English - United States', ''],
	['de-de', 'German - Germany', '/de'],
	['fr-fr', 'French - France', '/fr'],
] as const;
