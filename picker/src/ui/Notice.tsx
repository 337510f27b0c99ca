import type { ReactNode } from 'react';
import { Icon } from './Icon';

export type Tone = 'bad' | 'warn' | 'info';

/** A message in its place. `isUrgent` has it read out at once. */
export function Notice({
	tone,
	title,
	children,
	action,
	isUrgent = false,
}: {
	tone: Tone;
	title?: string;
	children?: ReactNode;
	action?: ReactNode;
	isUrgent?: boolean;
}) {
	return (
		<div className={`notice ${tone}`} role={isUrgent ? 'alert' : 'status'}>
			<Icon name={tone === 'info' ? 'info' : 'warning'} />
			<div className="notice-text">
				{title && <strong>{title}</strong>}
				{children && <div>{children}</div>}
			</div>
			{action && <div className="notice-action">{action}</div>}
		</div>
	);
}
