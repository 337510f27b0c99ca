import { z } from 'zod';
import { accepted, compact, created, found, noContent, ok, omit } from '../../answers';
import type { Api, Call } from '../../api';
import { createCollection } from '../../domain/collections';
import { createJob, updateJob } from '../../domain/jobs';
import { newId } from '../../ids';
import type { Wire } from '../../model';
import { page } from '../../paging';
import { nonEmpty, uuid } from '../../schemas';

const creation = z.object({
	name: nonEmpty,
	collection_id: uuid.optional(),
	collection_parent_id: uuid.optional(),
	storage_id: uuid.nullish(),
});

/** Members by project. */
type Members = Array<{ id: string; date_created: string }>;

export function projectRoutes(api: Api): void {
	const path = '/v1/projects';
	const one = `${path}/:project_id`;

	api.on('GET', 'assets', `${path}/`, 'can_read_projects', (call) =>
		page(call, [...call.tenant.store.projects.values()].map(shown)),
	);
	api.on('POST', 'assets', `${path}/`, 'can_create_projects', (call) =>
		created(shown(create(call))),
	);
	api.on('GET', 'assets', `${one}/`, 'can_read_projects', (call) => ok(shown(projectOf(call))));
	for (const method of ['PATCH', 'PUT'] as const)
		api.on(method, 'assets', `${one}/`, 'can_write_projects', (call) => {
			const sent = call.read(creation.pick({ name: true, storage_id: true }).partial());
			return ok(shown(Object.assign(projectOf(call), compact(sent))));
		});
	api.on('DELETE', 'assets', `${one}/`, 'can_delete_projects', (call) => {
		call.tenant.store.projects.delete(projectOf(call).id);
		const job = createJob(call.tenant, call.cause, { title: 'Delete project', type: 'DELETE' });
		updateJob(call.tenant, job, { status: 'FINISHED' });
		return accepted({ job_id: job.id });
	});

	api.on('GET', 'assets', `${one}/members/`, 'can_read_projects', (call) =>
		ok({ objects: membersOf(projectOf(call)) }),
	);
	api.on('POST', 'assets', `${one}/members/`, 'can_add_project_members', (call) => {
		const { id } = call.read(z.object({ id: uuid }));
		found(call.tenant.store.users.get(id), 'User');
		const member = { id, date_created: call.tenant.store.now() };
		membersOf(projectOf(call)).push(member);
		return created(member);
	});
	api.on('DELETE', 'assets', `${one}/members/:member_id/`, 'can_delete_project_members', (call) => {
		const members = membersOf(projectOf(call));
		const index = members.findIndex(({ id }) => id === call.params.member_id);
		found(members[index], 'Project member');
		members.splice(index, 1);
		return noContent();
	});
}

function create(call: Call): Wire {
	const { name, collection_id, collection_parent_id, storage_id } = call.read(creation);
	const { store } = call.tenant;
	if (collection_id) found(store.collections.get(collection_id), 'Collection');
	if (collection_parent_id) found(store.collections.get(collection_parent_id), 'Parent collection');
	const collectionId =
		collection_id ??
		createCollection(
			call.tenant,
			{ title: name, parent_id: collection_parent_id ?? null },
			call.cause,
		).id;
	const now = store.now();
	const project = compact({
		id: newId(),
		name,
		collection_id: collectionId,
		storage_id,
		status: 'ACTIVE',
		created_by_user: call.user.id,
		system_domain_id: store.systemDomainId,
		date_created: now,
		date_modified: now,
		members: [] as Members,
	});
	store.projects.set(project.id, project);
	const collection = store.collections.get(collectionId);
	if (collection) collection.project_id = project.id;
	return project;
}

function shown(project: Wire): Record<string, unknown> {
	return omit(project, 'members');
}

function membersOf(project: Wire): Members {
	return project.members as Members;
}

function projectOf({ tenant, params }: Call): Wire {
	return found(tenant.store.projects.get(params.project_id ?? ''), 'Project');
}
