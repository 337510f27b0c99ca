import { assets } from './library';
import type { Services } from './services';

/** What a media task has left on an asset of the simulated iconik. */
export interface TaskAsset {
	id: string;
	title: string;
	type: string;
	external_id: string | null;
	/** Of the latest version. */
	approval_status: string;
	collections: string[];
	metadata: Record<string, unknown>;
}

interface Entry {
	uid: string;
}

/** An editor writes an article that shows an asset through a media entry of the team's own type, or one without media. */
export async function createArticle(
	{ contentstack }: Services,
	title: string,
	assetIds: readonly string[] = [],
): Promise<string> {
	const create = async (contentType: string, fields: Record<string, unknown>) =>
		(await contentstack.control.act<Entry>('create-entry', { contentType, fields })).uid;
	const media: Array<Record<string, string>> = [];
	for (const [n, video_id] of assetIds.entries())
		media.push({
			uid: await create('media', { title: `${title} ${n + 1}`, video_id }),
			_content_type_uid: 'media',
		});
	return await create('article', { title, url: `/stories/${encodeURIComponent(title)}`, media });
}

/** An editor moves an article to a stage. */
export async function moveArticle(
	{ contentstack }: Services,
	uid: string,
	stage: string,
	more: { comment?: string; due_date?: string } = {},
): Promise<void> {
	await contentstack.control.act('move-stage', { contentType: 'article', uid, stage, ...more });
}

/** The name of the stage that an article is in. */
export async function stageOf({ contentstack }: Services, uid: string): Promise<string> {
	const path = `/content_types/article/entries/${uid}`;
	type Answer = { entry: { _workflow?: { name: string } } };
	const params = { include_workflow: true };
	const { data } = await contentstack.management.get<Answer>(path, { params });
	return data.entry._workflow?.name ?? '';
}

/** An administrator changes a stage of the first workflow. @returns what changes it back */
export async function changeStage(
	{ contentstack: { management } }: Services,
	name: string,
	change: object,
): Promise<() => Promise<void>> {
	type Workflow = { uid: string; workflow_stages: Array<{ name: string }> };
	const { data } = await management.get<{ workflows: Workflow[] }>('/workflows');
	const [workflow] = data.workflows;
	const put = async (workflow_stages: Workflow['workflow_stages']) => {
		const path = `/workflows/${workflow?.uid}`;
		const { status } = await management.put(path, { workflow: { ...workflow, workflow_stages } });
		if (status !== 200) throw new Error(`Contentstack answered ${status} to a change of a stage`);
	};
	const stages = workflow?.workflow_stages ?? [];
	await put(stages.map((stage) => (stage.name === name ? { ...stage, ...change } : stage)));
	return async () => await put(stages);
}

/** An asset with its metadata. @throws Error when there is none */
export async function taskAsset(services: Services, id: string): Promise<TaskAsset> {
	const found = (await assets(services)).find((asset) => asset.id === id);
	if (!found) throw new Error(`The library has no asset ${id}`);
	return found as unknown as TaskAsset;
}

/** The placeholder that was made for an article. */
export async function placeholderOf(
	services: Services,
	uid: string,
): Promise<TaskAsset | undefined> {
	const found = (await assets(services)).filter(({ external_id }) =>
		external_id?.startsWith(`article/${uid}/`),
	);
	if (found.length > 1) throw new Error(`There are ${found.length} placeholders for ${uid}`);
	return found[0] as unknown as TaskAsset | undefined;
}

/** The texts of the comments on an asset, oldest first. */
export async function commentsOn({ iconik }: Services, id: string): Promise<string[]> {
	type Answer = { objects?: Array<{ segment_text?: string; segment_type?: string }> };
	const { data } = await iconik.api.get<Answer>(`/assets/v1/assets/${id}/segments/`);
	return (data.objects ?? [])
		.filter(({ segment_type }) => segment_type === 'COMMENT')
		.map(({ segment_text }) => segment_text ?? '');
}

/** The messages that people got, as far as they say this. */
export async function messagesWith({ iconik }: Services, text: string): Promise<unknown[]> {
	type State = { notifications: Array<{ message_short?: string }> };
	const { notifications } = await iconik.control.state<State>();
	return notifications.filter(({ message_short }) => message_short?.includes(text));
}
