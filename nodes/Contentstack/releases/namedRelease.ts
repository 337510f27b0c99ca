import { createOnce } from '../transport/create';
import { readList } from '../transport/paging';
import { remove } from '../transport/remove';
import type { Stack } from '../transport/stack';
import { type Release, releasePath, simplifiedRelease } from './release';

/** Makes an empty release. One that an answer was lost of is found again: the empty one with this name and description. */
export async function createRelease(
	stack: Stack,
	name: string,
	description: string,
): Promise<Release> {
	return await createOnce<Release>(
		stack,
		{
			method: 'POST',
			path: releasePath(),
			body: { release: { name, description, locked: false, archived: false } },
		},
		async () =>
			(await releasesNamed(stack, name)).find(
				(there) =>
					(there.description ?? '') === description && simplifiedRelease(there).items_count === 0,
			),
		({ release }: { release: Release }) => release,
	);
}

/**
 * The release of this name, made where there is none. No document says that names are unique, so another run may make one at the
 * same moment: then the oldest stays, for everyone, and the own one, empty still, is deleted.
 */
export async function ensureRelease(
	stack: Stack,
	name: string,
	description: string,
): Promise<{ release: Release; isNew: boolean }> {
	const there = oldest(await releasesNamed(stack, name));
	if (there) return { release: there, isNew: false };
	const made = await createRelease(stack, name, description);
	const first = oldest(await releasesNamed(stack, name)) ?? made;
	if (first.uid === made.uid) return { release: made, isNew: true };
	await remove(stack, releasePath(made.uid));
	return { release: first, isNew: false };
}

/** The release of this name, of several the oldest. Looked up once in the life of the stack. */
export async function releaseNamed(stack: Stack, name: string): Promise<Release | undefined> {
	return await stack.once(`release named ${name}`, async () =>
		oldest(await releasesNamed(stack, name)),
	);
}

/** Those that can still be filled. */
async function releasesNamed(stack: Stack, name: string): Promise<Release[]> {
	const all = await readList<Release>(stack, releasePath(), 'releases');
	return all.filter((release) => release.name === name && release.archived !== true);
}

function oldest(releases: Release[]): Release | undefined {
	const age = ({ created_at, uid }: Release) => `${String(created_at ?? '')} ${uid}`;
	return [...releases].sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
}
