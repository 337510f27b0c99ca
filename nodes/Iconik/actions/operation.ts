import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Outcome } from '../../../lib/batches';
import type { IconikClient } from '../transport/client';

/** A whole n8n item is given where there is binary data. */
export type Output = IDataObject | IDataObject[] | INodeExecutionData;

/** Serves one item. What it throws fails that item alone. */
export type ItemOperation = (
	this: IExecuteFunctions,
	iconik: IconikClient,
	index: number,
) => Promise<Output>;

/** Serves all items at once, because that takes fewer calls; gives one outcome for each item, in their order. */
export type ItemsOperation = (
	this: IExecuteFunctions,
	iconik: IconikClient,
	count: number,
) => Promise<Array<Outcome<Output>>>;

export type Operation = { each: ItemOperation } | { together: ItemsOperation };
