/**
 * Writes small but real JPEG files: baseline, three components without subsampling, each 8x8 block in one colour. So a block
 * is one DC difference and an end-of-block code, and the encoder stays short.
 */

export type Colour = readonly [red: number, green: number, blue: number];

/** Code lengths and symbols of the DC table: the standard's own for luminance. */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** The only AC code in use is "end of block", one bit long. */
const AC_COUNTS = [1, ...new Array<number>(15).fill(0)];
/** One step of the quantised DC value is one level of brightness: 8 steps of the transform. */
const QUANTISATION = 8;

/** A JPEG of `columns` x `rows` blocks of 8 pixels, coloured by `colourAt(column, row)`. */
export function encodeJpeg(
	columns: number,
	rows: number,
	colourAt: (column: number, row: number) => Colour,
): Buffer {
	const bits = new BitWriter();
	const previous = [0, 0, 0];
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			toYCbCr(colourAt(column, row)).forEach((level, component) => {
				writeDifference(bits, level - (previous[component] as number));
				bits.write(0, 1);
				previous[component] = level;
			});
		}
	}
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
		segment(0xdb, Buffer.from([0, ...new Array<number>(64).fill(QUANTISATION)])),
		segment(0xc0, frameHeader(columns * 8, rows * 8)),
		segment(0xc4, Buffer.from([0x00, ...DC_COUNTS, ...DC_SYMBOLS])),
		segment(0xc4, Buffer.from([0x10, ...AC_COUNTS, 0])),
		segment(0xda, Buffer.from([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
		bits.end(),
		Buffer.from([0xff, 0xd9]),
	]);
}

function frameHeader(width: number, height: number): Buffer {
	const header = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
	header.writeUInt16BE(height, 1);
	header.writeUInt16BE(width, 3);
	return header;
}

function segment(marker: number, body: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
}

function toYCbCr([red, green, blue]: Colour): number[] {
	const luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
	return [luminance - 128, (blue - luminance) * 0.564, (red - luminance) * 0.713].map(Math.round);
}

function writeDifference(bits: BitWriter, difference: number): void {
	const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
	const { code, length } = dcCode(size);
	bits.write(code, length);
	if (size > 0) bits.write(difference > 0 ? difference : difference + 2 ** size - 1, size);
}

function dcCode(symbol: number): { code: number; length: number } {
	let code = 0;
	let index = 0;
	for (let length = 1; length <= 16; length++) {
		for (let i = 0; i < (DC_COUNTS[length - 1] as number); i++) {
			if (DC_SYMBOLS[index++] === symbol) return { code, length };
			code += 1;
		}
		code <<= 1;
	}
	throw new Error(`No code for a difference of ${symbol} bits`);
}

class BitWriter {
	private readonly bytes: number[] = [];
	private buffer = 0;
	private filled = 0;

	write(value: number, length: number): void {
		for (let bit = length - 1; bit >= 0; bit--) {
			this.buffer = (this.buffer << 1) | ((value >> bit) & 1);
			if (++this.filled === 8) this.flush();
		}
	}

	/** Fills the last byte with ones, as the format asks. */
	end(): Buffer {
		while (this.filled > 0) this.write(1, 1);
		return Buffer.from(this.bytes);
	}

	private flush(): void {
		this.bytes.push(this.buffer);
		// 0xff begins a marker, so one within the data is followed by a zero byte.
		if (this.buffer === 0xff) this.bytes.push(0);
		this.buffer = 0;
		this.filled = 0;
	}
}
