import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Login } from './editorApi';
import { installPackage } from './installPackage';
import { N8nInstance } from './instance';
import { startServer, type N8nServer } from './server';

export interface RunningN8n extends N8nServer {
	instance: N8nInstance;
}

/**
 * Starts the real n8n with these packages installed and logs in to it as its owner.
 * @param options.userFolder holds everything this instance stores; an existing one is taken up again
 * @param options.port 0 takes any free one
 * @param options.tarballs made by `npm pack`
 * @param options.webhookUrl the public address of its webhooks, if they have one
 */
export async function startN8n(options: {
	userFolder: string;
	port: number;
	tarballs: string[];
	webhookUrl?: string;
}): Promise<RunningN8n> {
	const { userFolder, tarballs } = options;
	await mkdir(userFolder, { recursive: true });
	for (const tarball of tarballs) await installPackage(tarball, userFolder);
	const server = await startServer(options);
	try {
		const login = await ownerOf(userFolder);
		return { ...server, instance: await N8nInstance.connect(server.url, login) };
	} catch (error) {
		await server.stop();
		throw error;
	}
}

/** The owner's login of an instance, made up on its first start and kept beside its data for this user only. */
async function ownerOf(userFolder: string): Promise<Login> {
	const file = join(userFolder, 'owner.json');
	try {
		return JSON.parse(await readFile(file, 'utf8')) as Login;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	// n8n wants a capital letter and a digit in it.
	const password = `N8n-${randomBytes(9).toString('base64url')}`;
	const login = { email: 'owner@sandbox.example', password };
	await writeFile(file, JSON.stringify(login), { mode: 0o600 });
	return login;
}
