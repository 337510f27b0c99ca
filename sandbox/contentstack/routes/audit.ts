import type { FastifyInstance } from 'fastify';
import { pathOf } from '../../kit/simulator';
import { listAnswer } from '../query/page';
import { isRecord } from '../records';
import { timestamp, type Service } from '../service';
import { newUid } from '../uids';

const EVENTS: Record<string, string> = { POST: 'create', PUT: 'update', DELETE: 'delete' };
const LAST_PARTS = ['publish', 'unpublish', 'workflow', 'deploy'];
const KEPT = 5000;

/** The audit log: every change that went through, by whom. */
export function auditRoutes(app: FastifyInstance, service: Service): void {
	const { auditLog } = service.stack;

	app.addHook('onResponse', (request, reply, done) => {
		const verb = EVENTS[request.method];
		if (verb !== undefined && reply.statusCode < 400) {
			const path = pathOf(request);
			const parts = path.split('/').slice(2);
			const last = parts.at(-1) ?? '';
			const module = parts.includes('entries') ? 'entry' : (parts[0] ?? '').replace(/s$/, '');
			const body = isRecord(request.body) ? Object.values(request.body).find(isRecord) : undefined;
			if (auditLog.length >= KEPT) auditLog.shift();
			auditLog.push({
				uid: newUid(),
				created_at: timestamp(service),
				created_by: request.call.caller.user,
				module,
				event_type: LAST_PARTS.includes(last) ? last : verb,
				metadata: {
					uid: parts.findLast((part) => /^blt[0-9a-f]{16}$/.test(part)) ?? '',
					title: String(body?.title ?? body?.name ?? ''),
				},
				request: { method: request.method, path },
				response: { status: reply.statusCode },
			});
		}
		done();
	});

	app.get('/audit-logs', ({ call }) => {
		const logs = auditLog.map((line) => ({ ...line, stack: service.stack.apiKey }));
		return listAnswer('logs', logs.toReversed(), call.query);
	});
}
