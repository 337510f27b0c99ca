import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Service } from '../service';
import type { AssetVersion } from '../state';

/** The hosts of asset files: each uploaded file at its own address, and the newest one at the asset's permanent address. */
export function assetFileRoutes(app: FastifyInstance, { stack }: Service): void {
	const assets = (uid: string) =>
		[...stack.branches.values()].flatMap((branch) => branch.assets.get(uid) ?? []);

	app.get<{ Params: { apiKey: string; uid: string; upload: string } }>(
		'/v3/assets/:apiKey/:uid/:upload/:filename',
		({ params }, reply) => {
			const version = assets(params.uid)
				.flatMap(({ versions }) => versions)
				.find(({ upload }) => upload === params.upload);
			return send(reply, params.apiKey === stack.apiKey ? version : undefined);
		},
	);

	app.get<{ Params: { apiKey: string; uid: string } }>(
		'/v3/assets/:apiKey/:uid/:slug',
		({ params }, reply) =>
			send(
				reply,
				params.apiKey === stack.apiKey ? assets(params.uid)[0]?.versions.at(-1) : undefined,
			),
	);
}

function send(reply: FastifyReply, version: AssetVersion | undefined): FastifyReply {
	if (!version) return reply.code(404).type('text/plain').send('Not found');
	return reply.type(version.contentType).send(version.bytes);
}
