import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { texts } from '../texts';
import { IconButton } from './IconButton';

/** A dialog above the page. The browser keeps the focus inside, closes it on escape and gives the focus back. */
export function Modal({
	title,
	className = '',
	onClose,
	children,
}: {
	title: string;
	className?: string;
	onClose: () => void;
	children: ReactNode;
}) {
	const dialog = useRef<HTMLDialogElement>(null);
	// Closed while it is still in the page, it gives the focus back to where it was.
	useLayoutEffect(() => {
		const element = dialog.current;
		element?.showModal();
		return () => element?.close();
	}, []);
	return (
		<dialog
			ref={dialog}
			className={`modal ${className}`}
			aria-label={title}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => event.target === dialog.current && onClose()}
		>
			<div className="modal-inner">
				<IconButton
					className="modal-close"
					icon="close"
					label={texts.actions.close}
					onClick={onClose}
				/>
				{children}
			</div>
		</dialog>
	);
}
