/* global postRobot, URL */

/**
 * Contentstack's side of a custom field in a frame: the messages of the App SDK (`@contentstack/app-sdk`), which travel by post-robot.
 * Without an installation it is a classic extension, whose configuration comes with the first message.
 *
 * @param {HTMLIFrameElement} frame not loaded yet
 * @param {object} form
 * @param {object} form.extension `uid`, `src`, `config`, and `installationUid` for an app of the marketplace
 * @param {object} form.contentType with its schema
 * @param {object} form.entry the saved entry, `{}` for a new one
 * @param {object} form.field the field's schema, with its own `config`
 * @param {string} form.locale
 * @param {(uid: string, value: unknown) => void} form.onChange a field's value has changed in the form
 * @returns what tells the field that the entry was saved, and what ends the connection
 */
export function connectCustomField(frame, form) {
	const { extension, contentType, entry, field, locale, onChange } = form;
	const { uid, config = {}, installationUid } = extension;
	const draft = {};
	const answers = {
		init: () => ({
			type: 'FIELD',
			app_id: installationUid ? 'iconik' : undefined,
			installation_uid: installationUid,
			extension_uid: uid,
			region: 'NA',
			currentBranch: 'main',
			endpoints: {},
			stack: { api_key: 'blt0000000000000000', name: 'Sandbox', org_uid: 'sandbox' },
			user: { uid: 'sandbox-editor', first_name: 'Sandbox', last_name: 'Editor' },
			config: installationUid ? undefined : config,
			content_type: contentType,
			entry,
			locale,
			schema: { ...field, $uid: field.uid },
			uid: field.uid,
			field_config: field.config ?? {},
			value: entry[field.uid] ?? null,
		}),
		getConfig: () => config,
		setData: ({ uid: changed, data }) => {
			draft[changed] = data;
			onChange(changed, data);
			return {};
		},
		getDraftData: () => draft,
		resize: (height) => {
			frame.style.height = `${Number(height)}px`;
			return {};
		},
		focus: () => ({}),
		eventRegistration: () => ({}),
	};

	const target = { window: frame.contentWindow, domain: new URL(extension.src).origin };
	const listeners = Object.entries(answers).map(([name, answer]) =>
		postRobot.on(name, target, ({ data }) => answer(data)),
	);
	frame.src = extension.src;
	return {
		saved: async (data) => {
			const event = { name: 'entrySave', data };
			await postRobot.send(target.window, 'extensionEvent', event, { domain: target.domain });
		},
		close: () => listeners.forEach((listener) => listener.cancel()),
	};
}
