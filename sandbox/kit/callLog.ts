export type CallKind = 'read' | 'write' | 'bulk';

/** One API call as the service saw it. Secrets are not kept: `credential` is a name and the last characters of its token. */
export interface LoggedCall {
	time: string;
	method: string;
	path: string;
	query: string;
	status: number;
	credential: string;
	kind: CallKind;
	milliseconds: number;
}

const CAPACITY = 50_000;

/** The API calls of a simulator, oldest first; the oldest ones go when it is full. */
export class CallLog {
	private calls: LoggedCall[] = [];

	add(call: LoggedCall): void {
		if (this.calls.length >= CAPACITY) this.calls.splice(0, CAPACITY / 10);
		this.calls.push(call);
	}

	list(): LoggedCall[] {
		return this.calls;
	}

	clear(): void {
		this.calls = [];
	}
}
