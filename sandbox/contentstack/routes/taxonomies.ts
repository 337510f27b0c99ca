import type { FastifyInstance } from 'fastify';
import { unprocessable } from '../apiError';
import { listAnswer } from '../query/page';
import type { Branch, Fields, Taxonomy } from '../state';
import { partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

interface ByTerm {
	Params: { uid: string; term: string };
}

type Term = NonNullable<ReturnType<Taxonomy['terms']['get']>>;

/** Taxonomies and their terms. */
export function taxonomyRoutes(app: FastifyInstance): void {
	app.get('/taxonomies', ({ call }) =>
		listAnswer('taxonomies', [...call.branch.taxonomies.values()].map(taxonomyView), call.query),
	);
	app.get<ByUid>('/taxonomies/:uid', ({ call, params }) => ({
		taxonomy: taxonomyView(taxonomyIn(call.branch, params.uid)),
	}));

	app.post('/taxonomies', (request, reply) => {
		const { taxonomies } = request.call.branch;
		const { uid, name, description } = partOf(request, 'taxonomy');
		if (typeof uid !== 'string' || taxonomies.has(uid))
			throw invalid('uid', uid === undefined ? 'is required.' : 'is not unique.');
		const taxonomy: Taxonomy = {
			uid,
			name: String(name ?? uid),
			description: String(description ?? ''),
			terms: new Map(),
		};
		taxonomies.set(uid, taxonomy);
		return reply.code(201).send({ taxonomy: taxonomyView(taxonomy) });
	});

	app.put<ByUid>('/taxonomies/:uid', (request) => {
		const taxonomy = taxonomyIn(request.call.branch, request.params.uid);
		const { name, description } = partOf(request, 'taxonomy');
		if (typeof name === 'string') taxonomy.name = name;
		if (typeof description === 'string') taxonomy.description = description;
		return { taxonomy: taxonomyView(taxonomy) };
	});

	app.delete<ByUid>('/taxonomies/:uid', ({ call, params }, reply) => {
		call.branch.taxonomies.delete(taxonomyIn(call.branch, params.uid).uid);
		return reply.code(200).send({ notice: 'Taxonomy deleted successfully.' });
	});

	termRoutes(app);
}

function termRoutes(app: FastifyInstance): void {
	app.get<ByUid>('/taxonomies/:uid/terms', ({ call, params }) => {
		const taxonomy = taxonomyIn(call.branch, params.uid);
		const terms = [...taxonomy.terms.values()].map((term) => termView(taxonomy, term));
		return listAnswer('terms', terms, call.query);
	});
	app.get<ByTerm>('/taxonomies/:uid/terms/:term', ({ call, params }) => {
		const taxonomy = taxonomyIn(call.branch, params.uid);
		return { term: termView(taxonomy, termIn(taxonomy, params.term)) };
	});
	app.post<ByUid>('/taxonomies/:uid/terms', (request, reply) => {
		const taxonomy = taxonomyIn(request.call.branch, request.params.uid);
		const { uid, name, parent_uid: parent, order } = partOf(request, 'term');
		if (typeof uid !== 'string' || taxonomy.terms.has(uid))
			throw invalid('uid', uid === undefined ? 'is required.' : 'is not unique.');
		const term: Term = {
			uid,
			name: String(name ?? uid),
			parent_uid: typeof parent === 'string' ? termIn(taxonomy, parent).uid : null,
			order: typeof order === 'number' ? order : taxonomy.terms.size + 1,
		};
		taxonomy.terms.set(uid, term);
		return reply.code(201).send({ term: termView(taxonomy, term) });
	});
	app.put<ByTerm>('/taxonomies/:uid/terms/:term', (request) => {
		const taxonomy = taxonomyIn(request.call.branch, request.params.uid);
		const term = termIn(taxonomy, request.params.term);
		const { name } = partOf(request, 'term');
		if (typeof name === 'string') term.name = name;
		return { term: termView(taxonomy, term) };
	});
	app.delete<ByTerm>('/taxonomies/:uid/terms/:term', ({ call, params }) => {
		const taxonomy = taxonomyIn(call.branch, params.uid);
		taxonomy.terms.delete(termIn(taxonomy, params.term).uid);
		return { notice: 'Term deleted successfully.' };
	});
}

/** The taxonomy of this uid, or the answer for an unknown one. */
export function taxonomyIn(branch: Branch, uid: string): Taxonomy {
	const taxonomy = branch.taxonomies.get(uid);
	if (!taxonomy) throw invalid('uid', 'is not valid.');
	return taxonomy;
}

function termIn(taxonomy: Taxonomy, uid: string): Term {
	const term = taxonomy.terms.get(uid);
	if (!term) throw invalid('uid', 'is not valid.');
	return term;
}

export function taxonomyView({ uid, name, description, terms }: Taxonomy): Fields {
	return { uid, name, description, terms_count: terms.size };
}

export function termView(taxonomy: Taxonomy, term: Term): Fields {
	const depth = (uid: string | null): number =>
		uid === null ? 0 : 1 + depth(taxonomy.terms.get(uid)?.parent_uid ?? null);
	return { ...term, taxonomy_uid: taxonomy.uid, depth: depth(term.uid) };
}

function invalid(key: string, message: string) {
	return unprocessable(141, 'Please try again with valid parameters.', { [key]: [message] });
}
