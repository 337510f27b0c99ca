import type { INodeProperties } from 'n8n-workflow';
import { entryPath } from '../../entries/entry';
import { readList } from '../../transport/paging';
import { limitFields, limitOf } from '../limitFields';
import type { ItemOperation } from '../operation';
import { readLocaleField } from './entryData.fields';
import { localeOf } from './entryValues';
import { located } from './locators';

const show = { resource: ['entry'], operation: ['getVersions'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	readLocaleField(show, 'Language whose versions are wanted: each has its own count'),
];

interface Version {
	_version: number;
	_version_name?: string;
	locale?: string;
	updated_at?: string;
	updated_by?: string;
}

/** One row a saved version, the newest first. */
export const execute: ItemOperation = async function (stack, index) {
	const locale = await localeOf(this, stack, index);
	const path = entryPath(located(this, 'contentType', index), located(this, 'entry', index));
	const versions = await readList<Version>(
		stack,
		`${path}/versions`,
		'versions',
		locale ? { locale } : {},
		limitOf(this, index),
	);
	return versions.map(({ _version, _version_name: name, locale: own, updated_at, updated_by }) => ({
		version: _version,
		name: name ?? null,
		locale: own ?? null,
		updated_at: updated_at ?? null,
		updated_by: updated_by ?? null,
	}));
};
