import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import Ajv, { type ValidateFunction } from 'ajv';

/** iconik's own OpenAPI files, where they lie beside the project. */
const FOLDER = resolve(__dirname, '../../../../../shared/specs/iconik');

interface Operation {
	responses: Record<string, { content?: Record<string, unknown> }>;
}

interface Specification {
	paths: Record<string, Record<string, Operation>>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const formats = {
	uuid: UUID,
	'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
	date: /^\d{4}-\d{2}-\d{2}$/,
	email: /^\S+@\S+$/,
	url: /^https?:\/\//,
	uri: /^https?:\/\//,
	bool: true,
	int32: true,
	int64: true,
	float: true,
} as const;

const specifications = new Map<string, Specification>();
const validators = new Map<string, ValidateFunction>();
const ajv = new Ajv({ strict: false, allErrors: true, formats });

export const hasSpecifications = existsSync(FOLDER);

function load(service: string): Specification {
	const known = specifications.get(service);
	if (known) return known;
	const text = readFileSync(resolve(FOLDER, `${service}.json`), 'utf8');
	const specification = JSON.parse(text) as Specification;
	specifications.set(service, specification);
	ajv.addSchema(withNulls(specification) as object, service);
	return specification;
}

/** JSON Schema knows `nullable` only beside a type; a nullable reference becomes a choice. */
function withNulls(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(withNulls);
	if (typeof node !== 'object' || node === null) return node;
	const entries = Object.entries(node).map(([key, value]) => [key, withNulls(value)] as const);
	const plain = Object.fromEntries(entries);
	if (plain.nullable !== true || 'type' in plain) return plain;
	delete plain.nullable;
	return { anyOf: [plain, { type: 'null' }] };
}

/** What an answer breaks of iconik's specification: an unknown path or status, or members of the wrong kind. */
export function specificationFaults(
	method: string,
	url: string,
	status: number,
	body: unknown,
): string[] {
	const match = /^\/API\/([\w-]+)(\/v1\/[^?]*)/.exec(url);
	if (!hasSpecifications || !match || status >= 500 || status === 429) return [];
	const [, service = '', path = ''] = match;
	const template = findTemplate(load(service), path, method);
	if (!template) return [`${method} ${path} is not in the specification`];
	const { responses } = load(service).paths[template]?.[method] as Operation;
	const key = String(status) in responses ? String(status) : status >= 400 ? 'default' : undefined;
	if (!key) return [`${method} ${template} never answers ${status}`];
	// One 204 is described with a body, which HTTP does not allow.
	if (status >= 400 || status === 204) return [];
	if (!responses[key]?.content?.['application/json']) return [];
	const pointer = [
		'paths',
		template,
		method,
		'responses',
		key,
		'content',
		'application/json',
		'schema',
	];
	const reference = `${service}#/${pointer.map(escapePointer).join('/')}`;
	const validate = validators.get(reference) ?? ajv.compile({ $ref: reference });
	validators.set(reference, validate);
	if (validate(body)) return [];
	return (validate.errors ?? []).map(
		({ instancePath, message }) => `${method} ${template}: ${instancePath} ${message}`,
	);
}

/** The path of the specification with the fewest parameters that fits. */
function findTemplate({ paths }: Specification, path: string, method: string): string | undefined {
	return Object.keys(paths)
		.filter((template) => paths[template]?.[method])
		.filter((template) => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path))
		.sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

function escapePointer(part: string): string {
	return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}
