import type { IExecuteFunctions } from 'n8n-workflow';

/** A parameter as text; `''` when an expression gives nothing. */
export function givenText(this: IExecuteFunctions, name: string, index: number): string {
	const value: unknown = this.getNodeParameter(name, index, '');
	return value === undefined || value === null ? '' : String(value).trim();
}

/** A parameter as a list of IDs. An expression may also give one ID, or some with commas between them. */
export function givenIds(this: IExecuteFunctions, name: string, index: number): string[] {
	return listOf(this.getNodeParameter(name, index, []));
}

/** A list, or text with commas between its parts, as the parts that are not empty. */
export function listOf(value: unknown): string[] {
	const list: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
	return list.map((part) => String(part ?? '').trim()).filter((part) => part !== '');
}
