import { useEffect, useState } from 'react';
import type { PickerDetails } from '../../../lib/pickerProtocol';
import { texts } from '../texts';
import { Poster } from '../ui/Poster';

/** Plays what the browser can play, with captions; else the poster and a word about it. */
export function Player({ details }: { details: PickerDetails }) {
	const { previewUrl, previewType, posterUrl, title } = details;
	const tracks = useTracks(details.tracks);
	const [hasFailed, setFailed] = useState(false);
	const kind = previewUrl === null || hasFailed ? '' : (previewType ?? '').split('/')[0];
	const label = texts.preview.title(title);

	if (kind === 'video')
		return (
			<video
				className="player"
				controls
				playsInline
				preload="metadata"
				poster={posterUrl ?? undefined}
				src={previewUrl ?? undefined}
				aria-label={label}
				onError={() => setFailed(true)}
			>
				{tracks.map(({ url, language, label: name }, index) => (
					<track
						key={url}
						kind="captions"
						src={url}
						srcLang={language}
						label={name}
						default={index === 0}
					/>
				))}
			</video>
		);
	if (kind === 'audio')
		return (
			<div className="player sound">
				<Poster url={posterUrl} mediaType={details.mediaType} durationMs={details.durationMs} />
				<audio
					controls
					preload="metadata"
					src={previewUrl ?? undefined}
					aria-label={label}
					onError={() => setFailed(true)}
				/>
			</div>
		);
	if (kind === 'image') return <img className="player" src={previewUrl ?? undefined} alt={title} />;
	return (
		<div className="player still">
			<Poster url={posterUrl} mediaType={details.mediaType} durationMs={details.durationMs} />
			<p className="soft">{texts.preview.none}</p>
		</div>
	);
}

interface Track {
	url: string;
	language: string;
	label: string;
}

/** A browser plays captions of its own site only, so their text becomes an address of this page. */
function useTracks(tracks: PickerDetails['tracks']): Track[] {
	const [made] = useState(() =>
		tracks.map(({ language, label, webVtt }) => ({
			language,
			label,
			url: URL.createObjectURL(new Blob([webVtt], { type: 'text/vtt' })),
		})),
	);
	useEffect(() => () => made.forEach(({ url }) => URL.revokeObjectURL(url)), [made]);
	return made;
}
