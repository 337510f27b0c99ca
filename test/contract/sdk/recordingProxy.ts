import axios from 'axios';
import { type Answer, type ReceivedCall, RecordingServer } from '../../support/recordingServer';

const OF_THE_CONNECTION = ['host', 'connection', 'content-length', 'transfer-encoding'];

/**
 * Stands between clients and a service and keeps what they send. A second client can be answered as the first one was, so that both do the
 * same job on the same data.
 */
export class RecordingProxy {
	private readonly server = new RecordingServer(async (call) => await this.answer(call));
	private readonly answers = new Map<string, Answer>();
	private isReplaying = false;

	constructor(private readonly target: () => string) {}

	async open(): Promise<string> {
		return await this.server.listen();
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	/** What is sent while this runs, each call answered by the service. */
	async record(run: () => Promise<unknown>): Promise<ReceivedCall[]> {
		this.answers.clear();
		return await this.callsOf(run);
	}

	/** What is sent while this runs, each call answered as the same one was when it was recorded. */
	async replay(run: () => Promise<unknown>): Promise<ReceivedCall[]> {
		this.isReplaying = true;
		try {
			return await this.callsOf(run);
		} finally {
			this.isReplaying = false;
		}
	}

	private async callsOf(run: () => Promise<unknown>): Promise<ReceivedCall[]> {
		this.server.calls.length = 0;
		await run();
		return [...this.server.calls];
	}

	private async answer({ method, path, headers, body }: ReceivedCall): Promise<Answer> {
		const key = `${method} ${path.split('?', 1)[0]}`;
		const known = this.isReplaying ? this.answers.get(key) : undefined;
		if (known) return known;
		const sent = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
		const { status, data } = await axios.request<string>({
			method,
			url: `${this.target()}${path}`,
			headers: Object.fromEntries(sent) as Record<string, string>,
			...(body !== '' && { data: body }),
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: () => true,
			proxy: false,
		});
		const answer = { status, body: data };
		this.answers.set(key, answer);
		return answer;
	}
}
