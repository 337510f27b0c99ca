import { listOperation } from '../listOperation';

/** Reads the stack's branches with the aliases that stand for them. */
export const { description, execute } = listOperation('branch', '/stacks/branches', 'branches');
