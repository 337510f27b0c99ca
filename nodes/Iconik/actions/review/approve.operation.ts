import { castVote, voteFields } from './vote';

export const description = voteFields('approve');

export const execute = castVote('APPROVED');
