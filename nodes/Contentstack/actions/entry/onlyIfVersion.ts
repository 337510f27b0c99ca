import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** The option by which a write gives way to whoever has saved the entry since it was read. */
export const onlyIfVersionOption: INodeProperties = {
	displayName: 'Only If Still at Version',
	name: 'onlyIfVersion',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'The version that was read, 0 for an entry that was not there. When somebody has saved another one since, nothing is done and the result is changed_meanwhile.',
};

/** The version that the entry must still be at; `undefined` when the option is not set. */
export function onlyIfVersionOf(context: IExecuteFunctions, index: number): number | undefined {
	const { onlyIfVersion } = context.getNodeParameter('options', index, {}) as {
		onlyIfVersion?: number | null;
	};
	return onlyIfVersion === undefined ? undefined : Number(onlyIfVersion ?? 0);
}

/** What comes out where somebody was faster. */
export function changedMeanwhile(
	contentTypeUid: string,
	entry: { uid: string; _version: number } | undefined,
	expected: number,
): IDataObject {
	return {
		result: 'changed_meanwhile',
		changed: [],
		uid: entry?.uid ?? null,
		content_type: contentTypeUid,
		version: entry?._version ?? null,
		expected_version: expected,
	};
}
