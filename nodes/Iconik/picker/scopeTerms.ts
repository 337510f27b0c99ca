import type { IDataObject } from 'n8n-workflow';
import { oneOf } from '../transport/searchTerms';
import type { PickerScope } from './scope';

/** A filter of iconik's search. */
export interface Filter extends IDataObject {
	operator: 'AND' | 'OR';
	terms?: IDataObject[];
	filters?: Filter[];
}

/**
 * The scope as conditions that every search carries. iconik's index knows the approval of an asset's latest version: while a new
 * version waits, the asset is not found with "approved only", though an entry that has picked it keeps it.
 */
export function scopeFilter(scope: PickerScope): Filter {
	const terms = [oneOf('status', ['ACTIVE'])];
	if (scope.approvedOnly) terms.push(oneOf('approval_status', ['APPROVED']));
	if (scope.mediaTypes.length > 0) terms.push(oneOf('media_type', scope.mediaTypes));
	const filters = scope.collectionIds.length > 0 ? [inCollections(scope, scope.collectionIds)] : [];
	return { operator: 'AND', terms, filters };
}

/** What is in one of these collections, and below them where the scope reaches below. */
export function inCollections(
	{ withSubcollections }: Pick<PickerScope, 'withSubcollections'>,
	ids: readonly string[],
): Filter {
	const direct = oneOf('in_collections', ids);
	const below = oneOf('ancestor_collections', ids);
	return { operator: 'OR', terms: withSubcollections ? [direct, below] : [direct] };
}
