import { writeValues } from '../../../nodes/Iconik/media/metadataWrite';
import type { IconikClient } from '../../../nodes/Iconik/transport/client';

interface Put {
	body: { metadata_values: Record<string, { field_values: unknown[]; mode?: string }> };
}

const stored = (values: string[]) => ({
	metadata_values: { Tags: { field_values: values.map((value) => ({ value })) } },
});

const asset = { type: 'assets', id: 'a1' } as const;

it('takes the values out one by one where iconik does not let an empty list clear a field', async () => {
	const sent: Put['body'][] = [];
	const iconik = {
		find: async () => stored(['a', 'b']),
		request: async ({ body }: Put) => {
			sent.push(body);
			return stored(body.metadata_values.Tags?.mode === 'delete' ? [] : ['a', 'b']);
		},
	} as unknown as IconikClient;
	const written = await writeValues(iconik, asset, 'v1', { Tags: [] }, 'overwrite');
	expect(written).toEqual({ changed: ['Tags'], metadata: { Tags: null } });
	expect(sent).toEqual([
		{ metadata_values: { Tags: { field_values: [] } } },
		{
			metadata_values: { Tags: { field_values: [{ value: 'a' }, { value: 'b' }], mode: 'delete' } },
		},
	]);
});
