import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assetOrRefuse } from '../assets/find';
import { createAsset, deleteAsset, updateAsset, versionOf } from '../assets/save';
import { readAssetInput } from '../assets/upload';
import { assetView, folderView } from '../assets/view';
import { usersOfAsset } from '../entries/references';
import { listAnswer } from '../query/page';
import { project } from '../query/project';
import type { Service } from '../service';
import type { Asset, Branch, Fields, Folder } from '../state';

interface ByUid {
	Params: { uid: string };
}

const KINDS: Record<string, (contentType: string) => boolean> = {
	images: (contentType) => contentType.startsWith('image/'),
	videos: (contentType) => contentType.startsWith('video/'),
	rt: () => true,
};

/** Assets of the Management API: upload, replace, describe, list, delete; who uses them. */
export function assetRoutes(app: FastifyInstance, service: Service): void {
	app.get('/assets', ({ call }) => {
		const { branch, query } = call;
		const folder = query.one('folder');
		const inFolder = (parent: string | null) =>
			folder === undefined || (parent ?? 'cs_root') === folder;
		const assets = [...branch.assets.values()]
			.filter(({ parent }) => inFolder(parent))
			.toReversed();
		const folders = query.flag('include_folders')
			? [...branch.folders.values()].filter(({ parent }) => inFolder(parent))
			: [];
		const views = [
			...folders.map((one) => folderView(one, pathOfFolder(branch, one))),
			...assets.map((asset) => shown(service, asset, call)),
		];
		const answer = listAnswer('assets', views, query);
		if (!Array.isArray(answer.assets)) return answer;
		return { ...answer, assets: (answer.assets as Fields[]).map((view) => project(view, query)) };
	});

	for (const [kind, test] of Object.entries(KINDS)) {
		app.get(`/assets/${kind}`, ({ call }) => {
			const assets = [...call.branch.assets.values()].filter(({ versions }) =>
				test(versions.at(-1)?.contentType ?? ''),
			);
			return listAnswer(
				'assets',
				assets.map((asset) => shown(service, asset, call)),
				call.query,
			);
		});
	}

	app.post('/assets', async (request, reply) => {
		const { branch, caller } = request.call;
		const asset = createAsset(service, branch, await readAssetInput(request), caller.user);
		return await reply
			.code(201)
			.send({ notice: 'Asset created successfully.', asset: shown(service, asset, request.call) });
	});

	app.get<ByUid>('/assets/:uid', ({ call, params }) => {
		const asset = assetOrRefuse(service, call.branch, params.uid);
		const number = call.query.one('version');
		return {
			asset: shown(service, asset, call, number === undefined ? undefined : Number(number)),
		};
	});

	app.put<ByUid>('/assets/:uid', async (request) => {
		const { branch, caller } = request.call;
		const asset = assetOrRefuse(service, branch, request.params.uid);
		updateAsset(service, branch, asset, await readAssetInput(request), caller.user);
		return { notice: 'Asset updated successfully.', asset: shown(service, asset, request.call) };
	});

	app.delete<ByUid>('/assets/:uid', ({ call, params }) => {
		deleteAsset(service, call.branch, assetOrRefuse(service, call.branch, params.uid));
		return { notice: 'Asset deleted successfully.' };
	});

	app.get<ByUid>('/assets/:uid/versions', ({ call, params }) => {
		const { versions } = assetOrRefuse(service, call.branch, params.uid);
		return listAnswer(
			'versions',
			versions.toReversed().map(({ number }) => ({ _version: number })),
			call.query,
		);
	});

	app.get<ByUid>('/assets/:uid/references', ({ call, params }) => {
		const asset = assetOrRefuse(service, call.branch, params.uid);
		const references = usersOfAsset(
			call.branch,
			asset.uid,
			call.query.flag('include_publish_details'),
		);
		return listAnswer('references', references, call.query);
	});
}

/** The folders above a folder, outermost first. */
export function pathOfFolder(branch: Branch, folder: Folder): Array<{ uid: string; name: string }> {
	const parent = folder.parent === null ? undefined : branch.folders.get(folder.parent);
	return parent ? [...pathOfFolder(branch, parent), { uid: parent.uid, name: parent.name }] : [];
}

function shown(
	service: Service,
	asset: Asset,
	{ branch, query }: FastifyRequest['call'],
	number?: number,
): Fields {
	const version = number === undefined ? undefined : versionOf(asset, number);
	return {
		...assetView(service, asset, version, {
			publishDetails:
				query.flag('include_publish_details') || query.one('include_publish_details') === undefined,
			dimension: query.flag('include_dimension'),
		}),
		...(query.flag('include_branch') && { _branch: branch.uid }),
	};
}
