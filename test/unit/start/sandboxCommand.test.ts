import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import axios from 'axios';

const root = join(__dirname, '..', '..', '..');

function sandbox(...args: string[]) {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', join(root, 'sandbox', 'main.ts'), ...args],
		{ cwd: root },
	);
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
	const ended = once(child, 'close').then(([code]) => ({ code: code as number, stdout, stderr }));
	return { child, ended };
}

describe('the command that runs the sandbox alone', () => {
	test('prints one line of JSON when both services answer, and ends well on SIGTERM', async () => {
		const { child, ended } = sandbox('--seed', 'empty');
		const [line] = (await once(child.stdout, 'data')) as [Buffer];
		const { contentstack, iconik } = JSON.parse(line.toString()) as Record<
			string,
			Record<string, string>
		>;

		expect(Object.keys(contentstack ?? {}).sort()).toEqual([
			'apiKey',
			'appUrl',
			'baseUrl',
			'cdnUrl',
			'deliveryToken',
			'environment',
			'managementToken',
		]);
		expect(Object.keys(iconik ?? {}).sort()).toEqual([
			'appId',
			'authToken',
			'baseUrl',
			'systemDomainId',
		]);
		for (const service of [contentstack, iconik])
			expect((await axios.get(`${service?.baseUrl}/_sandbox/state`)).status).toBe(200);

		child.kill('SIGTERM');
		const { code, stdout } = await ended;
		expect(code).toBe(0);
		expect(stdout.trim().split('\n')).toHaveLength(1);
	});

	test('a taken port is one sentence, and nothing is left running', async () => {
		const first = sandbox();
		const [line] = (await once(first.child.stdout, 'data')) as [Buffer];
		const { iconik } = JSON.parse(line.toString()) as { iconik: { baseUrl: string } };
		const { port } = new URL(iconik.baseUrl);

		const { code, stdout, stderr } = await sandbox('--iconik-port', port).ended;
		first.child.kill('SIGTERM');
		await first.ended;

		expect(stderr.trim()).toBe(
			`Port ${port} is taken: give another one with --iconik-port, or 0 for any free one.`,
		);
		expect([code, stdout]).toEqual([1, '']);
	});
});
