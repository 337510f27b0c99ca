import { hasSpecifications } from './openapi';
import { openTally } from './tally';

/** Before the contract tests: says so once if iconik's OpenAPI files are not there. */
export default function globalSetup(): void {
	openTally();
	if (hasSpecifications) return;
	process.stdout.write(
		"iconik's OpenAPI files are not at ../shared/specs/iconik: calls are not held against them.\n",
	);
}
