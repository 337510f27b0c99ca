import axios from 'axios';
import { eventually } from '../../support/eventually';
import { withContentstack } from '../../support/sandbox';
import { deliveryStack, managementStack, refusal } from './clients';

const service = withContentstack();
const stack = () => deliveryStack(service.connection);

interface DeliveredAsset {
	uid: string;
	title: string;
	filename: string;
	url: string;
	dimension?: { width: number; height: number };
}

async function found(filename: string): Promise<DeliveredAsset | undefined> {
	const { assets = [] } = await stack()
		.asset()
		.query()
		.equalTo('filename', filename)
		.find<DeliveredAsset>();
	return assets[0];
}

it('finds an asset by its file name and reads it, with its size when that is asked for', async () => {
	const hero = await found('hero.png');
	const read = await stack()
		.asset(hero?.uid ?? '')
		.includeDimension()
		.fetch<DeliveredAsset>();
	expect(read).toMatchObject({ filename: 'hero.png', dimension: { width: expect.any(Number) } });
	const { data, headers } = await axios.get<ArrayBuffer>(read.url, {
		responseType: 'arraybuffer',
		proxy: false,
	});
	expect(headers['content-type']).toBe('image/png');
	expect(Buffer.from(data).subarray(1, 4).toString()).toBe('PNG');
});

it('lists the assets that are published, counted', async () => {
	const { assets = [], count } = await stack()
		.asset()
		.query()
		.includeCount()
		.limit(2)
		.find<DeliveredAsset>();
	expect(assets).toHaveLength(2);
	expect(count).toBe(3);
});

it('does not serve an asset any more once it is unpublished', async () => {
	const workshop = await found('workshop.png');
	await managementStack(service.connection)
		.asset(workshop?.uid ?? '')
		.unpublish({ publishDetails: { locales: ['en-us'], environments: ['production'] } });
	const answer = await eventually(
		async () =>
			await refusal(
				stack()
					.asset(workshop?.uid ?? '')
					.fetch(),
			),
	);
	expect(answer.errorCode).toBe(145);
	expect(await found('workshop.png')).toBeUndefined();
});
