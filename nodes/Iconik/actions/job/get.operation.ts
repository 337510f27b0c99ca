import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { jobPath, simplified, type Job } from './jobs';

export const description = [simplifyField({ resource: ['job'], operation: ['get'] })];

export const execute: ItemOperation = async function (iconik, index) {
	const job = await iconik.request<Job>({ path: jobPath.call(this, index) });
	return this.getNodeParameter('simplify', index, true) === true ? simplified(job) : job;
};
