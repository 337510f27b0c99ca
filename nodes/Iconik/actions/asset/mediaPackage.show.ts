import type { IDisplayOptions } from 'n8n-workflow';

/** Shows a field for this operation alone, under further conditions. */
export const when = (more: IDisplayOptions['show'] = {}): IDisplayOptions => ({
	show: { resource: ['asset'], operation: ['getMediaPackage'], ...more },
});

/** Shows a field for the two operations that look at the same facts of media. */
export const whenFacts = (more: IDisplayOptions['show'] = {}): IDisplayOptions => ({
	show: { resource: ['asset'], operation: ['compare', 'getMediaPackage'], ...more },
});
