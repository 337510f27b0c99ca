/* global document, window */
import { connectCustomField } from '/customField.js';

const { extension, field = {}, value, schema = [], refuses = 0 } = window.formSettings;
const media = { uid: 'media', display_name: 'Media', data_type: 'json', ...field };

/** What the form would save, and how often it was told. */
window.form = { values: {}, changes: 0, refuses };

connectCustomField(document.getElementById('field'), {
	extension,
	contentType: { uid: 'story', schema: [{ uid: 'title', data_type: 'text' }, media, ...schema] },
	entry: { uid: 'blt1', title: 'Story', media: value },
	field: media,
	locale: 'en-us',
	onChange: (uid, data) => {
		if (window.form.refuses > 0) {
			window.form.refuses -= 1;
			throw new Error('The form is busy');
		}
		window.form.values[uid] = data;
		window.form.changes += 1;
	},
});
