/* global document, setInterval */
const REFRESH_MS = 1500;

const byId = (id) => document.getElementById(id);
const clock = (time) => new Date(time).toLocaleTimeString('en-GB');
const statusClass = (status) => (status !== null && status >= 200 && status < 400 ? 'good' : 'bad');

/** Ids are long and say little: their beginning is enough to tell them apart. The whole text is shown on hovering. */
const short = (text) => text.replace(/([0-9a-f]{8})-[0-9a-f-]{27}/g, '$1…');

/** Cells are texts or [text, class]. Everything goes in as text, so nothing that a service sends can become markup. */
function fill(table, rows) {
	const elements = (rows.length > 0 ? rows : [['none yet']]).map((cells) => {
		const row = document.createElement('tr');
		for (const cell of cells) {
			const [text, className] = Array.isArray(cell) ? cell : [cell, ''];
			const element = document.createElement('td');
			element.textContent = short(String(text));
			element.title = String(text);
			element.className = className;
			row.append(element);
		}
		return row;
	});
	table.replaceChildren(...elements);
}

function showService(name, { total, calls, deliveries }) {
	const section = document.querySelector(`[data-service="${name}"]`);
	section.querySelector('small').textContent = `${total} calls`;
	fill(
		section.querySelector('.calls'),
		calls.map(({ time, method, path, status, kind, milliseconds }) => [
			clock(time),
			[status || 'reset', statusClass(status)],
			[method, kind === 'read' ? '' : 'change'],
			[path, 'wide'],
			`${milliseconds} ms`,
		]),
	);
	fill(
		section.querySelector('.deliveries'),
		deliveries.map(({ time, url, status, error, attempt }) => [
			clock(time),
			[status ?? error, statusClass(status)],
			[url, 'wide'],
			attempt > 0 ? `attempt ${attempt}` : '',
		]),
	);
}

let shownVideos = '';

/** The list is left alone while nothing has changed, and while somebody chooses from it. */
function showVideos(videos) {
	const select = byId('asset');
	const now = JSON.stringify(videos);
	if (now === shownVideos || document.activeElement === select) return;
	shownVideos = now;
	const chosen = select.value;
	const options = videos.map(({ id, title, standing }) => {
		const option = document.createElement('option');
		option.value = id;
		option.textContent = `${title} (${standing})`;
		return option;
	});
	select.replaceChildren(...options);
	if (videos.some(({ id }) => id === chosen)) select.value = chosen;
}

async function refresh() {
	const answer = await fetch('/api/overview');
	const overview = await answer.json();
	showService('iconik', overview.iconik);
	showService('contentstack', overview.contentstack);
	showVideos(overview.videos);
	fill(
		byId('events'),
		overview.events.map(({ time, text }) => [clock(time), [text, 'wide']]),
	);
}

async function press(name) {
	const answer = await fetch(`/api/buttons/${encodeURIComponent(name)}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ assetId: byId('asset').value }),
	});
	const { text, error } = await answer.json();
	byId('answer').textContent = text ?? error;
	byId('answer').className = answer.ok ? 'good' : 'bad';
	await refresh();
}

async function start() {
	const buttons = await (await fetch('/api/buttons')).json();
	for (const { name, label, hint } of buttons) {
		const button = document.createElement('button');
		button.textContent = label;
		button.title = hint;
		button.addEventListener('click', () => void press(name));
		byId('buttons').append(button);
	}
	await refresh();
	setInterval(() => void refresh().catch(() => undefined), REFRESH_MS);
}

void start();
