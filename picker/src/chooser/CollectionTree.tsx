import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CollectionChoice } from '../../../lib/pickerProtocol';
import { usePickerApi } from '../api/PickerContext';
import { texts } from '../texts';
import { FailureNotice } from '../ui/FailureNotice';
import { IconButton } from '../ui/IconButton';

interface Choosing {
	chosen: string | null;
	onChoose: (collection: CollectionChoice | null) => void;
}

/** The collections in scope; each level is fetched when it is opened. */
export function CollectionTree({ chosen, onChoose }: Choosing) {
	return (
		<div className="tree">
			<button
				type="button"
				className="branch-name"
				aria-pressed={chosen === null}
				onClick={() => onChoose(null)}
			>
				{texts.filters.wholeLibrary}
			</button>
			<Level chosen={chosen} onChoose={onChoose} />
		</div>
	);
}

function Level({ parent, ...choosing }: Choosing & { parent?: string }) {
	const api = usePickerApi();
	const { data, error, refetch } = useQuery({
		queryKey: ['collections', parent ?? null],
		queryFn: async ({ signal }) => (await api.collections(parent, signal)).collections,
	});
	if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
	return (
		<ul aria-busy={data === undefined}>
			{data?.map((collection) => (
				<Branch key={collection.id} collection={collection} {...choosing} />
			))}
		</ul>
	);
}

function Branch({ collection, chosen, onChoose }: Choosing & { collection: CollectionChoice }) {
	const [isOpen, setOpen] = useState(false);
	const { id, title, hasChildren } = collection;
	return (
		<li>
			<div className="branch">
				{hasChildren ? (
					<IconButton
						icon="chevron"
						className={isOpen ? 'turned' : ''}
						label={(isOpen ? texts.filters.collapse : texts.filters.expand)(title)}
						aria-expanded={isOpen}
						onClick={() => setOpen(!isOpen)}
					/>
				) : (
					<span className="no-children" />
				)}
				<button
					type="button"
					className="branch-name"
					aria-pressed={chosen === id}
					onClick={() => onChoose(chosen === id ? null : collection)}
				>
					{title}
				</button>
			</div>
			{isOpen && <Level parent={id} chosen={chosen} onChoose={onChoose} />}
		</li>
	);
}
