import { listOperation } from '../listOperation';

/** Reads the stack's taxonomies. Their terms are read by Term. */
export const { description, execute } = listOperation('taxonomy', '/taxonomies', 'taxonomies');
