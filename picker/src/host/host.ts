import type { SelectRequest, SessionRequest } from '../../../lib/pickerProtocol';
import type { FieldLimits } from './fieldLimits';
import type { StoredValue } from './storedValue';

/** What surrounds the page: Contentstack's entry form, or nobody when it stands alone. */
export interface Host {
	access: SessionRequest;
	limits: FieldLimits;
	entry: SelectRequest['entry'];
	/** What the field held when the page was opened. */
	stored: StoredValue;
	/**
	 * Puts the value into the form; it is saved when the editor saves the entry. `ids` go into a text field, where there is one.
	 * @returns the uid of that text field when it did not take them
	 * @throws when the form did not take the value
	 */
	store(value: unknown[], ids: string[]): Promise<{ mirrorFailed: string | null }>;
	/** Makes the frame this high, in pixels. */
	setHeight(height: number): void;
	/** Whether the page is in a frame that grows with what it shows. */
	isFramed: boolean;
}
