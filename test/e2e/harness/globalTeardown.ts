import { running } from './suite';

export default async function globalTeardown(): Promise<void> {
	for (const close of running.splice(0).reverse()) await close();
}
