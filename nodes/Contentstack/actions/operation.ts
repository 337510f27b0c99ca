import {
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	NodeOperationError,
} from 'n8n-workflow';
import { type Outcome, sideBySide } from '../../../lib/batches';
import { groupsOf } from '../../../lib/groups';
import type { Stack } from '../transport/stack';

/** What an operation gives for one item: one output item, or several; a whole n8n item where there is binary data. */
export type Result = IDataObject | IDataObject[] | INodeExecutionData;

/** Works all items at once, with fewer calls than one after the other would take. One outcome an item, in the order of the items. */
export type Operation = (
	this: IExecuteFunctions,
	stack: Stack,
	itemCount: number,
) => Promise<Array<Outcome<Result>>>;

/** Works the item at `index` for itself. */
export type ItemOperation = (
	this: IExecuteFunctions,
	stack: Stack,
	index: number,
) => Promise<Result>;

/** Items at work at the same time. The rate budget decides how fast their calls go out. */
const WIDTH = 10;

/** Stands for an item that was not begun because another had failed and the node stops on errors. */
export class NotBegun extends NodeOperationError {}

/** Makes an operation of one that works item by item: the items run side by side. */
export function each(execute: ItemOperation): Operation {
	return async function (stack, itemCount) {
		return await runSideBySide(
			this,
			Array.from({ length: itemCount }, (_, index) => index),
			async (index) => await execute.call(this, stack, index),
		);
	};
}

/**
 * Makes an operation of one that works item by item. Items that have the same value in a field follow each other, so that one sees
 * what the other wrote; the rest run side by side.
 */
export function eachInTurn(field: string, execute: ItemOperation): Operation {
	return async function (stack, itemCount) {
		const outcomes = Array.from({ length: itemCount }, (): Outcome<Result> => notBegun(this));
		const pieces = Array.from({ length: itemCount }, (_, index) => ({ index }));
		const chains = groupsOf(pieces, ({ index }) =>
			JSON.stringify(this.getNodeParameter(field, index, '')),
		);
		await runSideBySide(this, chains, async (chain) => {
			await inTurn(this, chain, outcomes, async ({ index }) => {
				return await execute.call(this, stack, index);
			});
		});
		return outcomes;
	};
}

/**
 * Reads what every item asks for, before anything is done. Where an item cannot be read and the node stops on errors, no task is
 * given out.
 */
export async function readTasks<T>(
	context: IExecuteFunctions,
	itemCount: number,
	read: (index: number) => Promise<T>,
): Promise<{ tasks: T[]; outcomes: Array<Outcome<Result>> }> {
	const indexes = Array.from({ length: itemCount }, (_, index) => index);
	const results = await runSideBySide(context, indexes, read);
	const outcomes = results.map((result): Outcome<Result> =>
		result.ok ? notBegun(context) : result,
	);
	const mayBegin = context.continueOnFail() || results.every(({ ok }) => ok);
	return {
		tasks: mayBegin ? results.flatMap((result) => (result.ok ? [result.value] : [])) : [],
		outcomes,
	};
}

/** The outcome of an item that nothing was done for yet. */
export function notBegun(context: IExecuteFunctions): Outcome<Result> {
	return { ok: false, error: new NotBegun(context.getNode(), 'Not begun') };
}

/** Runs `task` for every piece of work, several at a time. Where the node stops on errors, nothing is begun after the first one. */
export async function runSideBySide<T, R>(
	context: IExecuteFunctions,
	work: readonly T[],
	task: (piece: T) => Promise<R>,
): Promise<Array<Outcome<R>>> {
	let hasFailed = false;
	return await sideBySide(work, WIDTH, async (piece) => {
		if (hasFailed && !context.continueOnFail()) throw new NotBegun(context.getNode(), 'Not begun');
		let isDone = false;
		try {
			const value = await task(piece);
			isDone = true;
			return value;
		} finally {
			hasFailed ||= !isDone;
		}
	});
}

/**
 * Works the pieces one after the other and notes each one's outcome at its item's index. Where the node stops on errors the first
 * failure is thrown on.
 */
export async function inTurn<T extends { index: number }>(
	context: IExecuteFunctions,
	pieces: readonly T[],
	outcomes: Array<Outcome<Result>>,
	task: (piece: T) => Promise<Result>,
): Promise<void> {
	for (const piece of pieces) {
		const [outcome] = await sideBySide([piece], 1, task);
		outcomes[piece.index] = outcome as Outcome<Result>;
		if (outcome && !outcome.ok && !context.continueOnFail()) throw outcome.error;
	}
}
