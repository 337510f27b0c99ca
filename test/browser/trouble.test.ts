import type { Frame } from 'playwright-core';
import { eventually } from '../support/eventually';
import { details, item, items, picked } from './support/library';
import { KEY, refuse } from './support/mockPicker';
import { Stage } from './support/stage';

const stage = new Stage();
beforeAll(async () => await stage.start(), 60_000);
afterEach(async () => await stage.clear());
afterAll(async () => await stage.stop());

const shows = async (picker: Frame, text: string | RegExp) =>
	await picker.getByText(text).first().waitFor();
const button = (picker: Frame, name: string | RegExp) => picker.getByRole('button', { name });
const asked = (name: string) => stage.mock.asked.filter((one) => one.name === name).length;

/** Every call but the session is refused like this. */
const refuseAll = (status: number, code: string, message: string, retryAfter?: number) => {
	stage.mock.twist = async ({ name }, reply) => {
		if (name === 'session') return false;
		await refuse(reply, status, code, message, retryAfter);
		return true;
	};
};

describe('the editor sees what to do', () => {
	test.each([
		['has no key', {}, /configuration in Contentstack has no access key/],
		['has a wrong key', { key: 'wrong' }, /Ask for the right key/],
	])('when the extension %s', async (_what, extensionConfig, message) => {
		const { picker } = await stage.openField({ extensionConfig });
		await button(picker, 'Choose media').click();
		await shows(picker, message);
	});

	test('when the workflow is not published', async () => {
		stage.mock.twist = async (_asked, reply) => {
			await reply.code(404).send({ code: 404, message: 'The webhook is not registered' });
			return true;
		};
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await shows(picker, /Its workflow in n8n is not published/);
	});

	test('when there were too many requests: it counts down and goes on by itself', async () => {
		refuseAll(429, 'too_many', 'Too many requests from here.', 2);
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await shows(picker, 'Too many requests at once');
		expect(await button(picker, /Try again in [12] s/).isDisabled()).toBe(true);
		stage.mock.twist = null;

		await picker.getByRole('row').first().waitFor();
	});

	test('when iconik is down: with the message of the node, and a button that asks again', async () => {
		refuseAll(502, 'iconik_down', 'Come back after lunch.');
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await shows(picker, 'Come back after lunch.');
		stage.mock.twist = null;
		await button(picker, 'Try again').click();
		await picker.getByRole('row').first().waitFor();
	});

	test('when n8n does not answer', async () => {
		const { picker } = await stage.openField();
		await picker
			.page()
			.context()
			.route(/\/picker\/search/, async (route) => await route.abort());
		await button(picker, 'Choose media').click();
		await shows(picker, 'The picker cannot be reached');
	});

	test('when a later page cannot be had: what was found stays', async () => {
		stage.mock.library = items(60);
		stage.mock.twist = async ({ query }, reply) => {
			if (!query.cursor) return false;
			await refuse(reply, 502, 'iconik_down', 'iconik is away.');
			return true;
		};
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await picker.getByRole('row').first().waitFor();
		await picker.locator('.results').evaluate((list) => list.scrollTo(0, list.scrollHeight));
		await shows(picker, 'iconik is away.');
		expect(await picker.getByRole('row').count()).toBe(24);
		stage.mock.twist = null;
		await button(picker, 'Try again').click();
		await eventually(async () => expect(await picker.getByRole('row').count()).toBeGreaterThan(24));
	});

	test('when how the media stand cannot be read: the field shows them all the same', async () => {
		refuseAll(502, 'iconik_down', 'iconik is away.');
		const { picker, values } = await stage.openField({ value: [picked(item(0))] });
		await shows(picker, 'How these stand in iconik could not be checked.');
		await shows(picker, 'Above the Treeline – Hero Film');
		expect(await values()).toEqual({});
		stage.mock.twist = null;
		await button(picker, 'Try again').click();
		await shows(picker, 'Approved');
	});
});

