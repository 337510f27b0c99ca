import axios, { type AxiosInstance } from 'axios';
import type { MediaPick, SelectAnswer, SelectRequest, Session } from '../../lib/pickerProtocol';

/** The picker as its page uses it, by HTTP alone. */
export class PickerPage {
	private token = '';

	private constructor(
		readonly url: string,
		private readonly http: AxiosInstance,
	) {}

	/** Opens a session with the key, as the page does when an editor opens the entry. */
	static async open(url: string, key: string, frame: string): Promise<PickerPage> {
		const http = axios.create({ baseURL: url, proxy: false, validateStatus: () => true });
		const page = new PickerPage(url, http);
		const body = { key, parentOrigin: frame };
		const { status, data } = await http.post<Session>('/session', body, page.posting());
		if (status !== 200) throw new Error(`No session: ${status} ${JSON.stringify(data)}`);
		page.token = data.token;
		return page;
	}

	/** What the node says to one of the page's questions: `search`, `asset`, `collections` or `state`. */
	async ask<T>(question: string, params: Record<string, string> = {}): Promise<T> {
		const headers = { 'X-Picker-Session': this.token, 'Sec-Fetch-Site': 'same-origin' };
		const { status, data } = await this.http.get<T>(`/${question}`, { params, headers });
		if (status !== 200) throw new Error(`${question}: ${status} ${JSON.stringify(data)}`);
		return data;
	}

	/** Hands over what was picked, and gives what the field is to store. */
	async select(picks: MediaPick[], entry?: Partial<SelectRequest['entry']>): Promise<SelectAnswer> {
		const where = { contentType: 'page', uid: '', locale: 'en-us', field: 'media', ...entry };
		const body: SelectRequest = { picks, entry: where };
		const { status, data } = await this.http.post<SelectAnswer>('/select', body, this.posting());
		if (status !== 200) throw new Error(`select: ${status} ${JSON.stringify(data)}`);
		return data;
	}

	private posting() {
		const headers = { 'X-Picker-Session': this.token, Origin: new URL(this.url).origin };
		return { headers };
	}
}
