import { useState } from 'react';
import type { PickedMedia } from '../../../lib/pickerProtocol';
import { Chooser } from '../chooser/Chooser';
import { useChooserWindow } from '../chooserWindow/useChooserWindow';
import { countObjection } from '../host/fieldLimits';
import type { Host } from '../host/host';
import { Preview } from '../preview/Preview';
import { texts } from '../texts';
import { FailureNotice } from '../ui/FailureNotice';
import { Notice } from '../ui/Notice';
import { OfflineNotice } from '../ui/OfflineNotice';
import { FieldNotices } from './FieldNotices';
import { PickedList } from './PickedList';
import { useField } from './useField';
import { useRepick } from './useRepick';
import { useStates } from './useStates';

/** What the field holds, and the way to more. */
export function FieldView({ host }: { host: Host }) {
	const { limits, entry } = host;
	const field = useField(host);
	const { values } = field;
	const states = useStates(values);
	const [isChoosing, setChoosing] = useState(false);
	const [hasChosen, setHasChosen] = useState(false);
	const [previewed, setPreviewed] = useState<string | null>(null);
	const [removed, setRemoved] = useState<{ value: PickedMedia; index: number } | null>(null);
	const repick = useRepick(host, (value) =>
		field.change(values.map((one) => (one.id === value.id ? value : one))),
	);
	const posterOf = (id: string) => states.stateOf(id)?.item?.posterUrl ?? null;
	const back = () => {
		setChoosing(false);
		setHasChosen(true);
	};
	const done = (next: PickedMedia[]) => {
		back();
		setRemoved(null);
		field.change(next);
	};
	const ownWindow = useChooserWindow({ access: host.access, values, limits, entry }, done);

	if (isChoosing && ownWindow.state !== 'open')
		return (
			<div className="chooser-frame">
				{ownWindow.state === 'blocked' && (
					<Notice tone="warn">{texts.chooser.blockedWindow}</Notice>
				)}
				<Chooser
					values={values}
					posterOf={posterOf}
					limits={limits}
					entry={entry}
					onDone={done}
					onCancel={back}
					onOwnWindow={ownWindow.open}
				/>
			</div>
		);

	const setVersion = ({ id, name }: PickedMedia, pinnedVersionId: string | null) =>
		repick.mutate({ pick: { id, pinnedVersionId }, title: name });
	const remove = (value: PickedMedia) => {
		setRemoved({ value, index: values.indexOf(value) });
		field.change(values.filter((one) => one !== value));
	};
	const undo = () => {
		if (removed) field.change(values.toSpliced(removed.index, 0, removed.value));
		setRemoved(null);
	};
	const shown = values.find(({ id }) => id === previewed);
	const objection = countObjection(limits, values.length);
	const range = texts.limits.range(limits.min, limits.max);

	return (
		<section className="field" aria-label={texts.field.label}>
			<OfflineNotice />
			<FieldNotices field={field} states={states} hasValues={values.length > 0} />
			{repick.error && (
				<FailureNotice
					error={repick.error}
					onRetry={() => repick.variables && repick.mutate(repick.variables)}
				/>
			)}
			{values.length === 0 ? (
				<div className="empty">
					<strong>{texts.field.empty}</strong>
					<p>{texts.field.emptyHint}</p>
				</div>
			) : (
				<PickedList
					values={values}
					stateOf={states.stateOf}
					busyId={repick.isPending ? (repick.variables?.pick.id ?? null) : null}
					onChange={field.change}
					onPreview={({ id }) => setPreviewed(id)}
					onVersion={setVersion}
					onRemove={remove}
				/>
			)}
			{removed && (
				<Notice
					tone="info"
					action={
						<button type="button" className="button" onClick={undo}>
							{texts.actions.undo}
						</button>
					}
				>
					{texts.field.removed(removed.value.name)}
				</Notice>
			)}
			{ownWindow.state === 'open' ? (
				<Notice
					tone="info"
					action={
						<>
							<button type="button" className="button" onClick={ownWindow.show}>
								{texts.chooser.showWindow}
							</button>
							<button type="button" className="button" onClick={ownWindow.close}>
								{texts.chooser.chooseHere}
							</button>
						</>
					}
				>
					{texts.chooser.inWindow}
				</Notice>
			) : (
				<div className="field-foot">
					<button
						type="button"
						className="button primary"
						// Who comes back from choosing goes on from where it began.
						autoFocus={hasChosen}
						onClick={() => setChoosing(true)}
					>
						{texts.actions.choose}
					</button>
					<p role="status">
						{values.length > 0 && texts.field.picked(values.length)}
						{range && <span className="soft"> {range}</span>}
						{objection && values.length > 0 && <span className="bad-text"> {objection}</span>}
						{repick.isPending && <span className="soft"> {texts.field.waiting}</span>}
					</p>
				</div>
			)}
			{shown && (
				<Preview
					id={shown.id}
					title={shown.name}
					pinned={shown.version_policy === 'pinned' ? shown.version_id : null}
					isBusy={repick.isPending}
					onVersion={(_details, versionId) => setVersion(shown, versionId)}
					onClose={() => setPreviewed(null)}
				/>
			)}
		</section>
	);
}