describe('nothing is lost', () => {
	test('offline: what is in the field stays, and the search goes on with the connection', async () => {
		const { page, picker, values } = await stage.openField({ value: [picked(item(0))] });
		await shows(picker, 'Approved');
		await button(picker, 'Choose media').click();
		await picker.getByRole('row').first().waitFor();
		await picker.getByRole('checkbox', { name: 'Summit Light', exact: true }).click();
		await page.context().setOffline(true);
		await shows(picker, 'You are offline');
		await picker.getByRole('textbox', { name: 'Search' }).fill('ridge');
		expect(await values()).toEqual({});

		await page.context().setOffline(false);

		await shows(picker, /^10 media items$/);
		await eventually(async () => expect(await picker.getByText('You are offline').count()).toBe(0));
		await shows(picker, '2 chosen');
	});

	test('an expired session is renewed while an editor types', async () => {
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await picker.getByRole('row').first().waitFor();
		await picker.getByRole('checkbox', { name: 'Summit Light', exact: true }).click();
		stage.mock.sessions.clear();
		stage.mock.sessions.add('of somebody else');

		await picker.getByRole('textbox', { name: 'Search' }).fill('ridge');

		await shows(picker, /^10 media items$/);
		await shows(picker, '1 chosen');
		expect(asked('session')).toBe(2);
	});

	test('a session that expires again and again is not renewed without end', async () => {
		refuseAll(401, 'session_expired', 'The session has ended.');
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await shows(picker, 'The session has ended');
		expect(asked('session')).toBeLessThanOrEqual(2);
	});

	test('a workflow that fails leaves the choice, and the field as it was', async () => {
		stage.mock.twist = async ({ name }, reply) => {
			if (name !== 'select') return false;
			await reply.code(500).send({ message: 'Error in workflow' });
			return true;
		};
		const { picker, values, ids } = await stage.openField({ value: [picked(item(0))] });
		await button(picker, 'Choose media').click();
		await picker.getByRole('checkbox', { name: 'Summit Light', exact: true }).click();
		await button(picker, /^Use 2/).click();
		await shows(picker, 'The media could not be prepared');
		await shows(picker, 'What you chose is kept.');
		expect(await values()).toEqual({});
		stage.mock.twist = null;

		await button(picker, 'Try again').click();

		await eventually(async () => expect(await ids()).toEqual(['asset-0', 'asset-9']));
	});

	test('a version that cannot be prepared leaves the field as it was', async () => {
		stage.mock.selectAnswer = ({ picks }) => ({
			values: [],
			refused: picks.map(({ id }) => ({ id, reason: 'It was blocked just now.' })),
		});
		const { picker, values } = await stage.openField({ value: [picked(item(2))] });
		await button(picker, /^Pin Ridge/).click();
		await shows(picker, 'It was blocked just now.');
		await shows(picker, 'Latest approved · v3');
		expect(await values()).toEqual({});
	});
});

describe('what iconik holds does no harm', () => {
	const EVIL = '<img src=x onerror="document.title=1"><script>document.title=1</script>';

	test('markup in a title, a reason or an address is text', async () => {
		const evil = { title: EVIL, holdReasons: [EVIL], posterUrl: 'javascript:document.title=1' };
		stage.mock.library = [item(0, evil)];
		stage.mock.twist = async ({ name }, reply) => {
			if (name !== 'asset') return false;
			const shown = details(item(0, evil));
			await reply.send({ ...shown, description: EVIL, webUrl: 'javascript:document.title=1' });
			return true;
		};
		const { picker } = await stage.openField({ value: [picked(item(0, evil))] });
		await shows(picker, EVIL);
		await button(picker, 'Choose media').click();
		await button(picker, /^Preview <img/).click();
		await shows(picker, 'Film & Story');

		expect(await picker.getByText('Open in iconik').getAttribute('href')).toBeNull();
		expect(await picker.title()).toBe('iconik Media Picker');
		expect(await picker.locator('img[onerror], script:not([type=module])').count()).toBe(0);
	});

	test('the node is told whose frame the page stands in', async () => {
		const { picker } = await stage.openField();
		await button(picker, 'Choose media').click();
		await picker.getByRole('row').first().waitFor();
		const [session] = stage.mock.asked;
		expect(session?.body).toEqual({ key: KEY, parentOrigin: new URL(stage.hostUrl).origin });
	});
});

describe('opened alone', () => {
	test('the page asks for the key and shows what would be stored', async () => {
		const page = await stage.newPage();
		await page.goto(stage.mock.url);
		await page.getByLabel('Access key').fill(KEY);
		await page.getByRole('button', { name: 'Open' }).click();
		await page.getByRole('button', { name: 'Choose media' }).click();
		await page.getByRole('checkbox', { name: 'Summit Light', exact: true }).click();
		await page.getByRole('button', { name: 'Use 1 media item' }).click();
		await page.getByText('What the field would store').click();
		expect(JSON.parse(await page.locator('pre').innerText())).toEqual([picked(item(9))]);
	});
});
