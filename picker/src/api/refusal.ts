import type { PickerRefusal } from '../../../lib/pickerProtocol';
import { texts } from '../texts';

/** What the page itself notices, beside the codes that the node sends. */
type OwnCode = 'unreachable' | 'timeout' | 'not_served' | 'n8n_failed' | 'unreadable' | 'no_key';

/** A request that did not succeed, in words for the editor. */
export class Refusal extends Error {
	override name = 'Refusal';
	/** When to ask again, in milliseconds as `Date.now()` counts; `null` when nobody said. */
	readonly retryAt: number | null;

	/** @param retryAfter seconds */
	constructor(
		readonly code: string,
		readonly title: string,
		message: string,
		retryAfter: number | null = null,
	) {
		super(message);
		this.retryAt = retryAfter === null ? null : Date.now() + retryAfter * 1000;
	}

	/** Whether the same request may succeed a moment later, without anybody doing anything. */
	get isPassing(): boolean {
		return ['unreachable', 'timeout', 'unreadable', 'iconik_slow'].includes(this.code);
	}
}

const { errors } = texts;

const OWN: Record<OwnCode, [title: string, message: string]> = {
	unreachable: [errors.unreachableTitle, errors.unreachable],
	timeout: [errors.timeoutTitle, errors.timeout],
	not_served: [errors.notServedTitle, errors.notServed],
	n8n_failed: [errors.n8nFailedTitle, errors.n8nFailed],
	unreadable: [errors.unreadableTitle, errors.unreadable],
	no_key: [errors.noKeyTitle, errors.noKey],
};

export function ownRefusal(code: OwnCode): Refusal {
	const [title, message] = OWN[code];
	return new Refusal(code, title, message);
}

/** Reads an answer with a status from 400. n8n itself answers 404 for a page whose workflow is not published. */
export async function refusalOf(answer: Response): Promise<Refusal> {
	const body = (await answer.json().catch(() => null)) as Partial<PickerRefusal> | null;
	if (typeof body?.code !== 'string' || typeof body.message !== 'string')
		return ownRefusal(codeFor(answer.status));
	const wait = body.retryAfter ?? Number(answer.headers.get('retry-after') ?? NaN);
	const title = errors.titles[body.code] ?? errors.otherTitle;
	return new Refusal(body.code, title, body.message, Number.isFinite(wait) ? wait : null);
}

function codeFor(status: number): OwnCode {
	if (status === 404) return 'not_served';
	return status >= 500 ? 'n8n_failed' : 'unreadable';
}

/** Anything that was thrown, as a refusal that can be shown. */
export function asRefusal(error: unknown): Refusal {
	if (error instanceof Refusal) return error;
	return new Refusal('other', errors.otherTitle, error instanceof Error ? error.message : '');
}
