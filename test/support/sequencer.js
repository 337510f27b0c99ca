const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Test files of the project e2e share one n8n and one sandbox, so they run in the order of their names: the same everywhere, whatever
 * ran or failed before. All others stay in jest's own order, the longest first.
 */
module.exports = class extends Sequencer {
	sort(tests) {
		const isShared = ({ context }) => context.config.displayName?.name === 'e2e';
		const inOrder = tests.filter(isShared).sort((a, b) => (a.path < b.path ? -1 : 1));
		return [...super.sort(tests.filter((test) => !isShared(test))), ...inOrder];
	}
};
