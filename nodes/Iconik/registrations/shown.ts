import type { IDataObject } from 'n8n-workflow';
import { withoutSecrets } from '../webhook/events';
import type { Registered } from './kind';

/** Not shown: the headers hold the receiver's secret, and the last payload may hold a token. */
const HIDDEN = ['headers', 'last_payload'];

/** What may be shown of a registration: all but its secrets. */
export function shown(one: Registered): IDataObject {
	const visible = Object.entries(one).filter(([key]) => !HIDDEN.includes(key));
	return {
		...(withoutSecrets(Object.fromEntries(visible)) as IDataObject),
		...(typeof one.url === 'string' && { url: withoutQuery(one.url) }),
	};
}

function withoutQuery(url: string): string {
	return url.replace(/[?#].*$/, '');
}
