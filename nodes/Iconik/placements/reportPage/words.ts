import { isWebAddress } from '../../media/addresses';
import { html, type Content, type Html } from './html';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

/** A number for people: `12,345`. */
export function number(count: number): string {
	return NUMBER.format(count);
}

/** A calendar day for people: `2 Mar 2026`. */
export function dayName(day: string): string {
	return day && !Number.isNaN(Date.parse(day)) ? DAY.format(new Date(day)) : day;
}

/** A month such as `2026-03` in short: `Mar`. */
export function monthName(month: string): string {
	return MONTH.format(new Date(`${month}-01`));
}

/** `1 page`, `3 pages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${number(count)} ${count === 1 ? one : many}`;
}

/** A link, where the address is one of the web; else what it would have said. An address of any other kind could run something. */
export function link(address: string, words: Content): Html {
	return isWebAddress(address)
		? html`<a href="${address}" rel="noopener noreferrer">${words}</a>`
		: html`${words}`;
}
