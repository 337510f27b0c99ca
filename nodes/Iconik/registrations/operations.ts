import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
} from 'n8n-workflow';
import { locatedId } from '../actions/collectionLocator';
import { idLocator, pickedId } from '../actions/idLocator';
import { limitFields, limitOf } from '../actions/limitFields';
import type { ItemOperation } from '../actions/operation';
import type { IconikClient } from '../transport/client';
import { labelOf, type Registered, type RegistrationKind } from './kind';
import { shown } from './shown';

interface Defined {
	description: INodeProperties[];
	execute: ItemOperation;
}

const capital = (text: string) => text.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());

const locator = (kind: RegistrationKind, operation: string, description?: string) =>
	idLocator({
		displayName: capital(kind.noun),
		name: `${kind.resource}Id`,
		searchListMethod: kind.searchListMethod,
		show: { resource: [kind.resource], operation: [operation] },
		...(description !== undefined && { description, required: false }),
	});

/** Get Many: iconik gives the whole list, so the limit only cuts it. */
export function getManyOf(kind: RegistrationKind): Defined {
	return {
		description: limitFields({ resource: [kind.resource], operation: ['getAll'] }),
		async execute(iconik, index) {
			const limit = limitOf.call(this, index);
			return (await kind.list(iconik)).slice(0, limit).map(shown);
		},
	};
}

/** Get Health: of one, or of all when none is picked. */
export function getHealthOf(kind: RegistrationKind): Defined {
	const show = { resource: [kind.resource], operation: ['getHealth'] };
	return {
		description: [
			locator(kind, 'getHealth', 'Which one; all when left empty'),
			{
				displayName: 'Only Unhealthy',
				name: 'onlyUnhealthy',
				type: 'boolean',
				default: false,
				description: 'Whether to return only what does not work',
				displayOptions: { show },
			},
		],
		async execute(iconik, index) {
			const isAll = locatedId.call(this, `${kind.resource}Id`, index) === '';
			const chosen = isAll
				? await kind.list(iconik)
				: [await picked.call(this, kind, iconik, index)];
			const states: IDataObject[] = [];
			for (const one of chosen) states.push(await stateOf(kind, iconik, one));
			const isOnly = this.getNodeParameter('onlyUnhealthy', index, false) === true;
			return isOnly ? states.filter(({ healthy }) => healthy !== true) : states;
		},
	};
}

async function stateOf(
	kind: RegistrationKind,
	iconik: IconikClient,
	one: Registered,
): Promise<IDataObject> {
	const { url = null } = shown(one);
	return { id: one.id, name: labelOf(one), url, ...(await kind.health(iconik, one)) };
}

/** Enable: what is on and healthy already is not written. */
export function enableOf(kind: RegistrationKind): Defined {
	return {
		description: [locator(kind, 'enable')],
		async execute(iconik, index) {
			const one = await picked.call(this, kind, iconik, index);
			const { healthy } = await kind.health(iconik, one);
			return shown(healthy ? one : await kind.enable(iconik, one));
		},
	};
}

export function deleteOf(kind: RegistrationKind): Defined {
	return {
		description: [locator(kind, 'delete')],
		async execute(iconik, index) {
			await kind.remove(iconik, await picked.call(this, kind, iconik, index));
			return { deleted: true };
		},
	};
}

/** The picked one out of the list, which alone tells all that is needed, such as the context of a custom action. */
async function picked(
	this: IExecuteFunctions,
	kind: RegistrationKind,
	iconik: IconikClient,
	index: number,
): Promise<Registered> {
	const wanted = pickedId.call(this, `${kind.resource}Id`, index, kind.noun);
	const found = (await kind.list(iconik)).find(({ id }) => id === wanted);
	if (found) return found;
	throw new NodeOperationError(this.getNode(), `iconik has no ${kind.noun} ${wanted}`, {
		itemIndex: index,
		description: 'It may have been deleted, or the user of the token may not see it.',
	});
}
