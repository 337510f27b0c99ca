import { castVote, voteFields } from './vote';

export const description = voteFields('reject');

export const execute = castVote('NOT_APPROVED');
