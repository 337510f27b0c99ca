import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { ImportedWorkflow, N8nInstance } from '../../sandbox/n8n/instance';
import type { Credentials, WorkflowNode } from '../../sandbox/n8n/template';
import { readTemplates } from '../../sandbox/start/templates';
import { connectSuite } from './harness/suite';

const root = join(__dirname, '..', '..');
const SCOPES = ['list', 'read', 'create', 'update'].map((act) => `workflow:${act}`);
const APPROVED_VIDEO = '01-approved-video-to-contentstack';

jest.setTimeout(90_000);

/** `npm run workflows:import`, run as a program of its own against the real n8n. */
describe('the import of all templates by the public API', () => {
	let n8n: N8nInstance;
	let credentials: Credentials;
	let apiKey: string;
	let ids: string[];
	let before: Set<string>;

	beforeAll(async () => {
		({ n8n, credentials } = await connectSuite());
		const templates = await readTemplates();
		ids = [...templates.keys()].map((file) => file.replace(/\.json$/, ''));
		const names = [...templates.values()].map(({ name }) => name);
		// Earlier test files have left some of these names.
		for (const workflow of await n8n.workflows())
			if (names.includes(workflow.name)) await n8n.removeWorkflow(workflow);
		before = new Set((await n8n.workflows()).map(({ id }) => id));
		const { rawApiKey } = await n8n.api.call<{ rawApiKey: string }>('POST', '/rest/api-keys', {
			label: 'import',
			expiresAt: null,
			scopes: [...SCOPES, 'credential:list'],
		});
		apiKey = rawApiKey;
	});

	afterAll(async () => {
		for (const workflow of await imported()) await n8n.removeWorkflow(workflow);
	});

	const run = async (...args: string[]) => await runScript(n8n.url, apiKey, args);

	/** The workflows that the import has made, as the editor reads them. */
	const imported = async () => {
		const all = (await n8n.workflows()).filter(({ id }) => !before.has(id));
		return await Promise.all(all.map(async ({ id }) => await read(id)));
	};
	const read = async (id: string) =>
		await n8n.api.call<ImportedWorkflow>('GET', `/rest/workflows/${id}`);
	const approvedVideo = async () => {
		const name = 'Approved video to Contentstack';
		const found = (await imported()).filter((workflow) => workflow.name.startsWith(name));
		expect(found).toHaveLength(1);
		return found[0] as ImportedWorkflow;
	};

	/** Saves a workflow as the editor does. */
	const save = async (
		workflow: ImportedWorkflow,
		change: (node: (name: string) => WorkflowNode) => void,
		name = workflow.name,
	) => {
		const nodes = structuredClone(workflow.nodes);
		change((wanted) => nodes.find((node) => node.name === wanted) as WorkflowNode);
		const { id, versionId, connections } = workflow;
		const body = { name, nodes, connections, versionId };
		await n8n.api.call('PATCH', `/rest/workflows/${id}`, body);
	};

	test('a dry run says what it would do, and does nothing', async () => {
		const { code, output } = await run('--dry-run');

		expect(code).toBe(0);
		expect(output).toContain(`${APPROVED_VIDEO}: created`);
		expect(await imported()).toEqual([]);
	});

	test('each is there once, however often it runs', async () => {
		const first = await run();
		const second = await run();

		expect(outcomes(first.output)).toEqual(Object.fromEntries(ids.map((id) => [id, 'created'])));
		expect(outcomes(second.output)).toEqual(Object.fromEntries(ids.map((id) => [id, 'unchanged'])));
		expect(await imported()).toHaveLength(ids.length);
		expect(first.output + second.output).not.toContain(apiKey);
	});

	test('credentials of the names in the templates are filled in, and a published one stays unchanged', async () => {
		const workflow = await approvedVideo();
		expect(credentialIds(workflow)).toEqual(
			new Set(Object.values(credentials).map(({ id }) => id)),
		);

		await n8n.publish(workflow);
		const { output } = await run('--only', '01');
		await n8n.unpublish(workflow);

		expect(outcomes(output)).toEqual({ [APPROVED_VIDEO]: 'unchanged' });
	});

	test('what its set-up asks for, and another name, do not count as a change', async () => {
		const { id } = await n8n.saveCredential('iconikApi', 'Another library', {});
		await save(
			await approvedVideo(),
			(node) => {
				node('Get Media Package').credentials = { iconikApi: { id, name: 'Another library' } };
				setConfig(node('Config'), 'rightsView', 'Clearances');
			},
			'Approved video to Contentstack (ours)',
		);

		expect(outcomes((await run()).output)).toMatchObject({ [APPROVED_VIDEO]: 'unchanged' });
	});

	test('what a person has changed is left alone', async () => {
		await save(await approvedVideo(), (node) => {
			node('Get Media Package').parameters.versionPolicy = 'latest';
		});

		const { output } = await run('--only', '01');

		expect(outcomes(output)).toEqual({ [APPROVED_VIDEO]: 'changed by you: left alone' });
		const { nodes } = await approvedVideo();
		expect(nodeOf(nodes, 'Get Media Package').parameters.versionPolicy).toBe('latest');
	});

	test('on request it is replaced, with its set-up and its address kept', async () => {
		const { id, nodes: changed } = await approvedVideo();

		const { output } = await run('--only', '01', '--overwrite');

		expect(outcomes(output)).toEqual({ [APPROVED_VIDEO]: 'updated' });
		const after = await approvedVideo();
		expect(after.id).toBe(id);
		expect(after.name).toBe('Approved video to Contentstack (ours)');
		const media = nodeOf(after.nodes, 'Get Media Package');
		expect(media.parameters.versionPolicy).toBe('latestApproved');
		expect(media.credentials?.iconikApi?.name).toBe('Another library');
		expect(JSON.stringify(nodeOf(after.nodes, 'Config'))).toContain('Clearances');
		const address = nodeOf(changed, 'Review Status Changed').webhookId;
		expect(address).toEqual(expect.stringMatching(/\S/));
		expect(nodeOf(after.nodes, 'Review Status Changed').webhookId).toBe(address);
		expect(outcomes((await run('--only', '01')).output)).toEqual({ [APPROVED_VIDEO]: 'unchanged' });
	});

	test('a credential that is named goes into every node of its type', async () => {
		const { output } = await run('--only', '01', '--iconik-credential', 'Another library');

		expect(outcomes(output)).toEqual({ [APPROVED_VIDEO]: 'updated' });
		const { nodes } = await approvedVideo();
		const names = nodes.flatMap(({ credentials }) => credentials?.iconikApi?.name ?? []);
		expect(new Set(names)).toEqual(new Set(['Another library']));
	});

	test.each([
		[
			'a credential that is not there',
			['--iconik-credential', 'nowhere'],
			/no credential "nowhere"/,
		],
		['a template that is not there', ['--only', '77'], /no template 77/],
		['a wrong key', ['--api-key', 'wrong-key'], /refuses the API key/],
		['an address where nobody is', ['--url', 'http://127.0.0.1:9'], /cannot be reached/],
	])('%s is answered with one sentence', async (_what, args, sentence) => {
		const { code, output } = await run(...args);

		expect(code).toBe(1);
		expect(output).toMatch(sentence);
		expect(output.trim().split('\n')).toHaveLength(1);
		expect(output).not.toMatch(/wrong-key/);
	});
});

const nodeOf = (nodes: WorkflowNode[], name: string) =>
	nodes.find((node) => node.name === name) as WorkflowNode;

const credentialIds = ({ nodes }: ImportedWorkflow) =>
	new Set(nodes.flatMap(({ credentials = {} }) => Object.values(credentials).map(({ id }) => id)));

function setConfig(node: WorkflowNode, name: string, value: unknown): void {
	const { assignments } = node.parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const line of assignments) if (line.name === name) line.value = value;
}

/** `id: outcome` lines as an object. */
function outcomes(output: string): Record<string, string> {
	const lines = output.split('\n').filter((line) => /^\d\d-/.test(line));
	return Object.fromEntries(
		lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
	);
}

async function runScript(url: string, apiKey: string, args: string[]) {
	const script = join(root, 'scripts', 'importWorkflows.ts');
	const address = args.includes('--url') ? [] : ['--url', url];
	return await new Promise<{ code: number; output: string }>((resolve) => {
		execFile(
			process.execPath,
			['--import', 'tsx', script, ...address, ...args],
			{ cwd: root, env: { ...process.env, N8N_API_KEY: apiKey } },
			(error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
		);
	});
}
