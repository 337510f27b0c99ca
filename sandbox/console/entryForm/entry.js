/* global document */
import { connectCustomField } from './customField.js';

const LOCALE = 'en-us';
const byId = (id) => document.getElementById(id);

let forms = [];
/** What has been changed since the last save, by field. */
let draft = {};
let connection;

async function call(method, path, body) {
	const answer = await fetch(path, {
		method,
		...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const content = await answer.json();
	if (!answer.ok) throw new Error(content.error ?? `The console answered ${answer.status}`);
	return content;
}

const option = (value, text) => {
	const element = document.createElement('option');
	element.value = value;
	element.textContent = text;
	return element;
};

const chosenForm = () =>
	forms.find(({ contentType }) => contentType.uid === byId('contentType').value);

function showForms(answer, chosen) {
	forms = answer.forms;
	byId('none').hidden = forms.length + answer.addable.length > 0;
	byId('add').hidden = answer.addable.length === 0;
	byId('form').hidden = forms.length === 0;
	byId('addable').replaceChildren(...answer.addable.map(({ uid, title }) => option(uid, title)));
	byId('contentType').replaceChildren(
		...forms.map(({ contentType: { uid, title } }) => option(uid, title)),
	);
	if (chosen) byId('contentType').value = chosen;
	if (forms.length > 0) return showEntries();
}

async function showEntries(chosen) {
	const { entries } = chosenForm();
	byId('entry').replaceChildren(
		option('', 'New entry'),
		...entries.map(({ uid, title }) => option(uid, title)),
	);
	byId('entry').value = chosen ?? entries[0]?.uid ?? '';
	await showEntry();
}

async function showEntry() {
	const { contentType, field, extension } = chosenForm();
	const uid = byId('entry').value;
	const entry = uid ? await call('GET', `/api/forms/${contentType.uid}/${uid}`) : {};
	// Somebody has chosen another one in the meantime.
	if (chosenForm().contentType !== contentType || byId('entry').value !== uid) return;
	draft = {};
	showDraft();
	byId('answer').textContent = '';
	byId('label').textContent = field.display_name ?? field.uid;
	byId('texts').replaceChildren(...contentType.schema.filter(isPlainText).map(textField(entry)));

	connection?.close();
	const frame = document.createElement('iframe');
	frame.title = field.display_name ?? field.uid;
	frame.allow = 'fullscreen';
	byId('frame').replaceChildren(frame);
	connection = connectCustomField(frame, {
		extension,
		contentType,
		entry,
		field,
		locale: LOCALE,
		onChange: change,
	});
}

const isPlainText = ({ uid, data_type, multiple }) =>
	data_type === 'text' && !multiple && (uid === 'title' || uid === 'iconik_asset_id');

const textField = (entry) => (field) => {
	const label = document.createElement('label');
	const input = document.createElement('input');
	input.name = field.uid;
	input.value = entry[field.uid] ?? '';
	input.required = field.mandatory === true;
	input.addEventListener('input', () => change(field.uid, input.value));
	label.append(field.display_name ?? field.uid, input);
	return label;
};

/** A value of the form changes, by an editor's hand or by the custom field. */
function change(uid, value) {
	draft[uid] = value;
	const input = byId('texts').querySelector(`input[name="${uid}"]`);
	if (input && input.value !== value) input.value = String(value ?? '');
	byId('answer').textContent = '';
	showDraft();
}

function showDraft() {
	byId('draft').textContent = JSON.stringify(draft, null, 2);
	byId('save').disabled = Object.keys(draft).length === 0;
}

async function save(event) {
	event.preventDefault();
	const { contentType } = chosenForm();
	const uid = byId('entry').value;
	try {
		const path = `/api/forms/${contentType.uid}/${uid}`;
		const entry = await call('PUT', path, { fields: draft });
		draft = {};
		showDraft();
		if (uid === '') {
			byId('entry').append(option(entry.uid, entry.title));
			byId('entry').value = entry.uid;
		}
		byId('answer').className = 'good';
		byId('answer').textContent = `Saved as version ${entry._version}`;
		await connection.saved(entry);
	} catch (error) {
		byId('answer').className = 'bad';
		byId('answer').textContent = error.message;
	}
}

byId('form').addEventListener('submit', (event) => void save(event));
byId('contentType').addEventListener('change', () => void showEntries());
byId('entry').addEventListener('change', () => void showEntry());
byId('addPicker').addEventListener('click', async () => {
	const contentType = byId('addable').value;
	showForms(await call('POST', '/api/forms', { contentType }), contentType);
});

showForms(await call('GET', '/api/forms'));
