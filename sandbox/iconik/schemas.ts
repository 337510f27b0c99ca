import { z } from 'zod';

/** The pieces that request bodies are made of, with the messages that the API's validation is known to give. */
const REQUIRED = 'Missing data for required field.';

export const text = z.string({
	required_error: REQUIRED,
	invalid_type_error: 'Not a valid string.',
});
export const nonEmpty = text.min(1, REQUIRED);
export const uuid = text.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'Not a valid UUID.');
export const bool = z.boolean({
	required_error: REQUIRED,
	invalid_type_error: 'Not a valid boolean.',
});
export const integer = z
	.number({ required_error: REQUIRED, invalid_type_error: 'Not a valid integer.' })
	.int('Not a valid integer.');
export const dateTime = text.refine((value) => !Number.isNaN(Date.parse(value)), {
	message: 'Not a valid datetime.',
});
export const webUrl = text.refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
	message: 'Not a valid URL.',
});
export const email = text.email('Not a valid email address.');

/** One of some words. */
export const oneOf = <T extends string>(...values: readonly [T, ...T[]]) =>
	z.enum(values as [T, ...T[]], {
		errorMap: (issue) => ({
			message:
				issue.code === 'invalid_type' && issue.received === 'undefined'
					? REQUIRED
					: `Must be one of: ${values.join(', ')}.`,
		}),
	});

export const uuids = z.array(uuid, {
	required_error: REQUIRED,
	invalid_type_error: 'Not a valid list.',
});
/** Bulk calls take 1 to 500 ids. */
export const bulkIds = uuids
	.min(1, 'Shorter than minimum length 1.')
	.max(500, 'Longer than maximum length 500.');

/** `{ "Campaign": { "field_values": [{ "value": "Spring" }], "mode": "append" } }`; the flat form is refused. */
export const metadataValues = z.record(
	z.object(
		{
			field_values: z
				.array(
					z.object(
						{ value: z.union([z.string(), z.number(), z.boolean()]) },
						{
							invalid_type_error: 'Not a valid mapping type.',
						},
					),
				)
				.optional(),
			mode: oneOf('append', 'delete', 'overwrite').optional(),
		},
		{ invalid_type_error: 'Not a valid mapping type.' },
	),
	{ required_error: REQUIRED, invalid_type_error: 'Not a valid mapping type.' },
);
