import { isLocal } from '../../../lib/localAddress';

it.each([
	['http://localhost:5678/webhook', true],
	['http://n8n.localhost/webhook', true],
	['http://127.0.0.1:5678', true],
	['http://127.8.8.8', true],
	['http://[::1]:5678/', true],
	['http://0.0.0.0', true],
	['https://n8n.example.com/webhook', false],
	['https://localhost.example.com', false],
	['https://127.example.com', false],
	['http://192.168.1.10:5678', false],
])('%s is an address of this machine alone: %s', (address, isSo) => {
	expect(isLocal(address)).toBe(isSo);
});
