import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withContentstack } from '../../support/sandbox';
import { byId, run } from './runContentstack';

const service = withContentstack({ fresh: 'test' });
const picker: INodeParameters = {
	resource: 'extension',
	operation: 'installIconikPicker',
	pickerUrl: 'https://n8n.example.com/webhook/picker',
	config: '{"domain": "app.iconik.io"}',
};
const go = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { json, error } = await run(service, parameters, items);
	expect(error).toBeUndefined();
	return json;
};
const all = async (more: INodeParameters = {}) =>
	await go({ resource: 'extension', operation: 'getAll', returnAll: true, ...more });
const writes = async () => (await service.calls('write')).map(({ method }) => method);

it('the picker is installed once, for several items too', async () => {
	const answers = await go(picker, [{}, {}, {}]);
	expect(answers.map(({ result }) => result)).toEqual(['created', 'unchanged', 'unchanged']);
	expect(new Set(answers.map(({ uid }) => uid)).size).toBe(1);
	expect(await writes()).toEqual(['POST']);
	expect(await all()).toMatchObject([
		{
			uid: answers[0]?.uid,
			title: 'iconik Picker',
			type: 'field',
			data_type: 'json',
			url: 'https://n8n.example.com/webhook/picker',
			tags: ['iconik'],
		},
	]);
});

it('the picker that is there gets a new address and configuration', async () => {
	const [first] = await go(picker);
	const moved = { ...picker, pickerUrl: 'https://other.example.com/picker' };
	expect(await go(moved)).toMatchObject([{ result: 'updated', uid: first?.uid }]);
	expect(await go({ ...moved, config: '{ "domain": "eu.iconik.io" }' })).toMatchObject([
		{ result: 'updated', uid: first?.uid },
	]);
	const [raw] = await all({ simplify: false });
	expect(raw).toMatchObject({
		src: 'https://other.example.com/picker',
		config: '{"domain":"eu.iconik.io"}',
	});
	expect(await go({ ...moved, extensionTitle: 'Second' })).toMatchObject([{ result: 'created' }]);
});

it('the picker whose answer was lost is found and not made twice', async () => {
	await service.faults([
		{ fault: 'reset-after-storing', match: { method: 'POST', path: '*/extensions', times: 1 } },
	]);
	expect(await go(picker)).toMatchObject([{ result: 'created' }]);
	expect(await all()).toHaveLength(1);
});

it('an extension is deleted', async () => {
	const [{ uid } = { uid: '' }] = await go(picker);
	const remove = { resource: 'extension', operation: 'delete', extension: byId(String(uid)) };
	expect(await go(remove)).toEqual([{ deleted: true }]);
	expect(await all()).toEqual([]);
	const { error } = await run(service, remove);
	expect(error).toMatchObject({ httpCode: '404', message: expect.stringContaining('not found') });
});

it.each([
	[{ pickerUrl: 'picker.html' }, '"picker.html" is not the address of a page'],
	[{ pickerUrl: 'javascript:alert(1)' }, 'is not the address of a page'],
	[{ config: '[]' }, 'Config (JSON) is not a valid JSON object'],
])('%j is refused before any call', async (change, words) => {
	const { error } = await run(service, { ...picker, ...change });
	expect(error?.message).toContain(words);
	expect(await service.calls()).toEqual([]);
});
