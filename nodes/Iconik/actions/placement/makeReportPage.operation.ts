import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Outcome } from '../../../../lib/batches';
import { dateOf } from '../../media/dates';
import type { Section } from '../../placements/reportPage/figures';
import { reportPage } from '../../placements/reportPage/page';
import { readReportRow } from '../../placements/reportPage/rows';
import { SECTIONS } from '../../placements/reportPage/sections';
import { givenIds, givenText } from '../given';
import type { ItemsOperation, Output } from '../operation';

const show = { resource: ['placement'], operation: ['makeReportPage'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'All items together become one page. Connect it behind Get Report: its items are the rows.',
		name: 'notice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Title',
		name: 'pageTitle',
		type: 'string',
		default: 'Media in use',
		required: true,
		displayOptions: { show },
	},
	{
		displayName: 'Reports',
		name: 'pageReports',
		type: 'multiOptions',
		options: [
			{ name: 'Expiring', value: 'expiring' },
			{ name: 'Missing Captions', value: 'missingCaptions' },
			{ name: 'Most Used', value: 'mostUsed' },
			{ name: 'Unused', value: 'unused' },
			{ name: 'Used Unapproved', value: 'usedUnapproved' },
		],
		default: ['usedUnapproved', 'expiring', 'missingCaptions', 'mostUsed', 'unused'],
		required: true,
		description: 'Which reports the page has. One without rows says that there is nothing to do.',
		displayOptions: { show },
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: 'media-report.html',
		required: true,
		displayOptions: { show },
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the output field that holds the file',
		displayOptions: { show },
	},
];

/** Makes one page of the rows of reports. It calls nothing: what it shows is what the items say. */
export const execute: ItemsOperation = async function () {
	const wanted = givenIds.call(this, 'pageReports', 0);
	const sections = (Object.keys(SECTIONS) as Section[]).filter((name) => wanted.includes(name));
	const rows = this.getInputData().flatMap(({ json }) => readReportRow(json) ?? []);
	const shown = rows.filter(({ report }) => sections.some((name) => name === report));
	const title = givenText.call(this, 'pageTitle', 0);
	const today = dateOf(Date.now());
	const page = reportPage({ title, rows: shown, sections, today });
	const fileName = givenText.call(this, 'fileName', 0);
	const binary = await this.helpers.prepareBinaryData(Buffer.from(page), fileName, 'text/html');
	const item: INodeExecutionData = {
		json: { title, file_name: fileName, date: today, rows: shown.length },
		binary: { [givenText.call(this, 'binaryPropertyName', 0)]: binary },
	};
	return this.getInputData().map((_, n): Outcome<Output> => ({
		ok: true,
		value: n === 0 ? item : [],
	}));
};
