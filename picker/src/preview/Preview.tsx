import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PickerDetails } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { texts } from '../texts';
import { rightsText } from '../ui/Badges';
import { FailureNotice } from '../ui/FailureNotice';
import { formatDate, formatDuration, languageName, mediaTypeName, sentences } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Modal } from '../ui/Modal';
import { Notice } from '../ui/Notice';
import { Player } from './Player';
import { Versions } from './Versions';

/** One item as large as the frame allows: it plays, says how it stands, and offers its versions. */
export function Preview({
	id,
	title,
	pinned,
	isBusy = false,
	footer,
	onVersion,
	onClose,
}: {
	id: string;
	title: string;
	pinned: string | null;
	isBusy?: boolean;
	/** What can be done with it at the version that is shown, once it is loaded. */
	footer?: (details: PickerDetails, pinned: string | null) => ReactNode;
	onVersion: (details: PickerDetails, pinned: string | null) => void;
	onClose: () => void;
}) {
	const api = usePickerApi();
	const [version, setVersion] = useState(pinned);
	const { data, error, isPlaceholderData, refetch } = useQuery({
		queryKey: ['asset', id, version],
		queryFn: async ({ signal }) => await api.asset(id, version ?? undefined, signal),
		placeholderData: keepPreviousData,
	});
	return (
		<Modal
			title={texts.preview.title(title || texts.untitled)}
			className="preview"
			onClose={onClose}
		>
			<h2>{data?.title || title || texts.untitled}</h2>
			{error && <FailureNotice error={error} onRetry={() => void refetch()} />}
			{!data && !error && (
				<div className="preview-body" role="status" aria-label={texts.preview.loading}>
					<div className="player skeleton" />
					<div className="skeleton line" />
				</div>
			)}
			{data && (
				<div className="preview-body" aria-busy={isPlaceholderData}>
					<Player key={data.previewUrl} details={data} />
					<div className="preview-facts">
						{data.holdReasons.length > 0 && (
							<Notice tone="bad" title={texts.preview.mayNot}>
								{data.holdReasons.map((reason) => (
									<p key={reason}>{sentences([reason])}</p>
								))}
							</Notice>
						)}
						<Facts details={data} />
						<Versions
							versions={data.versionList}
							pinned={version}
							disabled={isBusy || isPlaceholderData}
							onChange={(chosen) => {
								setVersion(chosen);
								onVersion(data, chosen);
							}}
						/>
						<div className="preview-footer">
							{footer?.(data, version)}
							<a className="link" href={webAddress(data.webUrl)} target="_blank" rel="noreferrer">
								{texts.actions.openInIconik}
								<Icon name="window" />
							</a>
						</div>
					</div>
				</div>
			)}
		</Modal>
	);
}

function Facts({ details }: { details: PickerDetails }) {
	const { mediaType, durationMs, width, height, createdAt, fullRights, tracks, description } =
		details;
	const technical = [
		mediaType && mediaTypeName(mediaType),
		durationMs && formatDuration(durationMs),
		width && height && `${width} × ${height}`,
		createdAt && formatDate(createdAt),
	].filter(Boolean);
	const captions = tracks.map(({ language, closedCaptions }) =>
		texts.preview.caption(languageName(language), closedCaptions),
	);
	const facts: Array<[string, string | null]> = [
		[texts.preview.details, technical.join(' · ')],
		[texts.preview.approval, texts.approvals[details.approval]],
		[texts.preview.rights, withDate(texts.rights[fullRights.status], rightsText(fullRights))],
		[texts.preview.holder, fullRights.holder],
		[texts.preview.territories, fullRights.territories.join(', ')],
		[texts.preview.notes, fullRights.notes],
		[texts.preview.captions, captions.join(', ') || texts.preview.noCaptions],
		[texts.preview.description, description],
	];
	return (
		<dl className="fact-list">
			{facts.map(
				([name, value]) =>
					value && (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{value}</dd>
						</div>
					),
			)}
		</dl>
	);
}

const withDate = (word: string, date: string) => (word === date ? word : `${word} · ${date}`);

/** Only an address of the web becomes a link: anything else could be a script. */
function webAddress(url: string): string | undefined {
	return /^https?:\/\//i.test(url) ? url : undefined;
}
