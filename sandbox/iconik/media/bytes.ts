import { createHash } from 'crypto';
import type { MediaFile } from '../model';
import { encodeJpeg, type Colour } from './jpeg';

/** The bytes of a proxy, keyframe or original: always the same for a file, and different for each version. */
export function mediaBytes(file: Pick<MediaFile, 'version_id' | 'content_type'>): Buffer {
	if (file.content_type === 'image/jpeg') return poster(file.version_id);
	return container(file);
}

/** A 320 x 184 picture: a sky, a line of hills and a sun, in colours that the version's id decides. */
function poster(versionId: string): Buffer {
	const seed = createHash('sha256').update(versionId).digest();
	const at = (index: number) => seed[index] as number;
	const sky: Colour = [60 + (at(0) % 90), 90 + (at(1) % 90), 140 + (at(2) % 100)];
	const ground: Colour = [at(3) % 90, 50 + (at(4) % 90), at(5) % 90];
	const [sunColumn, sunRow] = [4 + (at(6) % 32), 3 + (at(7) % 6)];
	return encodeJpeg(40, 23, (column, row) => {
		const hills = 13 + Math.round(4 * Math.sin(column / (3 + (at(8) % 6)) + at(9)));
		if (row >= hills) return shade(ground, 1 - (row - hills) / 30);
		if (Math.hypot(column - sunColumn, row - sunRow) < 2.6) return [255, 226, 140];
		return shade(sky, 0.7 + row / 45);
	});
}

function shade(colour: Colour, factor: number): Colour {
	const level = (value: number) => Math.max(0, Math.min(255, Math.round(value * factor)));
	return [level(colour[0]), level(colour[1]), level(colour[2])];
}

/** An MP4 box structure with a movie header and a few kilobytes of filler: a file that says what it is, not one to watch. */
function container({
	version_id,
	content_type,
}: Pick<MediaFile, 'version_id' | 'content_type'>): Buffer {
	const brand = content_type.startsWith('audio/') ? 'M4A ' : 'isom';
	const header = Buffer.alloc(100);
	header.writeUInt32BE(1000, 12);
	header.writeUInt32BE(5000, 16);
	header.writeUInt32BE(0x00010000, 20);
	const filler = createHash('sha512').update(version_id).digest();
	return Buffer.concat([
		box('ftyp', Buffer.from(`${brand}\0\0\x02\0${brand}mp42`, 'latin1')),
		box('moov', box('mvhd', header)),
		box('mdat', Buffer.concat(new Array<Buffer>(128).fill(filler))),
	]);
}

function box(type: string, body: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(body.length + 8, 0);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, body]);
}
