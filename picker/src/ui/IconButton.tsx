import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon';

type Props = Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string };

/** A button with a picture; its label is read out and shown on hovering. */
export function IconButton({ icon, label, className = '', ...rest }: Props) {
	return (
		<button
			type="button"
			className={`icon-button ${className}`}
			aria-label={label}
			title={label}
			{...rest}
		>
			<Icon name={icon} />
		</button>
	);
}
