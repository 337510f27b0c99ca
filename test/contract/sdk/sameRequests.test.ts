import { withContentstack } from '../../support/sandbox';
import { deliveryStack, managementStack } from './clients';
import { ASSET_JOBS } from './jobs/assetJobs';
import { DELIVERY_JOBS } from './jobs/deliveryJobs';
import { EXTENSION_JOBS } from './jobs/extensionJobs';
import { ENTRY_JOBS } from './jobs/entryJobs';
import { findThings, type Things } from './jobs/job';
import { STACK_JOBS } from './jobs/stackJobs';
import { TOGETHER_JOBS } from './jobs/togetherJobs';
import { RecordingProxy } from './recordingProxy';
import { requestDifferences } from './requestDifferences';

const service = withContentstack();
const proxy = new RecordingProxy(() => service.connection.baseUrl);
let origin = '';
let things: Things;

beforeAll(async () => {
	origin = await proxy.open();
	things = await findThings(service, managementStack(service.connection));
});
afterAll(async () => await proxy.close());

const JOBS = {
	...ENTRY_JOBS,
	...ASSET_JOBS,
	...STACK_JOBS,
	...TOGETHER_JOBS,
	...DELIVERY_JOBS,
	...EXTENSION_JOBS,
};

const CHECKS =
	'The node checks values against the schema and looks for the entry before it writes.';
const NAMES = 'The node checks names, and gives names where the service gives uids and codes.';
const PLANS = 'The node reads what is live, and where it may go, before it queues anything.';

/** Reads that only the node makes. */
function reads(job: string, paths: string[], reason: string): Array<[string, string, string]> {
	return paths.map((path) => [job, `only the node: GET /v3/${path}`, reason]);
}

/** Every difference there is, by job, with the reason. `*` stands for all jobs. */
const DIFFERENCES: Array<[job: string, difference: string, reason: string]> = [
	['*', 'header user-agent: node n8n, SDK sdk', 'Each says who it is.'],
	['*', 'header x-user-agent: node nothing, SDK contentstack-management-javascript', 'As above.'],
	['*', 'header user-agent: node n8n, SDK axios', 'As above.'],
	['*', 'header x-user-agent: node nothing, SDK contentstack-delivery-typescript', 'As above.'],
	[
		'*',
		'header accept: node application/json, SDK application/json, text/plain, */*',
		'The node reads JSON only, so that a gateway need not answer with a page.',
	],
	...reads('create an entry', ['content_types/media', 'content_types/media/entries'], CHECKS),
	...reads(
		'update an entry',
		['content_types/media', 'content_types/media/entries', 'environments'],
		CHECKS,
	),
	[
		'update an entry',
		'body entry.content_type_uid: node nothing, SDK "media"',
		'The SDK sends back all that it holds of the entry, the node only the fields that changed.',
	],
	...reads(
		'publish an entry',
		['content_types/media/entries/{uid}', 'environments', 'locales'],
		PLANS,
	),
	...reads(
		'unpublish an entry',
		['content_types/article/entries/{uid}', 'environments', 'locales'],
		PLANS,
	),
	...reads('publish an asset', ['assets/{uid}', 'environments', 'locales'], PLANS),
	...reads('change what an asset says', ['assets/{uid}'], 'The node writes only what differs.'),
	...reads('create an entry each time anew', ['content_types/media'], CHECKS),
	...reads(
		'put an entry into a stage',
		['content_types/article/entries/{uid}', 'workflows'],
		'The node finds the stage by its name, too, and moves no entry that is there already.',
	),
	...reads('see who refers to an entry', ['environments'], NAMES),
	...reads('see the languages of an entry', ['locales'], NAMES),
	...reads('put an entry into a release', ['locales'], NAMES),
	...reads(
		'put an entry into a release',
		['releases/{uid}/items'],
		'What the release holds already is not sent again.',
	),
	...reads('deploy a release', ['environments', 'locales'], NAMES),
	...reads(
		'take an entry out of a release',
		['locales', 'releases/{uid}/items'],
		'The node sends the item as the release holds it, of which it knows only the entry.',
	),
	...reads('publish entries in bulk', ['environments', 'locales'], NAMES),
	...reads('delete entries in bulk', ['locales'], NAMES),
	...reads('install a custom field', ['extensions'], 'The node looks for the one of this title.'),
	...[
		'query include[]: node blocks.hero.video, SDK nothing',
		'query include[][]: node nothing, SDK blocks.hero.video',
		'query only[BASE][]: node title, blocks, SDK nothing',
		'query only[BASE][0]: node nothing, SDK title',
		'query only[BASE][1]: node nothing, SDK blocks',
	].map((difference): [string, string, string] => [
		'read a published entry',
		difference,
		'The node writes lists as the documentation of the Delivery API does.',
	]),
	...reads('register a webhook', ['webhooks'], 'The node looks for its own webhook first.'),
];

const seen = new Set<string>();

it.each(Object.entries(JOBS))('asks for the same as the SDK to %s', async (name, job) => {
	const ours = await proxy.record(async () => await job.node(things, origin));
	const sdkStack = managementStack({ ...service.connection, baseUrl: origin }, 'main');
	const delivery = deliveryStack({ ...service.connection, cdnUrl: origin }, 'main');
	const theirs = await proxy.replay(async () => await job.sdk(sdkStack, things, delivery));

	const found = requestDifferences(ours, theirs);
	const general = DIFFERENCES.filter(([where]) => where === '*').map(([, what]) => what);
	const listed = DIFFERENCES.filter(([where]) => where === name).map(([, what]) => what);
	for (const what of found) seen.add(what);
	expect(found.filter((what) => !general.includes(what)).sort()).toEqual(listed.sort());
});

it('lists no difference that is not there', () => {
	const missing = DIFFERENCES.map(([, what]) => what).filter((what) => !seen.has(what));
	expect(missing).toEqual([]);
});
