import type { FastifyInstance } from 'fastify';
import { ApiError, unprocessable } from '../apiError';
import { folderView } from '../assets/view';
import { timestamp, type Service } from '../service';
import type { Branch, Fields, Folder } from '../state';
import { newUid } from '../uids';
import { pathOfFolder } from './assets';
import { partOf } from './body';

interface ByUid {
	Params: { uid: string };
}

const MAX_FOLDERS = 300;
const MAX_DEPTH = 5;

/** Asset folders: at most 300, at most five deep. */
export function folderRoutes(app: FastifyInstance, service: Service): void {
	app.post('/assets/folders', (request, reply) => {
		const { branch, caller } = request.call;
		if (branch.folders.size >= MAX_FOLDERS)
			throw unprocessable(145, 'Folder creation failed. Please try again.', {
				folder: [`are more than ${MAX_FOLDERS}.`],
			});
		const now = timestamp(service);
		const folder: Folder = {
			uid: newUid(),
			name: '',
			parent: null,
			createdAt: now,
			updatedAt: now,
			createdBy: caller.user,
			updatedBy: caller.user,
		};
		change(branch, folder, partOf(request, 'asset'));
		branch.folders.set(folder.uid, folder);
		return reply
			.code(201)
			.send({ notice: 'Folder created successfully.', asset: view(branch, folder) });
	});

	app.get<ByUid>('/assets/folders/:uid', ({ call, params }) => ({
		asset: view(call.branch, present(call.branch, params.uid)),
	}));

	app.put<ByUid>('/assets/folders/:uid', (request) => {
		const { branch, caller } = request.call;
		const folder = present(branch, request.params.uid);
		change(branch, folder, partOf(request, 'asset'));
		Object.assign(folder, { updatedAt: timestamp(service), updatedBy: caller.user });
		return { notice: 'Folder updated successfully.', asset: view(branch, folder) };
	});

	app.delete<ByUid>('/assets/folders/:uid', ({ call, params }) => {
		remove(call.branch, present(call.branch, params.uid).uid);
		return { notice: 'Folder deleted successfully.' };
	});
}

function view(branch: Branch, folder: Folder): Fields {
	return folderView(folder, pathOfFolder(branch, folder));
}

function present(branch: Branch, uid: string): Folder {
	const folder = branch.folders.get(uid);
	if (!folder) throw new ApiError(422, 145, 'Folder was not found.', { uid: ['is not valid.'] });
	return folder;
}

function change(branch: Branch, folder: Folder, { name, parent_uid: parent }: Fields): void {
	if (name === undefined ? folder.name === '' : typeof name !== 'string' || name === '')
		throw unprocessable(145, 'Folder creation failed. Please try again.', {
			name: ['is a required field.'],
		});
	if (typeof parent === 'string' && parent !== '') {
		const above = present(branch, parent);
		if (pathOfFolder(branch, above).length + 2 > MAX_DEPTH)
			throw unprocessable(145, 'Folder creation failed. Please try again.', {
				parent_uid: [`is more than ${MAX_DEPTH} deep.`],
			});
		folder.parent = above.uid;
	} else if (parent === null) {
		folder.parent = null;
	}
	if (typeof name === 'string') folder.name = name;
}

/** A folder goes with everything in it. */
function remove(branch: Branch, uid: string): void {
	branch.folders.delete(uid);
	for (const asset of [...branch.assets.values()])
		if (asset.parent === uid) branch.assets.delete(asset.uid);
	for (const folder of [...branch.folders.values()])
		if (folder.parent === uid) remove(branch, folder.uid);
}
