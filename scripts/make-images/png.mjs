/** Writes a raster as PNG (and a PNG as a one-picture icon file). */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The predictors of the PNG specification, by number. */
const FILTERS = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/** @param {Uint8Array} rgb three bytes a pixel @returns {Buffer} */
export function encodePng(rgb, width, height) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: height }, (_, y) => bestFilter(rgb, width * 3, y));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** An .ico file that holds one PNG. @returns {Buffer} */
export function encodeIcon(png, size) {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.set([size % 256, size % 256, 0, 0, 1, 0, 24, 0], 6);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** One row behind the number of the filter that leaves the smallest differences. */
function bestFilter(rgb, stride, y) {
  const byte = (x, row) => (x < 0 || row < 0 ? 0 : rgb[row * stride + x]);
  const candidates = FILTERS.map((predict, number) => {
    const line = Buffer.alloc(stride + 1, number);
    let cost = 0;
    for (let x = 0; x < stride; x++) {
      const value = (byte(x, y) - predict(byte(x - 3, y), byte(x, y - 1), byte(x - 3, y - 1))) & 255;
      line[x + 1] = value;
      cost += value < 128 ? value : 256 - value;
    }
    return { line, cost };
  });
  return candidates.reduce((best, next) => (next.cost < best.cost ? next : best)).line;
}
