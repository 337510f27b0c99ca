import { demoAssets, demoIds } from '../../../../sandbox/iconik';
import { startSandbox, type Sandbox } from './client';
import { hasSpecifications } from '../../../support/specification/openapi';

const shareBody = {
	allow_approving_comments: false,
	allow_comments: true,
	allow_download: false,
	allow_setting_approve_status: false,
};

(hasSpecifications ? describe : describe.skip)("iconik's OpenAPI files", () => {
	let sandbox: Sandbox;
	const id = demoAssets.severalVersions;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it.each([
		`/assets/v1/assets/${id}/?include_collections=true&include_users=true`,
		'/assets/v1/assets/?per_page=100',
		`/assets/v1/assets/${id}/history/`,
		`/assets/v1/assets/${id}/approvals/`,
		`/assets/v1/assets/${id}/approvals/request/`,
		`/assets/v1/assets/${id}/segments/`,
		`/assets/v1/assets/${id}/relations/`,
		`/assets/v1/assets/${id}/shares/`,
		'/assets/v1/assets/relation_types/',
		'/assets/v1/collections/?per_page=100',
		`/assets/v1/collections/${demoIds.collections.campaigns}/`,
		`/assets/v1/collections/${demoIds.collections.spring}/contents/?per_page=50`,
		`/assets/v1/collections/${demoIds.collections.spring}/size/`,
		`/assets/v1/collections/${demoIds.collections.spring}/content/info/`,
		`/assets/v1/collections/${demoIds.collections.spring}/ancestors/`,
		`/assets/v1/collections/${demoIds.collections.spring}/full/path/`,
		'/assets/v1/custom_actions/',
		'/assets/v1/shares/',
		'/assets/v1/shares/all/',
		'/assets/v1/projects/',
		'/assets/v1/delete_queue/assets/',
		`/files/v1/assets/${id}/proxies/`,
		`/files/v1/assets/${id}/keyframes/?include_all_versions=true`,
		`/files/v1/assets/${id}/files/?generate_signed_url=true`,
		`/files/v1/assets/${id}/formats/`,
		`/files/v1/assets/${id}/formats/ORIGINAL/`,
		`/files/v1/assets/${id}/file_sets/`,
		`/files/v1/assets/${id}/subtitles/`,
		`/files/v1/assets/${id}/subtitles/en/`,
		'/files/v1/export_locations/',
		'/files/v1/storages/',
		'/metadata/v1/fields/',
		'/metadata/v1/fields/RightsExpiry/',
		'/metadata/v1/views/',
		`/metadata/v1/views/${demoIds.views.rights}/`,
		'/metadata/v1/assets/categories/',
		'/metadata/v1/assets/categories/default/views/',
		`/metadata/v1/assets/${id}/views/${demoIds.views.rights}/`,
		'/users/v1/users/',
		'/users/v1/users/basic/',
		'/users/v1/users/current/',
		'/users/v1/users/current/roles/',
		'/users/v1/groups/',
		'/users-notifications/v1/notifications/',
		'/jobs/v1/jobs/',
		'/automations/v1/automations/',
		'/auth/v1/auth/token/',
		'/auth/v1/auth/tokens/',
		'/auth/v1/apps/',
		`/acls/v1/acl/assets/${id}/`,
		'/search/v1/search/saved/',
		'/notifications/v1/webhooks/',
	])('allow the answer to GET %s', async (path) => {
		const { status } = await sandbox.api.get(path);
		expect([200, 201]).toContain(status);
	});

	it('allow the answers to writes', async () => {
		const { api } = sandbox;
		const answers = [
			await api.post('/assets/v1/assets/', { title: 'New' }),
			await api.patch(`/assets/v1/assets/${id}/`, { external_link: 'https://example.com/' }),
			await api.post(`/assets/v1/assets/${id}/versions/`, { copy_metadata: true }),
			await api.post(`/assets/v1/assets/${id}/approvals/request/`, { min_number: 1 }),
			await api.put(`/assets/v1/assets/${id}/approvals/`, { status: 'APPROVED' }),
			await api.post(`/assets/v1/assets/${id}/shares/url/`, shareBody),
			await api.post(`/assets/v1/assets/${id}/segments/`, {
				segment_type: 'COMMENT',
				segment_text: 'Nice',
			}),
			await api.post('/assets/v1/collections/', { title: 'New' }),
			await api.post('/assets/v1/projects/', { name: 'New' }),
			await api.post('/metadata/v1/fields/', {
				name: 'NewField',
				label: 'New',
				field_type: 'string',
			}),
			await api.post('/metadata/v1/views/', { name: 'New', view_fields: [{ name: 'NewField' }] }),
			await api.post('/jobs/v1/jobs/', { title: 'Work', type: 'CUSTOM', status: 'STARTED' }),
			await api.post('/search/v1/search/?per_page=50', { doc_types: ['assets', 'collections'] }),
			await api.post('/search/v1/search/saved/', { name: 'All', criteria: {} }),
			await api.put('/acls/v1/acl/assets/', {
				object_keys: [id],
				permissions: ['read'],
				user_ids: [demoIds.users.legal],
			}),
			await api.post('/users-notifications/v1/notifications/', {
				recipient_id: demoIds.users.legal,
				sender_id: demoIds.users.media,
				event_type: 'finished',
				object_type: 'assets',
				object_id: id,
				message_short: 'Done',
				message_long: 'All done',
			}),
			await api.post('/stats/v1/assets/', {
				asset_id: id,
				user_id: demoIds.users.media,
				system_name: 'CMS',
				operation_type: 'VIEW',
			}),
		];
		expect(answers.map(({ status }) => status)).toEqual([
			201, 200, 200, 201, 200, 200, 201, 201, 201, 201, 201, 201, 200, 201, 200, 201, 201,
		]);
	});
});
