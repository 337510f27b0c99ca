/** An answer of the Management or Delivery API that is not a success. Codes: contentstack.com/docs, "Error Codes". */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
		readonly errors: Record<string, string[]> = {},
	) {
		super(message);
	}

	body(): Record<string, unknown> {
		return { error_message: this.message, error_code: this.code, errors: this.errors };
	}
}

/** HTTP 422, the status that this service uses for nearly everything a caller got wrong. */
export function unprocessable(
	code: number,
	message: string,
	errors: Record<string, string[]> = {},
): ApiError {
	return new ApiError(422, code, message, errors);
}

export function contentTypeNotFound(uid: string): ApiError {
	return unprocessable(118, `The Content Type '${uid}' was not found. Please try again.`, {
		uid: ['is not valid.'],
	});
}

export function objectNotFound(status: 422 | 404): ApiError {
	return new ApiError(status, 141, "The requested object doesn't exist.", {
		uid: ['is not valid.'],
	});
}

/** What the Delivery and Management API say to a list call whose parameters make no sense. */
export function badParameters(errors: Record<string, string[]>, things = 'entries'): ApiError {
	return unprocessable(
		141,
		`Failed to fetch ${things}. Please try again with valid parameters.`,
		errors,
	);
}
