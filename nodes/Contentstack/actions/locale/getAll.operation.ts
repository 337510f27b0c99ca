import { listOperation } from '../listOperation';

/** Reads the stack's languages. The one without a language to fall back to is the master language. */
export const { description, execute } = listOperation('locale', '/locales', 'locales');
