import { isSameSecret } from '../../../lib/constantTime';
import type { Tenant } from '../tenant';

/** The page behind a share link. A share that has ended, or whose asset is blocked or gone, shows that instead. */
export function sharePage(
	{ store, urls }: Tenant,
	id: string,
	hash: string | undefined,
): { status: number; html: string } {
	const share = store.shares.get(id);
	if (!share || !isSameSecret(hash, share.code))
		return { status: 404, html: document('Not found', '<p>This share does not exist.</p>') };
	if (Date.parse(share.expires) < store.clock.now().getTime())
		return { status: 410, html: document('Expired', '<p>This share has expired.</p>') };
	const asset = store.assets.get(share.object_id);
	const object = asset ?? store.collections.get(share.object_id);
	if (!object || object.status === 'DELETED' || asset?.is_blocked)
		return { status: 403, html: document('Not available', '<p>This is not available.</p>') };
	const title = escapeHtml(share.title ?? object.title);
	if (share.password !== null)
		return { status: 200, html: document(title, '<p>This share is protected by a password.</p>') };
	const version = asset && store.latestVersion(asset);
	const file =
		version && store.mediaOf('proxy', version.id).find(({ status }) => status === 'CLOSED');
	const source = file ? escapeHtml(urls.of(file)) : '';
	const player =
		file?.content_type === 'image/jpeg'
			? `<img src="${source}" alt="${title}">`
			: file && `<video controls src="${source}"></video>`;
	return { status: 200, html: document(title, player || '<p>Nothing to play yet.</p>') };
}

function document(title: string, body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`;
}

function escapeHtml(text: string): string {
	const entities: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;',
		"'": '&#39;',
	};
	return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
