import { hasSpecifications } from './openapi';
import { closeTally } from './tally';

/** After the contract tests: how much was held against iconik's specification. */
export default function globalTeardown(): void {
	const calls = closeTally();
	if (!hasSpecifications) return;
	process.stdout.write(
		`\n${calls} calls and their answers were held against iconik's OpenAPI files.\n`,
	);
}
