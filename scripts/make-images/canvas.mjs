/** A small painter: filled and stroked outlines on an RGB raster, with smooth edges. Stands below scenes/. */

/**
 * @typedef {[number, number]} Point
 * @typedef {Point[]} Outline a closed polygon
 * @typedef {[number, number, number]} Colour red, green, blue, each 0 to 255
 * @typedef {Colour | ((x: number, y: number) => Colour)} Paint
 */

const SUBROWS = 5;

/** @param {string} hex `#rrggbb` @returns {Colour} */
export function colour(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The colour between two: `t` 0 gives the first, 1 the second. @returns {Colour} */
export function mix(from, to, t) {
  return [0, 1, 2].map((i) => from[i] + (to[i] - from[i]) * t);
}

/** A paint that runs from one colour to another along the line between two points. @returns {Paint} */
export function gradient(from, to, [x1, y1], [x2, y2]) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  return (x, y) => mix(from, to, Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length)));
}

/** @returns {Outline} */
export function ellipse(cx, cy, rx, ry = rx, steps = 72) {
  return Array.from({ length: steps }, (_, i) => {
    const angle = (i / steps) * Math.PI * 2;
    return [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry];
  });
}

/** A rectangle with rounded corners. @returns {Outline} */
export function box(x, y, width, height, radius = 0) {
  const r = Math.min(radius, width / 2, height / 2);
  if (r === 0)
    return [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
  const corners = [
    [x + width - r, y + height - r],
    [x + r, y + height - r],
    [x + r, y + r],
    [x + width - r, y + r],
  ];
  return corners.flatMap(([cx, cy], quarter) =>
    Array.from({ length: 13 }, (_, i) => {
      const angle = (quarter + i / 12) * (Math.PI / 2);
      return [cx + Math.cos(angle) * r, cy + Math.sin(angle) * r];
    }),
  );
}

/** Points along a cubic Bézier curve. @returns {Point[]} */
export function curve(a, b, c, d, steps = 48) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const u = 1 - t;
    return [0, 1].map(
      (k) => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * d[k],
    );
  });
}

/** A closed, smooth blob through the given points. @returns {Outline} */
export function smooth(points, steps = 14) {
  const at = (i) => points[(i + points.length) % points.length];
  return points.flatMap((_, i) => {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const b = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    return curve(p1, b, c, p2, steps).slice(0, -1);
  });
}

/** The outlines that together cover a line of the given width with round joins and ends. @returns {Outline[]} */
export function stroke(points, width) {
  const half = width / 2;
  const joins = points.map(([x, y]) => ellipse(x, y, half, half, Math.max(8, Math.ceil(width * 2))));
  const segments = points.slice(1).flatMap(([x2, y2], i) => {
    const [x1, y1] = points[i];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) return [];
    const [nx, ny] = [(-(y2 - y1) / length) * half, ((x2 - x1) / length) * half];
    return [
      [
        [x1 + nx, y1 + ny],
        [x1 - nx, y1 - ny],
        [x2 - nx, y2 - ny],
        [x2 + nx, y2 + ny],
      ],
    ];
  });
  return [...joins, ...segments];
}

/** The pieces of a dashed line, to be stroked one by one. @returns {Point[][]} */
export function dashes(points, on, off) {
  const pieces = [];
  let piece = [points[0]];
  let drawing = true;
  let left = on;
  for (let i = 1; i < points.length; i++) {
    let [x, y] = points[i - 1];
    let rest = Math.hypot(points[i][0] - x, points[i][1] - y);
    while (rest > 0) {
      const step = Math.min(rest, left);
      x += ((points[i][0] - x) / rest) * step;
      y += ((points[i][1] - y) / rest) * step;
      rest -= step;
      left -= step;
      if (drawing) piece.push([x, y]);
      if (left > 0) continue;
      if (drawing) pieces.push(piece);
      drawing = !drawing;
      left = drawing ? on : off;
      piece = [[x, y]];
    }
  }
  if (drawing && piece.length > 1) pieces.push(piece);
  return pieces;
}

