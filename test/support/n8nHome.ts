import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Settings of the n8n that a test file is, made when this module loads: n8n-core reads them on its own import, so import this first.
 * The home folder is a fresh one, else the engine would write into that of whoever runs the tests.
 */
export const n8nHome = mkdtempSync(join(tmpdir(), 'n8n-engine-'));

Object.assign(process.env, {
	N8N_USER_FOLDER: n8nHome,
	N8N_ENCRYPTION_KEY: 'engine-tests-only',
	N8N_LOG_LEVEL: 'silent',
	N8N_DIAGNOSTICS_ENABLED: 'false',
});

afterAll(async () => await rm(n8nHome, { recursive: true, force: true }));
