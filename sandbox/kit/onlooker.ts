/**
 * A call with this header is logged and answered as any other, but uses up nothing of the allowance: who only watches a workflow must
 * not slow it down. The real services know nothing like it.
 */
export const ONLOOKER_HEADER = 'x-sandbox-onlooker';