/** Numbers between 0 and 1, the same in every run. @param {number} seed @returns {() => number} */
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export class Canvas {
  /** @param {number} width pixels @param {number} height pixels @param {Paint} background */
  constructor(width, height, background) {
    this.width = width;
    this.height = height;
    this.pixels = new Float64Array(width * height * 3);
    this.fill(box(0, 0, width, height), background);
  }

  /** Paints outlines as one shape (what any of them covers), never twice where they overlap. */
  fill(outlines, paint, alpha = 1) {
    const list = (typeof outlines[0][0] === 'number' ? [outlines] : outlines).map(anticlockwise);
    const rows = list.flatMap((outline) => outline.map(([, y]) => y));
    const top = Math.max(0, Math.floor(rows.reduce((a, b) => Math.min(a, b))));
    const bottom = Math.min(this.height - 1, Math.ceil(rows.reduce((a, b) => Math.max(a, b))));
    const cover = new Float64Array(this.width);
    for (let y = top; y <= bottom; y++) {
      cover.fill(0);
      for (let sub = 0; sub < SUBROWS; sub++) this.#coverRow(list, y + (sub + 0.5) / SUBROWS, cover);
      for (let x = 0; x < this.width; x++) {
        if (cover[x] > 0) this.#blend(x, y, paint, Math.min(1, cover[x] / SUBROWS) * alpha);
      }
    }
  }

  /** Strokes a line through points. */
  line(points, width, paint, alpha = 1) {
    this.fill(stroke(points, width), paint, alpha);
  }

  dashed(points, width, paint, alpha = 1, on = 12, off = 12) {
    for (const piece of dashes(points, on, off)) this.line(piece, width, paint, alpha);
  }

  /** A line with a chevron at its end. */
  arrow(points, width, paint, alpha = 1) {
    const [tip, before] = [points.at(-1), points.at(-2)];
    const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
    const wing = (turn) => [
      tip[0] - Math.cos(angle + turn) * width * 3.6,
      tip[1] - Math.sin(angle + turn) * width * 3.6,
    ];
    this.fill([...stroke(points, width), ...stroke([wing(0.62), tip, wing(-0.62)], width)], paint, alpha);
  }

  /** A soft shadow below a rounded rectangle. */
  shadow(x, y, width, height, radius, blur, paint, alpha) {
    const [cx, cy] = [x + width / 2, y + height / 2];
    for (let py = Math.max(0, Math.floor(y - blur)); py < Math.min(this.height, y + height + blur); py++) {
      for (let px = Math.max(0, Math.floor(x - blur)); px < Math.min(this.width, x + width + blur); px++) {
        const dx = Math.max(0, Math.abs(px - cx) - width / 2 + radius);
        const dy = Math.max(0, Math.abs(py - cy) - height / 2 + radius);
        const t = Math.min(1, Math.max(0, 0.5 - (Math.hypot(dx, dy) - radius) / (2 * blur)));
        if (t > 0) this.#blend(px, py, paint, t * t * (3 - 2 * t) * alpha);
      }
    }
  }

  /** The picture as bytes, three a pixel. @returns {Uint8Array} */
  bytes() {
    return Uint8Array.from(this.pixels, (value) => Math.round(Math.min(255, Math.max(0, value))));
  }

  /** Half the size, each pixel the mean of four: for icons. */
  halved() {
    const small = new Canvas(this.width / 2, this.height / 2, [0, 0, 0]);
    for (let i = 0; i < small.pixels.length; i++) {
      const pixel = Math.floor(i / 3);
      const at = (Math.floor(pixel / small.width) * 2 * this.width + (pixel % small.width) * 2) * 3 + (i % 3);
      const below = at + this.width * 3;
      small.pixels[i] =
        (this.pixels[at] + this.pixels[at + 3] + this.pixels[below] + this.pixels[below + 3]) / 4;
    }
    return small;
  }

  #blend(x, y, paint, alpha) {
    const [r, g, b] = typeof paint === 'function' ? paint(x, y) : paint;
    const at = (y * this.width + x) * 3;
    this.pixels[at] += (r - this.pixels[at]) * alpha;
    this.pixels[at + 1] += (g - this.pixels[at + 1]) * alpha;
    this.pixels[at + 2] += (b - this.pixels[at + 2]) * alpha;
  }

  /** Adds what the outlines cover of one thin row: non-zero winding, exact at both ends of a run. */
  #coverRow(outlines, y, cover) {
    const crossings = [];
    for (const outline of outlines) {
      for (let i = 0; i < outline.length; i++) {
        const [x1, y1] = outline[i];
        const [x2, y2] = outline[(i + 1) % outline.length];
        if (y1 <= y === y2 <= y) continue;
        crossings.push([x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), y2 > y1 ? 1 : -1]);
      }
    }
    crossings.sort((a, b) => a[0] - b[0]);
    let winding = 0;
    let start = 0;
    for (const [x, turn] of crossings) {
      if (winding === 0) start = x;
      winding += turn;
      if (winding === 0) this.#coverRun(Math.max(0, start), Math.min(this.width, x), cover);
    }
  }

  #coverRun(from, to, cover) {
    for (let x = Math.floor(from); x < to; x++)
      cover[x] += Math.max(0, Math.min(to, x + 1) - Math.max(from, x));
  }
}

/** All outlines turn the same way, so that overlapping ones add up rather than cancel. */
function anticlockwise(outline) {
  const area = outline.reduce((sum, [x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length];
    return sum + x1 * y2 - x2 * y1;
  }, 0);
  return area < 0 ? [...outline].reverse() : outline;
}
