/** Writes a raster as a baseline JPEG, with colours at full resolution so that thin lines stay clean. */

/** The tables of Annex K of the JPEG standard: quantisation, and the code lengths and symbols of the Huffman codes. */
const LUMA = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const CHROMA = [
  17,
  18,
  24,
  47,
  99,
  99,
  99,
  99,
  18,
  21,
  26,
  66,
  99,
  99,
  99,
  99,
  24,
  26,
  56,
  99,
  99,
  99,
  99,
  99,
  47,
  66,
  99,
  99,
  99,
  99,
  99,
  99,
  ...Array(32).fill(99),
];
const DC = {
  lengths: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
};
const AC = {
  lengths: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  symbols: Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738' +
      '393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4' +
      'a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
};

/** Where the n-th coefficient of the zigzag order stands in its 8 by 8 block. */
const ZIGZAG = Array.from({ length: 64 }, (_, i) => i).sort((a, b) => {
  const [da, db] = [(a >> 3) + (a & 7), (b >> 3) + (b & 7)];
  if (da !== db) return da - db;
  return da % 2 === 0 ? (a & 7) - (b & 7) : (a >> 3) - (b >> 3);
});

const COSINE = Array.from({ length: 64 }, (_, i) => {
  const [u, x] = [i >> 3, i & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5;
});

/** @param {Uint8Array} rgb three bytes a pixel @param {number} quality 1 to 100 @returns {Buffer} */
export function encodeJpeg(rgb, width, height, quality = 88) {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const [luma, chroma] = [LUMA, CHROMA].map((table) =>
    table.map((step) => Math.min(255, Math.max(1, Math.floor((step * scale + 50) / 100)))),
  );
  const frame = [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0', 'latin1'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...ZIGZAG.map((at) => luma[at]), 1, ...ZIGZAG.map((at) => chroma[at])]),
    segment(0xc0, frame),
    segment(0xc4, [0x00, ...DC.lengths, ...DC.symbols, 0x10, ...AC.lengths, ...AC.symbols]),
    segment(0xda, [3, 1, 0x00, 2, 0x00, 3, 0x00, 0, 63, 0]),
    scan(rgb, width, height, [luma, chroma, chroma]),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker, body) {
  const length = body.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...body]);
}

function scan(rgb, width, height, tables) {
  const out = bitWriter();
  const [dc, ac] = [codes(DC), codes(AC)];
  const previous = [0, 0, 0];
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      const planes = toYcc(rgb, width, height, x, y);
      planes.forEach((plane, i) => {
        const block = quantise(transform(plane), tables[i]);
        writeBlock(out, block, previous[i], dc, ac);
        previous[i] = block[0];
      });
    }
  }
  return out.finish();
}

/** An 8 by 8 block as luminance and two colour differences, centred on 0; edges repeat the last pixel. */
function toYcc(rgb, width, height, left, top) {
  const planes = [new Float64Array(64), new Float64Array(64), new Float64Array(64)];
  for (let i = 0; i < 64; i++) {
    const x = Math.min(width - 1, left + (i & 7));
    const y = Math.min(height - 1, top + (i >> 3));
    const [r, g, b] = rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
    planes[0][i] = 0.299 * r + 0.587 * g + 0.114 * b - 128;
    planes[1][i] = -0.168736 * r - 0.331264 * g + 0.5 * b;
    planes[2][i] = 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  return planes;
}

/** The discrete cosine transform, first along the rows, then down the columns. */
function transform(plane) {
  const along = new Float64Array(64);
  const both = new Float64Array(64);
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      for (let x = 0; x < 8; x++) along[y * 8 + u] += plane[y * 8 + x] * COSINE[u * 8 + x];
    }
  }
  for (let v = 0; v < 8; v++) {
    for (let u = 0; u < 8; u++) {
      for (let y = 0; y < 8; y++) both[v * 8 + u] += along[y * 8 + u] * COSINE[v * 8 + y];
    }
  }
  return both;
}

function quantise(block, table) {
  return ZIGZAG.map((at) => Math.round(block[at] / table[at]));
}

/** Symbol to its code and length, as the standard assigns them: counting up, one bit longer at each step. */
function codes({ lengths, symbols }) {
  const found = new Map();
  let code = 0;
  let next = 0;
  lengths.forEach((count, i) => {
    for (let n = 0; n < count; n++) found.set(symbols[next++], [code++, i + 1]);
    code <<= 1;
  });
  return found;
}

function writeBlock(out, block, previous, dc, ac) {
  const put = (table, symbol, value, size) => {
    out.write(...table.get(symbol));
    if (size > 0) out.write(value < 0 ? value + (1 << size) - 1 : value, size);
  };
  const difference = block[0] - previous;
  put(dc, bitLength(difference), difference, bitLength(difference));
  const last = block.findLastIndex((value) => value !== 0);
  let zeros = 0;
  for (let i = 1; i <= last; i++) {
    if (block[i] === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) put(ac, 0xf0, 0, 0);
    const size = bitLength(block[i]);
    put(ac, (zeros << 4) | size, block[i], size);
    zeros = 0;
  }
  if (last < 63) put(ac, 0x00, 0, 0);
}

function bitLength(value) {
  return 32 - Math.clz32(Math.abs(value));
}

/** Collects bits into bytes; a byte of ones is followed by a zero, as the format asks. */
function bitWriter() {
  const bytes = [];
  let held = 0;
  let count = 0;
  const write = (value, size) => {
    for (let bit = size - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >> bit) & 1);
      if (++count < 8) continue;
      bytes.push(held);
      if (held === 0xff) bytes.push(0);
      held = 0;
      count = 0;
    }
  };
  const finish = () => {
    while (count !== 0) write(1, 1);
    return Buffer.from(bytes);
  };
  return { write, finish };
}
