import { eventually } from '../../support/eventually';
import { RecordingServer } from '../../support/recordingServer';
import { withContentstack } from '../../support/sandbox';
import { managementStack, refusal } from './clients';

const service = withContentstack();
const stack = () => managementStack(service.connection);
let status = 200;
const receiver = new RecordingServer(() => ({ status, body: { seen: true } }));
let target = '';
beforeAll(async () => {
	target = `${await receiver.listen()}/hook`;
});
afterAll(async () => await receiver.close());

const webhook = (name: string, more: object = {}) => ({
	webhook: {
		name,
		destinations: [
			{ target_url: target, custom_header: [{ header_name: 'X-Secret', value: 's3cret' }] },
		],
		channels: ['content_types.media.entries.create'],
		branches: ['main'],
		retry_policy: 'manual',
		disabled: false,
		concise_payload: true,
		...more,
	},
});

let count = 0;
const makeMedia = async () => {
	count += 1;
	const entry = { title: `Clip ${count}`, video_id: `clip-${count}` };
	return await stack().contentType('media').entry().create({ entry });
};

it('registers a webhook that then is called, and hides its secrets when it is read', async () => {
	const made = await stack().webhook().create(webhook('SDK hook'));
	const read = await stack().webhook(made.uid).fetch();
	expect(read).toMatchObject({ name: 'SDK hook', retry_policy: 'manual', concise_payload: true });
	expect(JSON.stringify(read)).not.toContain('s3cret');

	const entry = await makeMedia();
	await eventually(() => expect(receiver.calls).toHaveLength(1));
	const call = receiver.calls.at(-1);
	expect(call?.headers['x-secret']).toBe('s3cret');
	expect(JSON.parse(call?.body ?? '')).toMatchObject({
		module: 'entry',
		event: 'create',
		data: { entry: { uid: entry.uid }, content_type: { uid: 'media' } },
	});
	await stack().webhook(made.uid).delete();
});

it('is updated, found in the list and deleted', async () => {
	const made = await stack().webhook().create(webhook('Changing'));
	Object.assign(made, { name: 'Changed', channels: ['assets.create'] });
	await made.update();
	const { items } = await stack().webhook().fetchAll({});
	expect(items).toEqual([
		expect.objectContaining({ uid: made.uid, name: 'Changed', channels: ['assets.create'] }),
	]);
	await stack().webhook(made.uid).delete();
	expect((await refusal(stack().webhook(made.uid).fetch())).errorCode).toBe(141);
});

it('is told of a name that is taken', async () => {
	const made = await stack().webhook().create(webhook('Taken'));
	const answer = await refusal(stack().webhook().create(webhook('Taken')));
	expect(answer.errors.name).toEqual(['is not unique.']);
	await stack().webhook(made.uid).delete();
});

it('finds a delivery that failed and has it sent again', async () => {
	const made = await stack().webhook().create(webhook('Failing'));
	status = 500;
	await makeMedia();
	const failed = async () =>
		(
			await stack()
				.webhook(made.uid)
				.executions({ query: { status: { $gte: '400', $lte: '599' } } })
		).webhooks;
	await eventually(async () => expect(await failed()).toHaveLength(1));
	status = 200;
	const before = receiver.calls.length;
	const [execution] = await failed();
	await stack()
		.webhook(made.uid)
		.retry(execution?.uid ?? '');
	await eventually(() => expect(receiver.calls).toHaveLength(before + 1));
	await eventually(async () => expect(await failed()).toHaveLength(0));
	await stack().webhook(made.uid).delete();
});
