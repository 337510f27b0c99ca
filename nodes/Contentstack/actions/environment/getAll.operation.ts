import { listOperation } from '../listOperation';

/** Reads the stack's environments with the addresses of their sites. */
export const { description, execute } = listOperation(
	'environment',
	'/environments',
	'environments',
);
