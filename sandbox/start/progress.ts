/** Says that a step begins and how long it took. @returns what the step gives */
export async function step<T>(title: string, run: () => Promise<T>): Promise<T> {
	const start = Date.now();
	console.log(`${title} …`);
	const result = await run();
	console.log(`  ${title}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
	return result;
}
