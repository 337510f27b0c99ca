import axios, { isAxiosError, type AxiosInstance } from 'axios';
import type { LoggedCall } from '../kit/callLog';
import type { Delivery } from '../kit/webhooks';

/** The control API of one simulator, as anybody outside it uses it. */
export class ControlApi {
	private readonly http: AxiosInstance;

	constructor(origin: string) {
		this.http = axios.create({ baseURL: `${origin}/_sandbox`, proxy: false });
	}

	/** Does what a person does in the service's pages. @throws Error with what is wrong about the input */
	async act<T = unknown>(action: string, input: Record<string, unknown> = {}): Promise<T> {
		try {
			return (await this.http.post<T>(`/actions/${action}`, input)).data;
		} catch (error) {
			if (!isAxiosError<{ errors?: string[] }>(error)) throw error;
			throw new Error(`${action}: ${error.response?.data?.errors?.join('; ') ?? error.message}`);
		}
	}

	async state<T = Record<string, unknown>>(): Promise<T> {
		return (await this.http.get<T>('/state')).data;
	}

	/** Every API call so far, oldest first. */
	async log(): Promise<LoggedCall[]> {
		return (await this.http.get<LoggedCall[]>('/log')).data;
	}

	/** Every attempt to deliver a webhook so far, oldest first. */
	async deliveries(): Promise<Delivery[]> {
		return (await this.http.get<Delivery[]>('/deliveries')).data;
	}

	/** Delivers again what was delivered from that place of `deliveries` on, the last one first, so many times. */
	async replay(from: number, times: number): Promise<void> {
		await this.http.post('/deliveries/replay', { from, times });
	}

	/** All faults that hold from now on; an empty list ends them. */
	async setFaults(rules: Array<Record<string, unknown>>): Promise<void> {
		await this.http.put('/faults', rules);
	}

	async setClock(clock: { speed?: number; advanceMs?: number }): Promise<void> {
		await this.http.put('/clock', clock);
	}
}

/** The calls that changed something at the service. */
export function writes(calls: readonly LoggedCall[]): LoggedCall[] {
	return calls.filter(({ kind }) => kind !== 'read');
}
