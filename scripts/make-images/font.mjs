/** Writes a small colour font (TrueType outlines, COLR and CPAL version 0) from outlines in a square of 100 by 100. */

const EM = 1000;
const ASCENT = 880;
const ADVANCE = 1180;

/**
 * @typedef {{ outlines: import('./canvas.mjs').Outline[], paint: [number, number, number] }} Layer
 * @param {string} family
 * @param {{ code: number, layers: Layer[] }[]} signs in the order of their code points
 * @returns {Buffer}
 */
export function encodeFont(family, signs) {
  const palette = [
    ...new Map(signs.flatMap((s) => s.layers).map(({ paint }) => [String(paint), paint])).values(),
  ];
  const indexOf = (paint) => palette.findIndex((other) => String(other) === String(paint));
  // Glyph 0 is the empty one; then each sign in one colour, for what knows no layers; then the layers.
  const glyphs = [glyph([]), ...signs.map((sign) => glyph(sign.layers[0].outlines))];
  const layers = signs.map((sign) =>
    sign.layers.map(({ outlines, paint }) => [glyphs.push(glyph(outlines)) - 1, indexOf(paint)]),
  );
  const tables = {
    COLR: colr(layers),
    CPAL: cpal(palette),
    'OS/2': os2(signs),
    cmap: cmap(signs),
    glyf: Buffer.concat(glyphs.map(({ bytes }) => bytes)),
    head: head(),
    hhea: hhea(glyphs.length),
    hmtx: Buffer.concat(glyphs.map(({ left }) => words(ADVANCE, left))),
    loca: loca(glyphs),
    maxp: maxp(glyphs),
    name: name(family),
    post: Buffer.concat([longs(0x00030000, 0), words(0, 0), longs(0, 0, 0, 0, 0)]),
  };
  return assemble(tables);
}

function words(...values) {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
}

function longs(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, i * 4);
  return bytes;
}

function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** Outlines of straight lines as one simple glyph. All turn clockwise (y up), so that overlaps add up. */
function glyph(outlines) {
  if (outlines.length === 0) return { bytes: Buffer.alloc(0), points: 0, contours: 0, left: 0 };
  const contours = outlines.map((outline) => {
    const placed = outline.map(([x, y]) => [
      Math.round(x * 10 + (ADVANCE - EM) / 2),
      Math.round(ASCENT - y * 10),
    ]);
    const area = placed.reduce((sum, [x1, y1], i) => {
      const [x2, y2] = placed[(i + 1) % placed.length];
      return sum + x1 * y2 - x2 * y1;
    }, 0);
    return area > 0 ? placed.reverse() : placed;
  });
  const points = contours.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  let last = -1;
  const ends = contours.map((contour) => (last += contour.length));
  const [horizontal, vertical] = [steps(xs, 0x02, 0x10), steps(ys, 0x04, 0x20)];
  const bytes = Buffer.concat([
    words(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0),
    Buffer.from(points.map((_, i) => 0x01 | horizontal.flags[i] | vertical.flags[i])),
    ...horizontal.bytes,
    ...vertical.bytes,
  ]);
  return { bytes: padded(bytes), points: points.length, contours: contours.length, left: Math.min(...xs) };
}

/** Coordinates as differences: none, one byte and a sign, or two bytes. */
function steps(values, short, positive) {
  const flags = [];
  const bytes = [];
  values.forEach((value, i) => {
    const step = value - (values[i - 1] ?? 0);
    if (step === 0) flags.push(positive);
    else if (Math.abs(step) < 256) {
      flags.push(short | (step > 0 ? positive : 0));
      bytes.push(Buffer.from([Math.abs(step)]));
    } else {
      flags.push(0);
      bytes.push(words(step));
    }
  });
  return { flags, bytes };
}

function colr(layers) {
  const records = layers.flat();
  let first = 0;
  const bases = layers.map((list, i) => {
    const record = words(i + 1, first, list.length);
    first += list.length;
    return record;
  });
  return Buffer.concat([
    words(0, layers.length),
    longs(14, 14 + layers.length * 6),
    words(records.length),
    ...bases,
    ...records.map((record) => words(...record)),
  ]);
}

function cpal(palette) {
  const colours = palette.map(([r, g, b]) => Buffer.from([b, g, r, 255]));
  return Buffer.concat([words(0, palette.length, 1, palette.length), longs(14), words(0), ...colours]);
}

function os2(signs) {
  const codes = signs.map(({ code }) => Math.min(0xffff, code));
  return Buffer.concat([
    words(4, ADVANCE, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    longs(0, 0x02000000, 0, 0),
    Buffer.from('HSTE', 'latin1'),
    words(0x40, Math.min(...codes), Math.max(...codes), ASCENT, ASCENT - EM, 0, ASCENT, EM - ASCENT),
    longs(1, 0),
    words(500, 700, 0, 32, 1),
  ]);
}

/** Two maps from code points to glyphs: an empty one of the basic plane, and the real one. */
function cmap(signs) {
  const basic = words(4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0);
  const groups = signs.map(({ code }, i) => longs(code, code, i + 1));
  const full = Buffer.concat([words(12, 0), longs(16 + groups.length * 12, 0, groups.length), ...groups]);
  return Buffer.concat([
    words(0, 2),
    words(3, 1),
    longs(20),
    words(3, 10),
    longs(20 + basic.length),
    basic,
    full,
  ]);
}

function head() {
  return Buffer.concat([
    longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    words(0x000b, EM),
    Buffer.alloc(16),
    words(0, ASCENT - EM, ADVANCE, ASCENT, 0, 8, 2, 1, 0),
  ]);
}

function hhea(count) {
  return Buffer.concat([
    longs(0x00010000),
    words(ASCENT, ASCENT - EM, 0, ADVANCE, 0, 0, ADVANCE, 1, 0, 0, 0, 0, 0, 0, 0, count),
  ]);
}

function loca(glyphs) {
  let at = 0;
  return longs(0, ...glyphs.map(({ bytes }) => (at += bytes.length)));
}

function maxp(glyphs) {
  const most = (key) => Math.max(...glyphs.map((each) => each[key]));
  return Buffer.concat([
    longs(0x00010000),
    words(glyphs.length, most('points'), most('contours'), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
  ]);
}

function name(family) {
  const texts = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ];
  const bodies = texts.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let at = 0;
  const records = texts.map(([id], i) => {
    const record = words(3, 1, 0x409, id, bodies[i].length, at);
    at += bodies[i].length;
    return record;
  });
  return Buffer.concat([words(0, texts.length, 6 + texts.length * 12), ...records, ...bodies]);
}

/** The file: a directory of the tables, then the tables, with the checksums that the format asks for. */
function assemble(tables) {
  const names = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(names.length));
  const header = Buffer.concat([
    longs(0x00010000),
    words(names.length, 16 << power, power, names.length * 16 - (16 << power)),
  ]);
  let at = header.length + names.length * 16;
  let headAt = 0;
  const records = names.map((tag) => {
    const record = Buffer.concat([
      Buffer.from(tag, 'latin1'),
      longs(checksum(tables[tag]), at, tables[tag].length),
    ]);
    if (tag === 'head') headAt = at;
    at += padded(tables[tag]).length;
    return record;
  });
  const file = Buffer.concat([header, ...records, ...names.map((tag) => padded(tables[tag]))]);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

function checksum(bytes) {
  const whole = padded(bytes);
  let sum = 0;
  for (let i = 0; i < whole.length; i += 4) sum = (sum + whole.readUInt32BE(i)) >>> 0;
  return sum;
}
