/** How long a receiver may take to answer. No source tells iconik's; a minute is what proxies usually allow. */
export const ANSWER_WITHIN_MS = 60_000;
