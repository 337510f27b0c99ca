import { holdReasons, type Judged } from '../../../nodes/Iconik/media/holdReasons';
import { NO_RIGHTS } from '../../../nodes/Iconik/media/rights';

const delivered = {
	strategy: 'cdn',
	url: 'https://cdn.example/x',
	expires: null,
	reason: null,
} as const;
const undelivered = {
	strategy: 'none',
	url: null,
	expires: null,
	reason: 'The proxy is not finished yet',
} as const;

function judged(changes: Partial<Judged['package']> = {}, others: Partial<Judged> = {}): Judged {
	return {
		package: {
			status: 'ACTIVE',
			type: 'ASSET',
			version_id: 'v',
			version_number: 3,
			approval_status: 'APPROVED',
			is_blocked: false,
			warning: null,
			delivery: delivered,
			...changes,
		},
		version: { id: 'v', is_online: true },
		wantsApproved: true,
		wantsDelivery: true,
		rights: { rights: { ...NO_RIGHTS, status: 'valid' }, unreadable: [] },
		...others,
	};
}

describe('holdReasons', () => {
	it('finds nothing against an approved version with rights and a delivery link', () => {
		expect(holdReasons(judged())).toEqual([]);
		expect(
			holdReasons(
				judged({}, { rights: { rights: { ...NO_RIGHTS, status: 'expiring' }, unreadable: [] } }),
			),
		).toEqual([]);
	});

	it.each([
		['MIXED', 'Version 3 is not approved: it is judged differently by its reviewers'],
		['NOT_APPROVED', 'Version 3 is not approved: it is rejected'],
		['REQUESTED', 'Version 3 is not approved: it is waiting for its review'],
		['N/A', 'Version 3 is not approved: it is not reviewed yet'],
	] as const)('holds a version whose approval is %s', (approval_status, reason) => {
		expect(holdReasons(judged({ approval_status }))).toEqual([reason]);
	});

	it('says that no version is approved, and nothing of a missing link on top', () => {
		const none = judged(
			{
				version_id: null,
				version_number: null,
				approval_status: 'REQUESTED',
				delivery: undelivered,
			},
			{ version: undefined },
		);
		expect(holdReasons(none)).toEqual([
			'No version is approved: the latest is waiting for its review',
		]);
	});

	it('gives the warning of a blocked asset', () => {
		const blocked = judged({ is_blocked: true, warning: 'Legal dispute', delivery: undelivered });
		expect(holdReasons(blocked)).toEqual(['The asset is blocked in iconik: Legal dispute']);
	});

	it('names the end or the beginning of the rights, their absence, and a date that is none', () => {
		const of = (
			status: 'expired' | 'pending' | 'missing',
			unreadable: Array<{ field: string; value: string }> = [],
		) =>
			holdReasons(
				judged(
					{},
					{
						rights: {
							rights: { ...NO_RIGHTS, status, starts: '2025-02-01', expires: '2025-01-31' },
							unreadable,
						},
					},
				),
			);
		expect(of('expired')).toEqual(['The usage rights expired on 2025-01-31']);
		expect(of('pending')).toEqual(['The usage rights begin on 2025-02-01']);
		expect(of('missing')).toEqual(['No usage rights are recorded']);
		expect(of('missing', [{ field: 'RightsExpiry', value: 'soon' }])).toEqual([
			'The usage rights cannot be read: "soon" in RightsExpiry is not a date',
		]);
	});

	it('holds a version whose media is not online, but not a subclip, which plays its parent', () => {
		const offline = { version: { id: 'v', is_online: false } };
		expect(holdReasons(judged({}, offline))).toEqual(['The media of this version is not online']);
		expect(holdReasons(judged({ type: 'SUBCLIP' }, offline))).toEqual([]);
	});

	it('does not speak of rights that nobody asked for', () => {
		expect(holdReasons(judged({}, { rights: undefined }))).toEqual([]);
	});

	it('says why there is no delivery link, unless none was wanted', () => {
		expect(holdReasons(judged({ delivery: undelivered }))).toEqual([
			'There is no delivery link: the proxy is not finished yet',
		]);
		expect(holdReasons(judged({ delivery: undelivered }, { wantsDelivery: false }))).toEqual([]);
	});

	it('gives one reason alone for a deleted asset and for a placeholder', () => {
		expect(holdReasons(judged({ status: 'DELETED', approval_status: 'N/A' }))).toEqual([
			'The asset was deleted in iconik',
		]);
		expect(holdReasons(judged({ type: 'PLACEHOLDER', delivery: undelivered }))).toEqual([
			'The asset is a placeholder without media',
		]);
	});
});
