import { unprocessable } from './apiError';
import { strings } from './records';
import type { Environment, Stack } from './state';

/** The environments that a body names, by name or uid. An unknown or missing one is answered with 422/141. */
export function environmentsIn(stack: Stack, names: unknown): Environment[] {
	return strings(required(names, 'environments')).map((name) => {
		const found = stack.environments.find(
			(environment) => environment.name === name || environment.uid === name,
		);
		if (!found)
			throw unprocessable(141, 'The environment was not found. Please try again.', {
				environments: [`${name} is not valid.`],
			});
		return found;
	});
}

/** The locale codes that a body names, each of which the stack must have. */
export function localesIn(stack: Stack, codes: unknown): string[] {
	return strings(required(codes, 'locales')).map((code) => {
		if (!stack.locales.some((locale) => locale.code === code))
			throw unprocessable(141, 'Language was not found. Please try again.', {
				locales: [`${code} is not valid.`],
			});
		return code;
	});
}

function required(value: unknown, name: string): unknown {
	if (strings(value).length > 0) return value;
	throw unprocessable(141, 'Publishing failed. Please try again with valid parameters.', {
		[name]: ['is required.'],
	});
}
