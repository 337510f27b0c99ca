import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaBytes } from '../../media/bytes';
import { sharePage } from '../../media/sharePage';
import type { MediaFile } from '../../model';
import type { Tenant } from '../../tenant';

/**
 * What is fetched without credentials: signed and public media links, the CDN before the export bucket, share pages. The
 * real ones live on other hosts; here they share the simulator's origin.
 */
export function serveFiles(app: FastifyInstance, tenant: Tenant): void {
	const { store, urls } = tenant;

	app.get<{ Params: { id: string }; Querystring: Record<string, string> }>(
		'/storage/:storage/:id/:name',
		(request, reply) => {
			const file = store.media.get(request.params.id);
			const fault = urls.fault(request.params.id, request.query);
			const isUpload = request.query.disposition === 'upload';
			if (fault || !file || isUpload) return refuse(reply, fault ?? 'NoSuchKey');
			return sendFile(tenant, request, reply, file, request.query.disposition);
		},
	);
	void app.register((scope, _options, done) => {
		scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, parsed) =>
			parsed(null, bytes),
		);
		scope.put<{ Params: { id: string }; Querystring: Record<string, string>; Body: Buffer }>(
			'/storage/:storage/:id/:name',
			(request, reply) => {
				const { params, query, body } = request;
				const file = store.media.get(params.id);
				const fault = urls.fault(params.id, query);
				const isUpload = query.disposition === 'upload';
				if (fault || !file || !isUpload) return refuse(reply, fault ?? 'AccessDenied');
				store.uploads.set(file.id, body);
				file.size = body.length;
				return reply.code(200).send();
			},
		);
		done();
	});
	app.get<{ Params: { id: string } }>('/public/:storage/:id/:name', (request, reply) => {
		const file = store.media.get(request.params.id);
		if (!file?.is_public) return refuse(reply, 'AccessDenied');
		return sendFile(tenant, request, reply, file);
	});
	app.get<{ Params: { '*': string } }>('/cdn/*', (request, reply) => {
		const exported = store.exported.get(request.params['*']);
		if (!exported) return reply.code(404).type('text/plain').send('Not found');
		const { versionId: version_id, contentType: content_type } = exported;
		return sendBytes(request, reply, mediaBytes({ version_id, content_type }), content_type);
	});
	app.get<{ Params: { code: string } }>('/u/:code/', (request, reply) => {
		const share = [...store.shares.values()].find(({ code }) => code === request.params.code);
		const query = new URLSearchParams({
			object_type: share?.object_type ?? '',
			object_id: share?.object_id ?? '',
			hash: request.params.code,
		});
		return reply.redirect(
			`/share/assets/${share?.id ?? request.params.code}/?${query.toString()}`,
			302,
		);
	});
	app.get<{ Params: { id: string }; Querystring: { hash?: string } }>(
		'/share/assets/:id/',
		(request, reply) => {
			const { status, html } = sharePage(tenant, request.params.id, request.query.hash);
			return reply.code(status).type('text/html; charset=utf-8').send(html);
		},
	);
}

/** As a storage bucket refuses. */
function refuse(reply: FastifyReply, code: string): FastifyReply {
	return reply
		.code(code === 'NoSuchKey' ? 404 : 403)
		.type('application/xml')
		.send(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`);
}

function sendFile(
	tenant: Tenant,
	request: FastifyRequest,
	reply: FastifyReply,
	file: MediaFile,
	disposition = 'inline',
): FastifyReply {
	const kind = disposition === 'attachment' ? 'attachment' : 'inline';
	reply.header(
		'content-disposition',
		`${kind}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
	);
	const bytes = tenant.store.uploads.get(file.id) ?? mediaBytes(file);
	return sendBytes(request, reply, bytes, file.content_type);
}

/** Players ask for parts of a file. */
function sendBytes(
	request: FastifyRequest,
	reply: FastifyReply,
	bytes: Buffer,
	type: string,
): FastifyReply {
	reply.type(type).header('accept-ranges', 'bytes').header('access-control-allow-origin', '*');
	const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
	if (!range) return reply.send(bytes);
	const start = Number(range[1]);
	const end = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
	if (start > end)
		return reply.code(416).header('content-range', `bytes */${bytes.length}`).send(Buffer.alloc(0));
	reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes.length}`);
	return reply.send(bytes.subarray(start, end + 1));
}
