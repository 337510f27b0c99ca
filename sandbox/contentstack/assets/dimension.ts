/** Width and height of a PNG, GIF, JPEG or WebP (lossy) image, read from its header; nothing for other files. */
export function dimensionOf(bytes: Buffer): { width: number; height: number } | undefined {
	if (bytes.length < 30) return undefined;
	if (bytes.subarray(1, 4).toString('latin1') === 'PNG')
		return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
	if (bytes.subarray(0, 3).toString('latin1') === 'GIF')
		return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
	if (bytes.subarray(8, 16).toString('latin1') === 'WEBPVP8 ')
		return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
	return bytes.readUInt16BE(0) === 0xffd8 ? jpegDimension(bytes) : undefined;
}

/** The size stands in the first start-of-frame segment (C0 to CF without C4, C8 and CC). */
function jpegDimension(bytes: Buffer): { width: number; height: number } | undefined {
	let at = 2;
	while (at + 9 < bytes.length && bytes[at] === 0xff) {
		const marker = bytes[at + 1] as number;
		if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
			return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}
