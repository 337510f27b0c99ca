import { z } from 'zod';
import { createAsset, updateAsset } from '../assets/save';
import { fileOf } from '../assets/upload';
import { assetView } from '../assets/view';
import { assetOrRefuse } from '../assets/find';
import { createEntry, deleteEntry, updateEntry, type Saved } from '../entries/save';
import { moveToStage } from '../entries/stages';
import { entryView } from '../entries/view';
import { workflowOf } from '../publishRules';
import { contentTypeOf } from '../entries/lookup';
import type { Service } from '../service';
import type { Branch } from '../state';
import { BadAction } from '../../kit/controlApi';
import {
	action,
	branchIn,
	branchInput,
	entryIn,
	entryInput,
	localeInput,
	personIn,
	personInput,
} from './input';

const fields = z.record(z.unknown()).describe('field values by uid');

/** What editors do with entries and assets. */
export function contentActions(service: () => Service) {
	const master = () => service().stack.masterLocale;
	return {
		'create-entry': action(
			'An editor creates an entry.',
			z
				.object({
					contentType: z.string(),
					fields,
					locale: localeInput,
					branch: branchInput,
					person: personInput,
				})
				.strict(),
			({ contentType, fields: values, locale = master(), branch: name, person }) => {
				const branch = branchIn(service(), name);
				const { uid } = personIn(service(), person);
				return shown(
					service(),
					branch,
					createEntry(service(), branch, contentTypeOf(branch, contentType), locale, values, uid),
				);
			},
		),
		'save-entry': action(
			'An editor changes fields of an entry and saves it, which makes a new version and publishes nothing.',
			z.object({ ...entryInput, fields, locale: localeInput }).strict(),
			({ fields: values, locale = master(), person, ...named }) => {
				const { branch, entry } = entryIn(service(), named);
				return shown(
					service(),
					branch,
					updateEntry(service(), branch, entry, locale, values, personIn(service(), person).uid),
				);
			},
		),
		'delete-entry': action(
			'An editor deletes an entry, or only its content in some locales.',
			z.object({ ...entryInput, locales: z.array(z.string()).optional() }).strict(),
			({ locales, ...named }) => {
				const { branch, entry } = entryIn(service(), named);
				deleteEntry(service(), branch, entry, locales);
			},
		),
		'lock-entry': action(
			'A person opens an entry and holds it, so that nobody else can save it.',
			z.object(entryInput).strict(),
			({ person, ...named }) => {
				entryIn(service(), named).entry.lockedBy = personIn(service(), person).uid;
			},
		),
		'unlock-entry': action(
			'A person lets go of an entry.',
			z.object(entryInput).strict(),
			(named) => {
				delete entryIn(service(), named).entry.lockedBy;
			},
		),
		'move-stage': action(
			'A person moves an entry to a workflow stage.',
			z
				.object({
					...entryInput,
					stage: z.string().describe('name or uid'),
					locale: localeInput,
					comment: z.string().optional(),
					due_date: z.string().optional().describe('a day such as Thu Dec 01 2026'),
				})
				.strict(),
			({ stage: wanted, locale = master(), person, comment, due_date, ...named }) => {
				const { branch, entry } = entryIn(service(), named);
				const workflow = workflowOf(
					[...service().stack.workflows.values()],
					branch,
					entry.contentType,
				);
				const stage = workflow?.workflow_stages.find(
					({ uid, name }) => uid === wanted || name === wanted,
				);
				if (!stage)
					throw new BadAction(
						`There is no stage "${wanted}" in the workflow of "${entry.contentType}"`,
					);
				const caller = { kind: 'authtoken' as const, user: personIn(service(), person).uid };
				moveToStage(
					service(),
					branch,
					entry,
					locale,
					{
						uid: stage.uid,
						...(comment !== undefined && { comment }),
						...(due_date !== undefined && { due_date }),
					},
					caller,
				);
			},
		),
		'upload-asset': action(
			'A person uploads a file as a new asset, or as a new version of one.',
			z
				.object({
					uid: z.string().optional().describe('the asset whose file is replaced'),
					filename: z.string(),
					contentType: z.string().default('application/octet-stream'),
					content: z.string().describe('the bytes in base64'),
					title: z.string().optional(),
					branch: branchInput,
					person: personInput,
				})
				.strict(),
			({ uid, filename, contentType, content, title, branch: name, person }) => {
				const branch = branchIn(service(), name);
				const file = fileOf(filename, contentType, Buffer.from(content, 'base64'));
				const input = { file, fields: title === undefined ? {} : { title } };
				const user = personIn(service(), person).uid;
				if (uid === undefined)
					return assetView(service(), createAsset(service(), branch, input, user));
				const asset = assetOrRefuse(service(), branch, uid);
				updateAsset(service(), branch, asset, input, user);
				return assetView(service(), asset);
			},
		),
	};
}

function shown(service: Service, branch: Branch, { entry, locale, version }: Saved) {
	return entryView(service, branch, entry, locale, version, {
		publishDetails: true,
		workflow: true,
	});
}
