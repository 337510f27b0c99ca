import axios, { type AxiosInstance } from 'axios';
import { startIconik } from '../../../../sandbox/iconik';
import { SpecificationWatch } from '../../../support/specification/watch';

/** Keeps below 50 calls a second. */
const SPACING_MS = 22;

export interface Sandbox {
	/** Calls the API as the integration. Every call and answer is held against iconik's specification, where that is at hand. */
	api: AxiosInstance;
	/** Acts as a person. */
	act: (name: string, input?: object) => Promise<Record<string, unknown>>;
	/** Reads the control API. */
	control: (path: string) => Promise<unknown>;
	putControl: (path: string, body: unknown) => Promise<void>;
	connection: Awaited<ReturnType<typeof startIconik>>['connection'];
	close: () => Promise<void>;
}

export async function startSandbox(seed: 'demo' | 'empty' = 'demo'): Promise<Sandbox> {
	const specification = new SpecificationWatch();
	const { connection, close } = await startIconik({ port: 0, seed, observe: specification.watch });
	const plain = axios.create({ baseURL: connection.baseUrl, validateStatus: () => true });
	const api = axios.create({
		baseURL: `${connection.baseUrl}/API`,
		headers: { 'App-ID': connection.appId, 'Auth-Token': connection.authToken },
		validateStatus: () => true,
	});
	let next = 0;
	api.interceptors.request.use(async (config) => {
		next = Math.max(Date.now(), next + SPACING_MS);
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - Date.now())));
		return config;
	});
	api.interceptors.response.use((response) => {
		specification.check();
		return response;
	});
	return {
		api,
		connection,
		close,
		act: async (name, input = {}) => {
			const { status, data } = await plain.post<Record<string, unknown>>(
				`/_sandbox/actions/${name}`,
				input,
			);
			if (status !== 200) throw new Error(`${name}: ${JSON.stringify(data)}`);
			return data;
		},
		control: async (path) => (await plain.get<unknown>(`/_sandbox/${path}`)).data,
		putControl: async (path, body) => {
			const { status, data } = await plain.put<unknown>(`/_sandbox/${path}`, body);
			if (status !== 200) throw new Error(JSON.stringify(data));
		},
	};
}
