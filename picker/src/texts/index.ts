import { en } from './en';

export const texts = en;
