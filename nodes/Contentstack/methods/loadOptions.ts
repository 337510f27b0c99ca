import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { kindOf, readContentType } from '../schema/contentType';
import { environmentsOf, localesOf } from '../transport/stackLists';
import { chosenContentType, openForEditor } from './editor';

/** Environments by name. */
export async function getEnvironments(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const environments = await environmentsOf(await openForEditor.call(this));
	return environments.map(({ name, urls }) => ({
		name,
		value: name,
		...(urls?.[0] && { description: urls[0].url }),
	}));
}

/** Languages by code. */
export async function getLocales(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const locales = await localesOf(await openForEditor.call(this));
	return locales.map(({ code, name, fallback_locale }) => ({
		name: fallback_locale ? name : `${name} (Master)`,
		value: code,
		description: code,
	}));
}

/** Languages by code, with a choice that leaves it at the master language. */
export async function getLocalesOrMaster(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return [{ name: 'Master Language', value: '' }, ...(await getLocales.call(this))];
}

const MATCHABLE = ['text', 'number', 'select'];

/** The fields of the chosen content type that an entry can be found by, unique ones first. */
export async function getMatchFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const contentType = chosenContentType(this);
	const { schema } = await readContentType(await openForEditor.call(this), contentType);
	return schema
		.filter((field) => MATCHABLE.includes(kindOf(field)) && !field.multiple)
		.sort((a, b) => Number(b.unique ?? false) - Number(a.unique ?? false))
		.map(({ uid, display_name, unique }) => ({
			name: unique ? `${display_name} (Unique)` : display_name,
			value: uid,
			description: uid,
		}));
}
