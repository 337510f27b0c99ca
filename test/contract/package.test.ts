import '../support/n8nHome';
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialType, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { packAndUnpack, type PackedPackage } from '../support/packedPackage';
import { templateFiles } from '../support/templates/template';
import source from '../../package.json';

interface Card {
	name: string;
	dependencies?: object;
	peerDependencies: object;
	n8n: { nodes: string[]; credentials: string[] };
}

let packed: PackedPackage;
let card: Card;
let loader: PackageDirectoryLoader;

beforeAll(async () => {
	packed = packAndUnpack();
	card = JSON.parse(readFileSync(join(packed.directory, 'package.json'), 'utf8')) as Card;
	const named = [...card.n8n.nodes, ...card.n8n.credentials];
	const missing = named.filter((file) => !packed.files.includes(file));
	if (missing.length > 0) throw new Error(`Build first: the package lacks ${missing.join(', ')}`);
	loader = new PackageDirectoryLoader(packed.directory);
	await loader.loadAll();
}, 60_000);

afterAll(() => packed?.remove());

const classOf = (file: string) => basename(file).split('.')[0];
/** Where n8n looks for an icon: `icons/<package>/<path in the package>`. */
const iconFiles = (iconUrl: INodeTypeDescription['iconUrl']) =>
	(typeof iconUrl === 'string' ? [iconUrl] : Object.values(iconUrl ?? {})).map((url) =>
		url.replace(`icons/${card.name}/`, ''),
	);

describe('the packed package', () => {
	it('brings no dependency, and asks for nothing but n8n-workflow', () => {
		expect(card.dependencies ?? {}).toEqual({});
		expect(card.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('holds what was built, the texts, and nothing else', () => {
		const texts = ['package.json', 'README.md', 'LICENSE.md', 'CHANGELOG.md'];
		const built =
			/^dist\/(credentials|icons|lib|nodes|workflows)\/[^.]+(\.dark)?[\w.]*\.(js|json|svg)$/;
		expect(packed.files).toEqual(expect.arrayContaining(texts));
		expect(packed.files.filter((file) => !texts.includes(file) && !built.test(file))).toEqual([]);
	});

	it('holds every template', () => {
		const shipped = packed.files.filter((file) => file.startsWith('dist/workflows/'));
		expect(shipped.map((file) => basename(file)).sort()).toEqual(templateFiles());
	});
});

describe('n8n loads from it', () => {
	it('every node of the card, each class named like its file', () => {
		expect(Object.values(loader.known.nodes)).toEqual(
			card.n8n.nodes.map((sourcePath) => ({ sourcePath, className: classOf(sourcePath) })),
		);
	});

	it('every credential of the card, each class named like its file', () => {
		expect(Object.values(loader.known.credentials)).toMatchObject(
			card.n8n.credentials.map((sourcePath) => ({ sourcePath, className: classOf(sourcePath) })),
		);
	});

	it('only credentials for nodes that are there', () => {
		const offered = Object.keys(loader.known.credentials);
		for (const { type } of Object.values(loader.nodeTypes)) {
			const used = (type as INodeType).description.credentials ?? [];
			expect(offered).toEqual(expect.arrayContaining(used.map(({ name }) => name)));
		}
	});
});

describe.each(source.n8n.nodes)('%s', (file) => {
	const description = () => {
		const [name] =
			Object.entries(loader.known.nodes).find(([, { sourcePath }]) => sourcePath === file) ?? [];
		return (loader.getNode(name as string).type as INodeType).description;
	};

	it('has a light and a dark icon that differ', () => {
		const icons = iconFiles(description().iconUrl);
		expect(new Set(icons).size).toBe(2);
		expect(packed.files).toEqual(expect.arrayContaining(icons));
	});

	it('has a codex file that names this very node', () => {
		const codexFile = file.replace(/\.js$/, '.json');
		expect(packed.files).toContain(codexFile);
		const codex = JSON.parse(readFileSync(join(packed.directory, codexFile), 'utf8')) as object;
		expect(codex).toMatchObject({ node: `${card.name}.${description().name}` });
		expect(description().codex).toBeDefined();
	});
});

describe.each(source.n8n.credentials)('%s', (file) => {
	const credential = () => {
		const found = Object.values(loader.credentialTypes).find(
			({ sourcePath }) => sourcePath === file,
		);
		return found?.type as ICredentialType;
	};

	it('has icons that are in the package', () => {
		const icons = iconFiles(credential().iconUrl);
		expect(icons.length).toBeGreaterThan(0);
		expect(packed.files).toEqual(expect.arrayContaining(icons));
	});

	it('names the page that explains it', () => {
		expect(credential().documentationUrl).toMatch(/^https:\/\//);
	});
});
