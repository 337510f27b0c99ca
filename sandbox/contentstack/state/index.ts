export type * from './content';
export type * from './schema';
export type * from './stack';
