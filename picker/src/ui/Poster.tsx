import { useState } from 'react';
import { formatDuration } from './format';
import { Icon, iconOfType } from './Icon';

/** The picture of an item, with how long it runs; its kind when there is no picture, or it cannot be loaded. */
export function Poster({
	url,
	mediaType,
	durationMs,
}: {
	url: string | null;
	mediaType: string | null;
	durationMs: number | null;
}) {
	const [failed, setFailed] = useState<string | null>(null);
	return (
		<span className="poster">
			{url !== null && failed !== url ? (
				<img src={url} alt="" loading="lazy" decoding="async" onError={() => setFailed(url)} />
			) : (
				<Icon name={iconOfType(mediaType)} />
			)}
			{durationMs !== null && durationMs > 0 && (
				<span className="duration">{formatDuration(durationMs)}</span>
			)}
		</span>
	);
}
