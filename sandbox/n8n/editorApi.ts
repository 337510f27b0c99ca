import { Agent } from 'node:http';
import axios, { isAxiosError, type AxiosInstance } from 'axios';

export interface Login {
	email: string;
	password: string;
}

/** The API that n8n's own editor uses, as one logged-in user. Answers come without their `data` envelope. */
export class EditorApi {
	private constructor(private readonly http: AxiosInstance) {}

	/** Logs in; makes this login the owner first, if the instance has none yet. */
	static async connect(url: string, login: Login): Promise<EditorApi> {
		// n8n ties its cookie to the browser that logged in, and tells browsers apart by this header.
		const headers = { 'browser-id': 'sandbox' };
		// An n8n that was busy for seconds closes kept connections just when they are used again.
		const httpAgent = new Agent({ keepAlive: false });
		const http = axios.create({ baseURL: url, headers, httpAgent, proxy: false, timeout: 60_000 });
		const settings = await http.get<{ data: Settings }>('/rest/settings');
		const isNew = settings.data.data.userManagement.showSetupOnFirstLoad;
		const answer = isNew
			? await http.post('/rest/owner/setup', { ...login, firstName: 'Sandbox', lastName: 'Owner' })
			: await http.post('/rest/login', {
					emailOrLdapLoginId: login.email,
					password: login.password,
				});
		const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0]);
		http.defaults.headers.common.Cookie = cookies.join('; ');
		return new EditorApi(http);
	}

	/**
	 * One call, like `('POST', '/rest/workflows', {…})`.
	 * @throws Error that names the call and n8n's own message
	 */
	async call<T>(
		method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
		path: string,
		data?: unknown,
	): Promise<T> {
		try {
			const answer = await this.http.request<{ data: T }>({ method, url: path, data });
			return answer.data.data;
		} catch (error) {
			if (!isAxiosError<{ message?: string }>(error)) throw error;
			const { status, data: body } = error.response ?? {};
			throw new Error(`n8n: ${method} ${path}: ${status ?? ''} ${body?.message ?? error.message}`);
		}
	}

	/** A file that n8n serves as it is, like `/types/nodes.json`. */
	async file<T>(path: string): Promise<T> {
		return (await this.http.get<T>(path)).data;
	}
}

interface Settings {
	userManagement: { showSetupOnFirstLoad: boolean };
}
