import { randomUUID } from 'crypto';
import type { SingleUseBody } from '../transport/stack';
import type { Content } from './content';
import type { ByteStream } from './fetchFile';

/**
 * A `multipart/form-data` body with text fields and one file, whose bytes flow through as they come.
 * @param part the name of the file's part
 */
export function multipart(
	fields: Record<string, string>,
	part: string,
	file: { name: string; mimeType: string; content: Content },
): SingleUseBody {
	const boundary = `----n8n-${randomUUID()}`;
	const texts = Object.entries(fields).map(
		([name, text]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
	);
	const head = Buffer.from(
		`${texts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${part}"; ${fileNames(file.name)}\r\n` +
			`Content-Type: ${file.mimeType.replace(/[\r\n]/g, '')}\r\n\r\n`,
	);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const { bytes, length } = file.content;
	const body = Buffer.isBuffer(bytes)
		? Buffer.concat([head, bytes, tail])
		: framed(head, bytes, tail);
	return {
		body,
		headers: {
			'content-type': `multipart/form-data; boundary=${boundary}`,
			'content-length': head.length + length + tail.length,
		},
		discard: () => {
			if (!Buffer.isBuffer(body)) body.destroy();
			if (!Buffer.isBuffer(bytes)) bytes.destroy();
		},
	};
}

function framed(head: Buffer, bytes: ByteStream, tail: Buffer): ByteStream {
	return bytes.compose(async function* (chunks: AsyncIterable<Buffer>) {
		yield head;
		yield* chunks;
		yield tail;
	} as never);
}

/** Servers differ in how they read names beyond ASCII: a plain name for all, the true one for those that know RFC 5987. */
function fileNames(name: string): string {
	const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
	return `filename="${plain}"${plain === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`}`;
}
