import type { PickerItem } from '../../../lib/pickerProtocol';
import { sideBySide } from '../../../lib/batches';
import { BriefMemory } from '../../../lib/briefMemory';
import type { Serving } from './serving';

const TIMEOUT_MS = 5000;
const WIDTH = 10;

/** Larger ones are no thumbnails; they are left out rather than blown up by a third in every answer. */
const LARGEST_BYTES = 300_000;
const MIME_TYPE = /^image\/(jpeg|png|webp|gif|avif)$/;

/** About 60 MB at most, at the 20 to 30 kB that a keyframe has. */
const pictures = new BriefMemory<string | null>(5 * 60_000, Date.now, 2000);

/**
 * The items with their pictures inside the answer, for teams whose browsers shall not see iconik's signed addresses: n8n fetches what
 * iconik itself has just named, side by side, and keeps it for some minutes. One answer still holds the whole grid; a request for each
 * picture would be 40 a page, where an n8n process answers some 34 a second in all. The default is to hand out the addresses: n8n then
 * moves no bytes, the browser loads the pictures while the grid is there already, and they end within minutes, as in iconik's own pages.
 */
export async function withPictures<T extends Pick<PickerItem, 'id' | 'posterUrl'>>(
	serving: Serving,
	items: T[],
): Promise<T[]> {
	if (serving.setUp.pictures === 'direct') return items;
	const outcomes = await sideBySide(items, WIDTH, async ({ posterUrl }) =>
		posterUrl ? await pictureOf(serving, posterUrl) : null,
	);
	return items.map((item, n) => {
		const outcome = outcomes[n];
		return { ...item, posterUrl: outcome?.ok ? outcome.value : null };
	});
}

async function pictureOf({ context, iconik }: Serving, url: string): Promise<string | null> {
	// The signature changes, the picture does not.
	const key = `${iconik.origin} ${iconik.appId} ${url.split('?')[0]}`;
	return await pictures.get(key, async () => {
		const { headers, body } = (await context.helpers.httpRequest({
			url,
			encoding: 'arraybuffer',
			returnFullResponse: true,
			timeout: TIMEOUT_MS,
		})) as { headers: Record<string, unknown>; body: Buffer };
		const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
		const bytes = Buffer.from(body);
		if (!MIME_TYPE.test(type) || bytes.length > LARGEST_BYTES) return null;
		return `data:${type};base64,${bytes.toString('base64')}`;
	});
}
