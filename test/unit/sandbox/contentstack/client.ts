import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { startContentstack, type RunningContentstack } from '../../../../sandbox/contentstack';

/** A started stack and clients for each of its sides. No client throws on a status. */
export interface Bench extends RunningContentstack {
	cma: AxiosInstance;
	cda: AxiosInstance;
	control: AxiosInstance;
	/** Does what a person would do, and gives what came of it. */
	act: (name: string, input: object) => Promise<AxiosResponse>;
}

export async function bench(seed: 'demo' | 'empty' = 'empty'): Promise<Bench> {
	const running = await startContentstack({ port: 0, seed });
	const { baseUrl, apiKey, managementToken, deliveryToken } = running.connection;
	const client = (base: string, headers: Record<string, string>) =>
		axios.create({ baseURL: base, headers, validateStatus: () => true, proxy: false });
	const control = client(`${baseUrl}/_sandbox`, {});
	return {
		...running,
		cma: client(`${baseUrl}/v3`, { api_key: apiKey, authorization: managementToken }),
		cda: client(`${baseUrl}/v3`, { api_key: apiKey, access_token: deliveryToken }),
		control,
		act: async (name, input) => await control.post(`/actions/${name}`, input),
	};
}

/** The same stack with calls held back so that its limits are never met: for tests about something else. */
export function unlimited(stack: Bench): Bench {
	const times: number[] = [];
	stack.cma.interceptors.request.use(async (config) => {
		for (;;) {
			const now = Date.now();
			while (times[0] !== undefined && times[0] < now - 1050) times.shift();
			if (times.length < 10) break;
			await new Promise((resolve) => setTimeout(resolve, 25));
		}
		times.push(Date.now());
		return config;
	});
	return stack;
}

/** Asks again until the answer is there, for at most five seconds. */
export async function eventually<T>(
	ask: () => T | Promise<T>,
	isThere: (value: T) => boolean,
): Promise<T> {
	const deadline = Date.now() + 5000;
	for (;;) {
		const value = await ask();
		if (isThere(value)) return value;
		if (Date.now() > deadline) throw new Error(`Still not there: ${JSON.stringify(value)}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

/** A content type with one field of each kind that the tests write. */
export const FILM = {
	uid: 'film',
	title: 'Film',
	schema: [
		{ uid: 'title', display_name: 'Title', data_type: 'text', mandatory: true, unique: true },
		{
			uid: 'asset_id',
			display_name: 'Asset',
			data_type: 'text',
			mandatory: true,
			unique: true,
			non_localizable: true,
		},
		{ uid: 'summary', display_name: 'Summary', data_type: 'text' },
		{ uid: 'seconds', display_name: 'Seconds', data_type: 'number' },
		{ uid: 'tags_free', display_name: 'Words', data_type: 'text', multiple: true },
		{
			uid: 'state',
			display_name: 'State',
			data_type: 'text',
			enum: { advanced: false, choices: [{ value: 'ready' }, { value: 'held' }] },
		},
		{ uid: 'poster', display_name: 'Poster', data_type: 'file' },
		{ uid: 'sequels', display_name: 'Sequels', data_type: 'reference', reference_to: ['film'] },
		{
			uid: 'rights',
			display_name: 'Rights',
			data_type: 'group',
			schema: [{ uid: 'holder', display_name: 'Holder', data_type: 'text' }],
		},
		{
			uid: 'captions',
			display_name: 'Captions',
			data_type: 'group',
			multiple: true,
			schema: [
				{ uid: 'language', display_name: 'Language', data_type: 'text' },
				{ uid: 'file', display_name: 'File', data_type: 'file' },
			],
		},
	],
};
