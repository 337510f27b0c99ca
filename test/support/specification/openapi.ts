import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';

/** iconik's own OpenAPI files, where they lie beside the project. They are not part of it. */
const FOLDER = resolve(__dirname, '../../../../shared/specs/iconik');

export const hasSpecifications = existsSync(FOLDER);

export interface Parameter {
	in: 'query' | 'path' | 'header';
	name: string;
	required?: boolean;
	schema: object;
}

interface Content {
	content?: Record<string, { schema?: object }>;
}

export interface Operation {
	/** Names the roles that the caller needs. */
	description?: string;
	parameters?: Parameter[];
	requestBody?: Content & { required?: boolean };
	responses: Record<string, Content>;
}

export interface Specification {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, object> };
}

/** An operation of the specification, and where it stands there. */
export interface Place {
	service: string;
	method: string;
	/** The path with its parameters, such as `/v1/assets/{asset_id}/`. */
	template: string;
	operation: Operation;
}

const specifications = new Map<string, Specification | undefined>();

/** The OpenAPI file of one service, such as `assets`; undefined for a service that has none. */
export function specificationOf(service: string): Specification | undefined {
	if (!specifications.has(service)) {
		const file = resolve(FOLDER, `${service}.json`);
		const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
		specifications.set(service, text ? (JSON.parse(text) as Specification) : undefined);
	}
	return specifications.get(service);
}

/**
 * The operation that a call is: of the paths that fit, the one with the fewest parameters. `path` is that of the URL, such as
 * `/API/assets/v1/assets/`.
 */
export function placeOf(method: string, path: string): Place | undefined {
	const [, service = '', rest = ''] = /^\/API\/([\w-]+)(\/.*)$/.exec(path) ?? [];
	const name = method.toLowerCase();
	const fitting = templatesOf(service)
		.filter(({ pattern, methods }) => methods[name] && pattern.test(rest))
		.sort((a, b) => a.parameters - b.parameters)[0];
	const operation = fitting?.methods[name];
	if (!fitting || !operation) return undefined;
	return { service, method: name, template: fitting.template, operation };
}

interface Template {
	template: string;
	pattern: RegExp;
	parameters: number;
	methods: Record<string, Operation>;
}

const templates = new Map<string, Template[]>();

function templatesOf(service: string): Template[] {
	const known = templates.get(service);
	if (known) return known;
	const { paths = {} } = specificationOf(service) ?? {};
	const made = Object.entries(paths).map(([template, methods]) => ({
		template,
		pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
		parameters: template.split('{').length,
		methods,
	}));
	templates.set(service, made);
	return made;
}
