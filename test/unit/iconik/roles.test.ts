import { roleFor } from '../../../nodes/Iconik/transport/roles';

const asset = '/API/assets/v1/assets/a1/';

describe('roleFor', () => {
	it.each([
		['GET', asset, 'can_read_assets'],
		['DELETE', `${asset}purge/`, 'can_purge_assets'],
		['PUT', `${asset}versions/v1/promote/`, 'can_write_versions'],
		['GET', `${asset}versions/v1/approvals/request/`, 'can_read_approval_request'],
		['PUT', `${asset}approvals/`, 'can_write_approval_status'],
		['PUT', '/API/metadata/v1/assets/a1/views/v1/', 'can_write_metadata_values'],
		['PATCH', '/API/metadata/v1/views/v1/', 'can_write_metadata_views'],
		['POST', '/API/search/v1/search/', 'can_search'],
		['GET', '/API/users/v1/users/u1/', 'can_read_users'],
		['GET', '/API/users/v1/groups/g1/', 'can_read_groups'],
	])('names the role for %s %s', (method, path, role) => {
		expect(roleFor(method, path)).toBe(role);
	});

	it('names none where iconik asks for none', () => {
		expect(roleFor('GET', '/API/users/v1/users/current/')).toBeUndefined();
		expect(roleFor('GET', '/API/users/v1/groups/basic/')).toBeUndefined();
		expect(roleFor('DELETE', `${asset}approvals/`)).toBeUndefined();
	});
});
