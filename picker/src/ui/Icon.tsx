/** Strokes on a square of 20. */
const PATHS = {
	search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17',
	close: 'M5 5l10 10M15 5L5 15',
	check: 'M4.5 10.5l3.5 3.5 7.5-8',
	grid: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z',
	list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
	filter: 'M3 5h14M6 10h8M8.5 15h3',
	preview: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
	pin: 'M7.5 3h5l-.5 5 3 3H5l3-3-.5-5ZM10 11v6',
	follow:
		'M16 8a6.3 6.3 0 0 0-11.3-1.5M4 12a6.3 6.3 0 0 0 11.3 1.5M4.5 3v3.7h3.7M15.5 17v-3.7h-3.7',
	up: 'M10 16V4M5 9l5-5 5 5',
	down: 'M10 4v12M5 11l5 5 5-5',
	drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
	remove: 'M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v5M11.5 9v5',
	window: 'M11 3.5h5.5V9M16.5 3.5L9.5 10.5M14.5 11.5v5h-11v-11h5',
	warning: 'M10 3.2L18 16.8H2L10 3.2ZM10 8.5v3.8M10 14.5h.01',
	info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9.2v4.6M10 6.4h.01',
	chevron: 'M7.5 4.5L13 10l-5.5 5.5',
	video: 'M3 5.5h9.5v9H3zM12.5 9l4.5-2.5v7L12.5 11',
	audio:
		'M7.5 14.5V5l8-1.5V13M7.5 14.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM15.5 13a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
	image: 'M3 4.5h14v11H3zM3.5 14l4-4.5 3.2 3.5 2.3-2 3.5 3.5M13 8h.01',
	file: 'M5 2.8h6.5L15 6.3v11H5zM11.5 3v3.5H15',
} as const;

export type IconName = keyof typeof PATHS;

/** Says nothing to a screen reader: the words beside it, or the label around it, do. */
export function Icon({ name }: { name: IconName }) {
	return (
		<svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
			<path d={PATHS[name]} />
		</svg>
	);
}

const OF_TYPE: Record<string, IconName> = { video: 'video', audio: 'audio', image: 'image' };

export function iconOfType(mediaType: string | null): IconName {
	return OF_TYPE[mediaType ?? ''] ?? 'file';
}
