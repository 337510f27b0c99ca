import { gzipSync } from 'node:zlib';
import { page } from './support/page';

const MOST_BYTES = 300_000;

describe('the page', () => {
	test('is one file below 300 kB as it travels', () => {
		expect(gzipSync(page.html()).length).toBeLessThan(MOST_BYTES);
	});

	test('holds React as it is for production', () => {
		expect(page.html()).toMatch(/react\.dev\/errors/);
	});

	test('loads nothing from elsewhere', () => {
		const outside = page.html().replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '');
		expect(outside).not.toMatch(/\b(src|href)="(?!data:,)/);
		expect(page.html()).not.toMatch(/@import|url\(\s*["']?https?:/);
	});

	test('has one script and one style, each with its hash', () => {
		expect(page.policy()).toMatch(
			/script-src 'sha256-[\w+/=]{44}'; style-src 'sha256-[\w+/=]{44}';/,
		);
	});
});
