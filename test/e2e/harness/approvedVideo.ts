import { pressCustomAction } from '../../../sandbox/client/library';
import { outputsOf, type Execution } from '../../../sandbox/n8n/execution';
import type { ImportedWorkflow } from '../../../sandbox/n8n/instance';
import { writesSoFar } from './replay';
import { runsAfter } from './runs';
import { connectSuite, type Suite } from './suite';

const BUTTON = 'Send to Contentstack';

/** The template of the approved video at work for the tests of a block, as a team has set it in Config. */
export class ApprovedVideo {
	suite!: Suite;
	private workflow!: ImportedWorkflow;

	constructor(config: Record<string, unknown>) {
		beforeAll(async () => {
			this.suite = await connectSuite();
			const setUp = await this.suite.importWorkflow('00-set-up.json');
			expect((await this.suite.n8n.run(setUp)).status).toBe('success');
			const template = '01-approved-video-to-contentstack.json';
			this.workflow = await this.suite.importWorkflow(template, config);
			await this.suite.n8n.publish(this.workflow);
		});
		afterAll(async () => await this.suite.n8n.removeWorkflow(this.workflow));
	}

	/** Somebody in iconik does something that one event is sent of. */
	async act(action: string, id: string): Promise<Execution> {
		const [run] = await runsAfter(this.suite, this.workflow, 1, async () => {
			await this.suite.iconik.control.act(action, { asset_id: id });
		});
		return run as Execution;
	}

	/** Somebody presses the button on the asset, several times at the same moment. */
	async press(id: string, times = 1): Promise<Execution> {
		const runs = await runsAfter(this.suite, this.workflow, times, async () => {
			const presses = Array.from({ length: times }, async () => {
				await pressCustomAction(this.suite, BUTTON, id);
			});
			await Promise.all(presses);
		});
		return runs.at(-1) as Execution;
	}

	/** How often Contentstack has been written to. */
	async writes(): Promise<number> {
		return (await writesSoFar(this.suite)).contentstack;
	}

	/** How often it was written to while something ran. */
	async writesOf(work: () => Promise<unknown>): Promise<number> {
		const before = await this.writes();
		await work();
		return (await this.writes()) - before;
	}
}

/** The records that a node put out. */
export const records = (run: Execution, node: string) =>
	(outputsOf(run, node)[0] ?? []).map(({ json }) => json);
