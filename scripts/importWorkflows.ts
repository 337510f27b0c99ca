import { PlainError } from '../sandbox/ports';
import { readTemplates } from '../sandbox/start/templates';
import type { WorkflowTemplate } from '../sandbox/n8n/template';
import { importTemplate, type Imported } from './workflowImport/importTemplate';
import { readImportOptions } from './workflowImport/options';
import { PublicApi, type StoredCredential } from './workflowImport/publicApi';

/** `npm run workflows:import`: puts the templates into a user's own n8n by its public API. Run again, it makes nothing twice. */
async function main(): Promise<void> {
	const options = readImportOptions(process.argv.slice(2), process.env);
	const templates = chosen(await readTemplates(), options.only);
	const api = new PublicApi(options.url, options.apiKey);
	const present = await api.workflows();
	if (!(await api.knowsCredentialType('iconikApi')))
		throw new PlainError(
			'The package n8n-nodes-contentstack-iconik is not installed there: Settings → Community nodes → Install, then run this again.',
		);
	const credentials = await resolve(api, options.credentials);
	if (options.dryRun) console.log('Nothing is written. This is what would happen:');
	for (const [file, template] of templates) {
		const id = file.replace(/\.json$/, '');
		const choices = { ...options, credentials };
		const imported = await importTemplate(api, id, template, present, choices);
		console.log(line(id, imported));
	}
}

function line(id: string, { outcome, isDraft }: Imported): string {
	const hint = isDraft ? '; the version that is live stays until you press Publish' : '';
	return `${id}: ${outcome}${hint}`;
}

function chosen(
	templates: Map<string, WorkflowTemplate>,
	only: readonly string[],
): Array<[string, WorkflowTemplate]> {
	const all = [...templates];
	const unknown = only.filter((number) => !all.some(([file]) => file.startsWith(`${number}-`)));
	if (unknown.length > 0)
		throw new PlainError(
			`There is no template ${unknown.join(', ')}. There are: ${all.map(([file]) => file.slice(0, 2)).join(', ')}.`,
		);
	return only.length === 0
		? all
		: all.filter(([file]) => only.some((number) => file.startsWith(`${number}-`)));
}

/** @throws PlainError when a wished credential is not there, or its name fits several */
async function resolve(
	api: PublicApi,
	wished: Record<string, string>,
): Promise<Record<string, StoredCredential>> {
	if (Object.keys(wished).length === 0) return {};
	const all = await api.credentials();
	const found = Object.entries(wished).map(([type, wish]) => {
		const ofType = all.filter((credential) => credential.type === type);
		const byId = ofType.filter(({ id }) => id === wish);
		const fitting = byId.length > 0 ? byId : ofType.filter(({ name }) => name === wish);
		const [credential] = fitting;
		if (credential && fitting.length === 1) return [type, credential] as const;
		const names = ofType.map(({ id, name }) => `"${name}" (${id})`).join(', ');
		throw new PlainError(
			fitting.length > 1
				? `Several credentials are named "${wish}": give the id of one. There are: ${names}.`
				: `There is no credential "${wish}" of the type ${type}. There are: ${names || 'none'}.`,
		);
	});
	return Object.fromEntries(found);
}

main().catch((error: unknown) => {
	console.error(error instanceof PlainError ? error.message : error);
	process.exitCode = 1;
});
