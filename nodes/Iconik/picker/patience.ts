import type { Call } from '../transport/client';

/** An editor waits: one more try after a refusal or a broken connection, then the page says so and offers to try again. */
export const PATIENCE: Pick<Call, 'tries' | 'timeoutMs'> = { tries: 2, timeoutMs: 8000 };
