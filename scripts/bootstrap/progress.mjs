/** A fault whose message is all that a user needs to read. */
export class PlainError extends Error {
	plain = true;
}

const LINE_EVERY_SECONDS = 15;

/**
 * Tells on stderr that a long step goes on, with the seconds since it began: one line that counts on a terminal, a new line now
 * and then elsewhere. Nothing is written for a step that is done within a second.
 * @returns what the step gives
 */
export async function withProgress(title, step) {
	const start = Date.now();
	const seconds = () => Math.round((Date.now() - start) / 1000);
	const terminal = process.stderr.isTTY === true;
	const ticker = setInterval(() => {
		if (terminal) process.stderr.write(`\r${title} … ${seconds()} s `);
		else if (seconds() === 1 || seconds() % LINE_EVERY_SECONDS === 0)
			process.stderr.write(`${title} … ${seconds()} s\n`);
	}, 1000);
	try {
		const result = await step();
		if (seconds() >= 1) process.stderr.write(`${terminal ? '\r' : ''}${title}: ${seconds()} s \n`);
		return result;
	} catch (error) {
		if (terminal && seconds() >= 1) process.stderr.write('\n');
		throw error;
	} finally {
		clearInterval(ticker);
	}
}
