import { withContentstack } from '../../support/sandbox';
import { activate, receive } from './trigger';
import { deliveryBench } from './triggerBench';

const service = withContentstack({ fresh: 'test' });
const { create, itemsOf, on, receiver } = deliveryBench(service);

describe('a stage change', () => {
	interface State {
		workflows: Array<{ uid: string; workflow_stages: Array<{ uid: string; name: string }> }>;
	}
	async function stages() {
		const { workflows } = await service.state<State>();
		const [workflow] = workflows;
		const uidOf = (name: string) =>
			workflow?.workflow_stages.find((stage) => stage.name === name)?.uid ?? '';
		return { workflow: workflow?.uid ?? '', uidOf };
	}
	const move = async (uid: string, stage: string) =>
		await service.act('move-stage', { contentType: 'campaign', uid, stage });

	it.each(['nested', 'flat'])('is read the same from the %s payload', async (stagePayload) => {
		await service.act('choose-behaviour', { stagePayload });
		const setUp = on(['workflowStageChanged']);
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Ready for Media');
		const { uidOf, workflow } = await stages();
		expect(await itemsOf(setUp)).toMatchObject([
			{
				event: 'workflow_stage_changed',
				entry_uid: uid,
				content_type: 'campaign',
				locale: 'en-us',
				stage: 'Ready for Media',
				stage_uid: uidOf('Ready for Media'),
				workflow: 'Editorial',
				workflow_uid: workflow,
				is_current: true,
				entry: { uid },
			},
		]);
	});

	it.each(['nested', 'flat'])(
		'counts by the stage that the entry is in now (%s payload)',
		async (stagePayload) => {
			await service.act('choose-behaviour', { stagePayload });
			const { uidOf } = await stages();
			const setUp = on(['workflowStageChanged'], { stages: [uidOf('Review')] });
			await activate(service, setUp);
			const { uid } = await create();
			await move(uid, 'Review');
			const [early] = await receiver.deliveries();
			await move(uid, 'Approved');
			await receiver.deliveries(2);
			const late = await receive(service, early?.raw ?? '', early?.headers ?? {}, setUp);
			expect(late).toMatchObject({ items: undefined, response: { ended: false } });
			await move(uid, 'Review');
			const [last] = (await receiver.deliveries(3)).slice(2);
			const { items } = await receive(service, last?.raw ?? '', last?.headers ?? {}, setUp);
			expect(items).toMatchObject([{ stage: 'Review' }]);
		},
	);

	it('of another stage is not even sent when workflow and stage are chosen', async () => {
		const { workflow, uidOf } = await stages();
		const setUp = on(['workflowStageChanged'], { workflow, stages: [uidOf('Approved')] });
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Review');
		await move(uid, 'Approved');
		expect(await itemsOf(setUp)).toMatchObject([{ stage: 'Approved' }]);
		expect(receiver.calls).toHaveLength(1);
	});

	it('starts with what the delivery said while the entry cannot be read', async () => {
		const setUp = on(['workflowStageChanged']);
		await activate(service, setUp);
		const { uid } = await create();
		await move(uid, 'Review');
		await receiver.deliveries();
		await service.faults([
			{ fault: 'error-before-storing', status: 503, match: { path: '*/entries/*' } },
		]);
		expect(await itemsOf(setUp)).toMatchObject([{ stage: 'Review', is_current: false }]);
	});
});
