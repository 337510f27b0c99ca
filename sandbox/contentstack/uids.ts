import { randomBytes } from 'crypto';

/** A uid as the service makes them for entries, assets, environments and so on: `blt` and 16 hex digits. */
export function newUid(): string {
	return `blt${randomBytes(8).toString('hex')}`;
}

/** The uid of one item of a repeating group or of one modular block: `cs` and 16 hex digits. */
export function newItemUid(): string {
	return `cs${randomBytes(8).toString('hex')}`;
}

/** The part of an asset's address that changes with every uploaded file: 24 hex digits. */
export function newUploadUid(): string {
	return randomBytes(12).toString('hex');
}
