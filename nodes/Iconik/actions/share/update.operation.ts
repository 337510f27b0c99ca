import { NodeOperationError, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { changedKeys } from '../../../../lib/comparison';
import { toInstant } from '../../media/dates';
import type { Share } from '../../types';
import { pickedId } from '../idLocator';
import { simplifyField } from '../limitFields';
import type { ItemOperation } from '../operation';
import { futureEnd, RIGHTS, rightFields, shareLocator, sharesPath } from './fields';
import { simplified } from './show';

const show = { resource: ['share'], operation: ['update'] };

export const description: INodeProperties[] = [
	shareLocator('update'),
	{
		displayName: 'Changes',
		name: 'changes',
		type: 'collection',
		placeholder: 'Add Change',
		default: {},
		description: 'What is not named stays. iconik does not let a password be changed.',
		displayOptions: { show },
		options: [
			...rightFields,
			{
				displayName: 'Ends At',
				name: 'expires',
				type: 'dateTime',
				default: '',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
			},
		],
	},
	simplifyField(show),
];

/** iconik takes a share only as a whole, so what is there is sent along. */
const KEPT = [
	...RIGHTS.map(({ name }) => name),
	'allow_user_search_for_mentions',
	'show_watermark',
	'is_approval',
	'expires',
	'message',
	'metadata_views',
	'project_id',
	'title',
	'upload_storage_id',
];

export const execute: ItemOperation = async function (iconik, index) {
	const id = pickedId.call(this, 'shareId', index, 'share');
	const path = `${sharesPath.call(this, index)}${encodeURIComponent(id)}/` as const;
	const changes = { ...(this.getNodeParameter('changes', index, {}) as IDataObject) };
	if (changes.expires) changes.expires = futureEnd.call(this, changes.expires as string);
	else delete changes.expires;
	const present = await iconik.request<Share & IDataObject>({ path });
	const isSimple = this.getNodeParameter('simplify', index, true) === true;
	if (isSameShare(present, changes)) return isSimple ? simplified(present) : present;
	const kept = KEPT.filter((name) => present[name] !== undefined && present[name] !== null);
	const body = {
		...Object.fromEntries(kept.map((name) => [name, present[name]])),
		...changes,
	};
	if (!changes.expires && (toInstant(present.expires) ?? Infinity) <= Date.now())
		throw new NodeOperationError(this.getNode(), `The share ended on ${present.expires}`, {
			description: 'Enter a new end as well, or make a new link.',
		});
	const share = await iconik.request<Share & IDataObject>({ method: 'PUT', path, body });
	return isSimple ? simplified(share) : share;
};

/** Dates are compared as moments: iconik writes them in another form than they are sent in. */
function isSameShare(present: IDataObject, changes: IDataObject): boolean {
	const plain = (share: IDataObject) => ({
		...share,
		expires: toInstant(share.expires as string | undefined),
	});
	return changedKeys(plain(present), plain(changes)).length === 0;
}
