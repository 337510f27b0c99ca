/** How long a receiver may take to answer. No source tells iconik's; half a minute is what its like allow. */
export const ANSWER_WITHIN_MS = 30_000;
