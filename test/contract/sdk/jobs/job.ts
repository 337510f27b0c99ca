import { writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { runNode } from '../../../support/engine';
import { configured } from '../../contentstack/runContentstack';
import type { Service } from '../../contentstack/trigger';
import type { deliveryStack, managementStack } from '../clients';

type Stack = ReturnType<typeof managementStack>;
type DeliveryStack = ReturnType<typeof deliveryStack>;

/** What the jobs work on. */
export interface Things {
	service: Service;
	harbour: string;
	boatbuilder: string;
	home: string;
	hero: string;
	workshop: string;
	review: string;
	release: string;
	extension: string;
	/** The path of a file with the text `hello`. */
	file: string;
}

/** One job, done by our node with the service at `origin`, and by a client of the vendor. */
export interface Job {
	node: (things: Things, origin: string) => Promise<void>;
	sdk: (stack: Stack, things: Things, delivery: DeliveryStack) => Promise<unknown>;
}

/** Finds in the demo stack what the jobs work on, and makes what it lacks. */
export async function findThings(service: Service, stack: Stack): Promise<Things> {
	const file = join(tmpdir(), 'same-requests.txt');
	await writeFile(file, 'hello');
	await stack.taxonomy().create({ taxonomy: { uid: 'genre', name: 'Genre', description: '' } });
	const release = await stack.release().create({
		release: { name: 'Spring', description: '', locked: false, archived: false },
	});
	const extension = await stack.extension().create({
		extension: {
			title: 'Old picker',
			type: 'field',
			data_type: 'json',
			src: 'https://old.example/',
		},
	});
	const state = await service.state<{
		entries: Array<{ uid: string; fields: { title: string } }>;
		assets: Array<{ uid: string; filename: string }>;
		workflows: Array<{ workflow_stages: Array<{ uid: string; name: string }> }>;
	}>();
	const entry = (title: string) =>
		state.entries.find(({ fields }) => fields.title === title)?.uid ?? '';
	const asset = (name: string) => state.assets.find(({ filename }) => filename === name)?.uid ?? '';
	const stages = state.workflows[0]?.workflow_stages ?? [];
	return {
		service,
		file,
		release: release.uid,
		extension: extension.uid,
		harbour: entry('Harbour at dawn'),
		boatbuilder: entry('The last boatbuilder'),
		home: entry('Home'),
		hero: asset('hero.png'),
		workshop: asset('workshop.png'),
		review: stages.find(({ name }) => name === 'Review')?.uid ?? '',
	};
}

/** A run of the action node. */
export function action(
	parameters: (things: Things) => INodeParameters,
	item: IDataObject | INodeExecutionData = {},
): Job['node'] {
	return async (things, origin) => {
		const { contentstackApi } = things.service.credentials;
		const credentials = { contentstackApi: { ...contentstackApi, apiUrl: origin, cdnUrl: origin } };
		const { error } = await runNode({
			...configured(credentials, parameters(things)),
			items: [item],
		});
		if (error) throw new Error(error.message);
	};
}
