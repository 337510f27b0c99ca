import { crc32, deflateSync } from 'zlib';

const WIDTH = 320;
const HEIGHT = 180;

/** A small grey gradient as a PNG file: a stand-in for a film still that any browser shows. */
export function stillPng(shade: number): Buffer {
	const rows = Array.from({ length: HEIGHT }, (_row, y) => {
		const pixels = Array.from({ length: WIDTH }, (_pixel, x) => (shade + ((x + y) >> 3)) & 0xff);
		return Buffer.from([0, ...pixels]);
	});
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	header[8] = 8;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.concat(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
