import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

type When = (more?: IDisplayOptions['show']) => IDisplayOptions;

const ofRightsView = { loadOptionsMethod: 'getRightsFields', loadOptionsDependsOn: ['rightsView'] };

/**
 * Where the usage rights are in iconik's metadata.
 * @param when shows a field under the conditions of its operation and under these further ones
 */
export function rightsFields(when: When = (show = {}) => ({ show })): INodeProperties[] {
	const hasRights = when({ rightsView: [{ _cnd: { not: '' } }] });
	const rightsField = (displayName: string, name: string, value: string): INodeProperties => ({
		displayName: `${displayName} Field Name or ID`,
		name,
		type: 'options',
		typeOptions: ofRightsView,
		default: value,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		displayOptions: hasRights,
	});
	return [
		{
			displayName: 'Usage Rights View Name or ID',
			name: 'rightsView',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getViewsOrNone' },
			default: '',
			description:
				'The metadata view that holds the usage rights. None: rights are not looked at. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			displayOptions: when(),
		},
		rightsField('Rights Start', 'rightsStartField', 'RightsStart'),
		rightsField('Rights Expiry', 'rightsExpiryField', 'RightsExpiry'),
		rightsField('Rights Holder', 'rightsHolderField', 'RightsHolder'),
		rightsField('Territories', 'rightsTerritoriesField', 'Territories'),
		rightsField('Usage Notes', 'rightsNotesField', 'UsageNotes'),
		{
			displayName: 'Expiring Within (Days)',
			name: 'expiringWithinDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'Rights that end within so many days are reported as expiring',
			displayOptions: hasRights,
		},
	];
}
