import type { IDataObject } from 'n8n-workflow';
import { eventually } from '../../support/eventually';
import { RecordingServer, type ReceivedCall } from '../../support/recordingServer';
import { receive, type Service, type SetUp } from './trigger';

/** A server that takes what the simulator sends to a trigger. */
export class Receiver {
	private answer = 200;
	private readonly server = new RecordingServer(() => ({ status: this.answer }));
	private base = '';

	async open(): Promise<void> {
		this.base = `${await this.server.listen()}/webhook`;
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	/** Sets a trigger up at this server. */
	at(setUp: SetUp): SetUp {
		return { webhookBaseUrl: this.base, ...setUp };
	}

	answers(status: number): void {
		this.answer = status;
	}

	forget(): void {
		this.server.calls.length = 0;
		this.answer = 200;
	}

	get calls(): ReceivedCall[] {
		return this.server.calls;
	}

	/** The deliveries, once there are as many. */
	async deliveries(count = 1): Promise<Array<{ raw: string; headers: Record<string, string> }>> {
		await eventually(() => {
			if (this.calls.length < count)
				throw new Error(`Contentstack sent ${this.calls.length} deliveries instead of ${count}`);
		});
		return this.calls.map(({ body, headers }) => ({
			raw: body,
			headers: headers as Record<string, string>,
		}));
	}
}

export interface Made extends IDataObject {
	uid: string;
}

/** Lets the simulator of a test file send to a trigger, from the first test to the last. */
export function deliveryBench(service: Service) {
	const receiver = new Receiver();
	beforeAll(async () => await receiver.open());
	beforeEach(() => receiver.forget());
	afterAll(async () => await receiver.close());
	return {
		receiver,
		/** A trigger for these events. */
		on: (events: string[], more: IDataObject = {}): SetUp =>
			receiver.at({ parameters: { events, ...more } as SetUp['parameters'] }),
		/** A person creates an entry. */
		create: async (contentType = 'campaign', fields: IDataObject = {}) =>
			await service.act<Made>('create-entry', {
				contentType,
				fields: { title: `Made ${Math.random()}`, ...fields },
			}),
		/** The items of the deliveries so far, once there are as many. */
		async itemsOf(setUp: SetUp, count = 1): Promise<IDataObject[]> {
			const items: IDataObject[] = [];
			for (const { raw, headers } of await receiver.deliveries(count))
				items.push(...((await receive(service, raw, headers, setUp)).items ?? []));
			return items;
		},
	};
}
