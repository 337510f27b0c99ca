import type { INode } from 'n8n-workflow';
import { isSticky, type Check } from './template';

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node on the canvas, with the line of its name below it. */
const NODE = { width: 96, height: 96 + 36 };
const STICKY = { width: 240, height: 160 };

/** Nodes lie beside each other, and a sticky note either frames a node or leaves it alone. */
export const layout: Check = ({ nodes }) => {
	const boxes = nodes.filter((node) => !isSticky(node)).map((node) => boxOf(node, NODE));
	const notes = nodes.filter(isSticky).map((node) => boxOf(node, sizeOf(node)));
	return [
		...pairs(boxes)
			.filter(([a, b]) => overlap(a, b))
			.map(([a, b]) => `"${a.name}" and "${b.name}" lie over each other`),
		...pairs(notes)
			.filter(([a, b]) => overlap(a, b) && !holds(a, b) && !holds(b, a))
			.map(([a, b]) => `The sticky notes "${a.name}" and "${b.name}" cut each other`),
		...notes.flatMap((note) =>
			boxes
				.filter((box) => overlap(note, box) && !holds(note, box))
				.map((box) => `The sticky note "${note.name}" cuts "${box.name}"`),
		),
	];
};

function boxOf({ name, position: [left, top] }: INode, size: typeof NODE): Box {
	return { name, left, top, right: left + size.width, bottom: top + size.height };
}

function sizeOf({ parameters }: INode): typeof NODE {
	const { width = STICKY.width, height = STICKY.height } = parameters as Partial<typeof NODE>;
	return { width, height };
}

function pairs<T>(items: T[]): Array<[T, T]> {
	return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

const overlap = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const holds = (outer: Box, inner: Box) =>
	outer.left <= inner.left &&
	outer.top <= inner.top &&
	outer.right >= inner.right &&
	outer.bottom >= inner.bottom;
