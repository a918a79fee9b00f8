/** What each picture shows: one function a paper, an abstract drawing of its idea. Stands on palette.mjs and canvas.mjs. */
import { box, Canvas, colour, curve, dice, ellipse, gradient, mix, smooth } from './canvas.mjs';
import {
  AMBER, BLUE, card, CORAL, disc, GREY, heat, INK, MINT, MIST, PLUM, picture, ROSE, SKY, TEAL, tiles, WHITE,
} from './palette.mjs';

/** A hill below a sun, in tiles: what the diffusion pictures arrive at. */
function landscape(column, row, count) {
  const [u, v] = [(column + 0.5) / count, (row + 0.5) / count];
  if (Math.hypot(u - 0.7, v - 0.28) < 0.15) return AMBER;
  if (v > 0.78 - 0.22 * Math.sin(u * Math.PI)) return TEAL;
  if (v > 0.72 - 0.3 * Math.sin((u + 0.35) * 2.6)) return MINT;
  return mix(SKY, WHITE, v * 0.5);
}

/** Noise turns into a picture over five steps; a model that widens and narrows with the step works below. */
export function diffusionOverTime() {
  const canvas = picture('blue');
  const roll = dice(7);
  const work = [0.42, 0.6, 1, 0.72, 0.36];
  canvas.dashed([[70, 322], [810, 322]], 3, GREY, 0.9, 2, 10);
  work.forEach((share, step) => {
    const x = 52 + step * 159;
    card(canvas, x, 88, 140, 140, 14);
    tiles(canvas, { x: x + 10, y: 98, columns: 8, rows: 8, size: 13, gap: 2.3, radius: 2.5 }, (column, row) =>
      mix(landscape(column, row, 8), heat(roll() * 0.8), roll() < 1.05 - step * 0.27 ? 0.92 - step * 0.16 : 0),
    );
    const [cx, height] = [x + 70, 150 * share];
    for (let bar = 0; bar < 4; bar++) {
      const full = box(cx - 45 + bar * 24, 345, 17, 150, 8);
      canvas.fill(full, WHITE, 0.75);
      canvas.fill(box(cx - 45 + bar * 24, 495 - height, 17, height, 8), gradient(BLUE, TEAL, [0, 345], [0, 495]));
    }
    disc(canvas, cx, 322, 9, step === 2 ? CORAL : INK, 5);
    canvas.fill([[cx - 34, 252], [cx - 8, 262], [cx - 8, 284], [cx - 34, 294]], AMBER);
    canvas.fill([[cx + 34, 252], [cx + 8, 262], [cx + 8, 284], [cx + 34, 294]], CORAL);
    if (step < 4) canvas.arrow([[x + 143, 158], [x + 155, 158]], 3, INK, 0.6);
  });
  return canvas;
}

/** Models nested in each other, and the front of the best ones between cost and accuracy. */
export function nestedModels() {
  const canvas = picture('green');
  const shades = [colour('#cfeae4'), MINT, colour('#63bfb2'), TEAL];
  card(canvas, 60, 75, 380, 400, 22);
  shades.forEach((shade, i) => {
    const [width, height] = [330 - i * 74, 350 - i * 78];
    canvas.fill(box(85, 450 - height, width, height, 20), shade);
  });
  tiles(canvas, { x: 107, y: 357, columns: 3, rows: 3, size: 18, gap: 6 }, () => WHITE);
  card(canvas, 480, 75, 340, 400, 22);
  canvas.line([[525, 120], [525, 430], [780, 430]], 4, GREY);
  const front = curve([545, 415], [560, 230], [640, 170], [780, 150]);
  canvas.fill([...front, [780, 430], [545, 430]], MINT, 0.4);
  canvas.line(front, 5, TEAL);
  for (const [x, y] of [[610, 355], [660, 300], [690, 375], [735, 255], [745, 340], [640, 405]]) disc(canvas, x, y, 7, GREY, 0);
  [[10, shades[1]], [20, shades[2]], [31, shades[3]], [43, CORAL]].forEach(([at, paint], i) => {
    disc(canvas, ...front[at], 10 + i * 2.5, paint, 4);
  });
  return canvas;
}

/** Two clouds that share only a part; pairs of one thing and its opposite are tied across. */
export function mismatchedClasses() {
  const canvas = picture('plum');
  const roll = dice(23);
  canvas.fill(ellipse(330, 275, 245, 190), BLUE, 0.14);
  canvas.fill(ellipse(570, 275, 235, 185), CORAL, 0.15);
  const scatter = (cx, cy, spread, count) =>
    Array.from({ length: count }, () => {
      const [angle, far] = [roll() * Math.PI * 2, Math.sqrt(roll()) * spread];
      return [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far * 0.82];
    });
  const known = scatter(225, 275, 120, 26);
  const strange = scatter(680, 275, 108, 24);
  const shared = scatter(450, 275, 82, 18);
  for (let i = 0; i < 7; i++) {
    const [from, to] = [known[i * 3], strange[i * 3]];
    const lift = 120 + i * 12;
    const up = i % 2 === 0 ? -lift : lift;
    const path = curve(from, [from[0] + 120, from[1] + up], [to[0] - 120, to[1] + up], to);
    canvas.dashed(path, 2.5, INK, 0.35, 9, 8);
  }
  for (const [x, y] of known) disc(canvas, x, y, 10, BLUE, 3);
  for (const [x, y] of shared) disc(canvas, x, y, 10, PLUM, 3);
  for (const [x, y] of strange) {
    canvas.fill(box(x - 13, y - 13, 26, 26, 7), WHITE);
    canvas.fill(box(x - 10, y - 10, 20, 20, 5), CORAL);
  }
  return canvas;
}

/** A small model's map of attention tells the large one which tokens it may leave out. */
export function smallGuidesLarge() {
  const canvas = picture('sand');
  const glow = (column, row) =>
    Math.exp(-((column - 4.4) ** 2 + (row - 2.6) ** 2) / 5) + 0.7 * Math.exp(-((column - 1.4) ** 2 + (row - 5.4) ** 2) / 2.4);
  for (let layer = 0; layer < 4; layer++) {
    card(canvas, 60, 205 + layer * 42, 130, 30, 10, mix(SKY, BLUE, layer / 4));
  }
  canvas.arrow([[208, 280], [252, 280]], 5, INK);
  card(canvas, 275, 140, 274, 274, 18);
  tiles(canvas, { x: 291, y: 156, columns: 7, rows: 7, size: 31, gap: 4.2, radius: 6 }, (c, r) => heat(glow(c, r)));
  canvas.arrow([[566, 280], [610, 280]], 5, INK);
  for (let layer = 0; layer < 7; layer++) {
    card(canvas, 632, 92 + layer * 52, 190, 40, 12, mix(ROSE, CORAL, layer / 7));
    const kept = 7 - Math.min(5, layer);
    tiles(canvas, { x: 647, y: 103 + layer * 52, columns: 7, rows: 1, size: 18, gap: 5.6, radius: 5 }, (column) =>
      mix(mix(ROSE, CORAL, layer / 7), WHITE, column < kept ? 0.95 : 0.2),
    );
  }
  canvas.line(curve([125, 388], [125, 500], [420, 520], [420, 424]), 3.5, AMBER);
  disc(canvas, 125, 388, 8, AMBER);
  disc(canvas, 420, 420, 8, AMBER);
  return canvas;
}

/** One picture, of which only the busy places are computed in full; the clock of steps runs around it. */
export function diffusionInSpace() {
  const canvas = picture('blue');
  const [cx, cy] = [285, 275];
  for (let tick = 0; tick < 40; tick++) {
    const angle = (tick / 40) * Math.PI * 2 - Math.PI / 2;
    const reach = 24 + 20 * Math.sin((tick / 40) * Math.PI);
    const at = (far) => [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far];
    canvas.line([at(206), at(206 + reach * 0.9)], 6, mix(SKY, BLUE, Math.sin((tick / 40) * Math.PI)));
  }
  card(canvas, cx - 134, cy - 134, 268, 268, 18);
  const busy = (column, row) => {
    const here = landscape(column, row, 10);
    return [[1, 0], [0, 1], [-1, 0], [0, -1]].some(([dx, dy]) => {
      const there = landscape(column + dx, row + dy, 10);
      return Math.abs(there[0] - here[0]) > 40;
    });
  };
  tiles(canvas, { x: cx - 120, y: cy - 120, columns: 10, rows: 10, size: 20.4, gap: 4, radius: 4 }, (column, row) =>
    busy(column, row) ? landscape(column, row, 10) : mix(landscape(column, row, 10), WHITE, 0.68),
  );
  canvas.arrow([[540, 275], [588, 275]], 5, INK);
  card(canvas, 615, 90, 205, 370, 20);
  const widths = [150, 96, 165, 70, 128, 54];
  widths.forEach((width, row) => {
    canvas.fill(box(635, 116 + row * 55, 165, 40, 12), MIST, 0.8);
    canvas.fill(box(635, 116 + row * 55, width, 40, 12), row % 2 === 0 ? BLUE : TEAL);
  });
  return canvas;
}

/** A dispatcher lets some tokens through the whole block and others past it. */
export function dispatchedTokens() {
  const canvas = picture('green');
  const rows = [110, 176, 242, 308, 374, 440];
  const through = [true, false, true, true, false, true];
  card(canvas, 330, 64, 220, 422, 24);
  for (let layer = 0; layer < 3; layer++) {
    canvas.fill(box(356, 92 + layer * 126, 168, 112, 16), gradient(mix(SKY, BLUE, layer * 0.3), SKY, [356, 92], [524, 486]));
  }
  rows.forEach((y, i) => {
    const bend = y < 275 ? 30 : 520;
    if (through[i]) canvas.line([[110, y], [770, y]], 4, TEAL, 0.85);
    else {
      const over = [...curve([110, y], [230, y], [250, bend], [340, bend]), ...curve([340, bend], [630, bend], [640, y], [770, y])];
      canvas.dashed(over, 4, AMBER, 1, 12, 10);
    }
    disc(canvas, 440, y, through[i] ? 13 : 0, TEAL, through[i] ? 5 : 0);
    canvas.fill(box(72, y - 20, 40, 40, 10), through[i] ? TEAL : AMBER);
    canvas.fill(box(768, y - 20, 40, 40, 10), through[i] ? mix(TEAL, BLUE, 0.5) : AMBER);
  });
  for (const y of [30, 520]) {
    card(canvas, 420, y - 14, 40, 28, 9, AMBER);
  }
  return canvas;
}

/** A benchmark: the marks of three models on many abilities. */
export function radarOfAbilities() {
  const canvas = picture('sand');
  const [cx, cy, axes] = [440, 278, 10];
  const at = (axis, far) => {
    const angle = (axis / axes) * Math.PI * 2 - Math.PI / 2;
    return [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far];
  };
  const ring = (far) => Array.from({ length: axes }, (_, axis) => at(axis, far));
  for (let level = 5; level > 0; level--) canvas.fill(ring(level * 45), level % 2 === 0 ? colour('#fbf1de') : WHITE);
  for (let axis = 0; axis < axes; axis++) canvas.line([[cx, cy], at(axis, 225)], 2, GREY, 0.55);
  const models = [
    [[0.9, 0.78, 0.86, 0.6, 0.74, 0.92, 0.7, 0.82, 0.66, 0.88], BLUE],
    [[0.55, 0.7, 0.48, 0.8, 0.62, 0.5, 0.86, 0.58, 0.74, 0.6], CORAL],
    [[0.38, 0.34, 0.52, 0.36, 0.44, 0.36, 0.42, 0.5, 0.34, 0.4], TEAL],
  ];
  for (const [marks, paint] of models) {
    const shape = marks.map((mark, axis) => at(axis, mark * 225));
    canvas.fill(shape, paint, 0.13);
    canvas.line([...shape, shape[0]], 4, paint);
    for (const [x, y] of shape) disc(canvas, x, y, 6, paint, 3);
  }
  [[70, BLUE, 120], [118, CORAL, 86], [166, TEAL, 56]].forEach(([y, paint, width]) => {
    canvas.fill(box(60, y, 26, 26, 8), paint);
    canvas.fill(box(98, y + 7, width, 12, 6), GREY, 0.55);
  });
  [[340, 0.8], [378, 0.62], [416, 0.9], [454, 0.46]].forEach(([y, share]) => {
    canvas.fill(box(700, y, 120, 16, 8), WHITE);
    canvas.fill(box(700, y, 120 * share, 16, 8), AMBER);
  });
  return canvas;
}

/** Prompts along two sides, kinds of data across and tasks down; each cell shows what stands out or hides there. */
export function promptsInTwoDirections() {
  const canvas = picture('rose');
  const roll = dice(41);
  const domains = [BLUE, TEAL, AMBER, PLUM];
  domains.forEach((paint, column) => canvas.fill(box(212 + column * 152, 52, 132, 34, 17), paint));
  [CORAL, INK].forEach((paint, row) => canvas.fill(box(62, 118 + row * 202, 118, 182, 26), paint));
  disc(canvas, 121, 209, 26, WHITE, 0);
  for (let dot = 0; dot < 16; dot++) {
    disc(canvas, 95 + (dot % 4) * 18, 383 + Math.floor(dot / 4) * 18, 6, mix(INK, WHITE, (dot * 7) % 16 === 5 || dot % 5 === 0 ? 0.85 : 0.3), 0);
  }
  for (let row = 0; row < 2; row++) {
    domains.forEach((paint, column) => {
      const [x, y] = [212 + column * 152, 118 + row * 202];
      card(canvas, x, y, 132, 182, 16);
      const blob = smooth(
        Array.from({ length: 8 }, (_, i) => {
          const far = 32 + roll() * 20;
          return [x + 66 + Math.cos((i / 8) * Math.PI * 2) * far, y + 91 + Math.sin((i / 8) * Math.PI * 2) * far * 1.15];
        }),
      );
      if (row === 0) {
        canvas.fill(box(x + 10, y + 10, 112, 162, 10), mix(paint, WHITE, 0.82));
        canvas.fill(blob, paint);
        return;
      }
      canvas.fill(box(x + 10, y + 10, 112, 162, 10), mix(paint, WHITE, 0.62));
      for (let stripe = 0; stripe < 9; stripe++) {
        const from = y + 22 + stripe * 18;
        const wave = curve([x + 16, from], [x + 50, from - 14], [x + 80, from + 14], [x + 116, from], 16);
        canvas.line(wave, 4, mix(paint, WHITE, 0.35));
      }
      canvas.fill(blob, mix(paint, WHITE, 0.5), 0.75);
      canvas.dashed([...blob, blob[0]], 3, INK, 0.75, 7, 6);
    });
  }
  return canvas;
}

function film(canvas, x, y, width, height, paint) {
  card(canvas, x, y, width, height, 12, INK);
  for (let hole = 0; hole < 7; hole++) {
    const at = x + 12 + hole * ((width - 36) / 6);
    canvas.fill(box(at, y + 7, 12, 8, 3), WHITE, 0.75);
    canvas.fill(box(at, y + height - 15, 12, 8, 3), WHITE, 0.75);
  }
  canvas.fill(box(x + 10, y + 22, width - 20, height - 44, 6), paint);
}

/** A moving shape in four frames, and the prototypes, from coarse to fine, that tie the frames together. */
export function prototypesOverTime() {
  const canvas = picture('plum');
  const shape = (cx, cy, size, turn) =>
    smooth(
      [1, 0.72, 1.1, 0.8, 1.15, 0.74].map((far, i) => {
        const angle = (i / 6) * Math.PI * 2 + turn;
        return [cx + Math.cos(angle) * far * size, cy + Math.sin(angle) * far * size];
      }),
    );
  const middles = [0, 1, 2, 3].map((frame) => 150 + frame * 194);
  middles.forEach((cx, frame) => {
    film(canvas, cx - 85, 70, 170, 180, mix(colour('#efeafa'), SKY, 0.25));
    canvas.fill(shape(cx - 18 + frame * 12, 160 + Math.sin(frame * 1.4) * 10, 38, frame * 0.35), frame === 0 ? CORAL : PLUM);
  });
  const levels = [[420, 4, 17, AMBER], [352, 8, 10, TEAL], [475, 2, 24, BLUE]];
  const spots = levels.map(([y, count]) => Array.from({ length: count }, (_, i) => [440 + (i - (count - 1) / 2) * (640 / count), y]));
  for (const [i, cx] of middles.entries()) {
    for (const [x, y] of spots[1].filter((_, n) => Math.floor(n / 2) === i)) canvas.line([[cx, 256], [x, y]], 3, GREY, 0.9);
  }
  spots[1].forEach((from, n) => canvas.line([from, spots[0][Math.floor(n / 2)]], 3, GREY, 0.9));
  spots[0].forEach((from, n) => canvas.line([from, spots[2][Math.floor(n / 2)]], 3, GREY, 0.9));
  levels.forEach(([, , radius, paint], level) => {
    for (const [x, y] of spots[level]) disc(canvas, x, y, radius, paint, 4);
  });
  return canvas;
}

/** Three streams, what is seen, how it moves and what is said, run together into one mask. */
export function streamsToMask() {
  const canvas = picture('green');
  const streams = [[130, BLUE], [275, TEAL], [420, AMBER]];
  for (const [y, paint] of streams) {
    canvas.line(curve([230, y], [380, y], [400, 275], [560, 275]), 16, paint, 0.32);
    canvas.line(curve([230, y], [380, y], [400, 275], [560, 275]), 4, paint);
    card(canvas, 62, y - 56, 176, 112, 16);
  }
  tiles(canvas, { x: 80, y: 91, columns: 7, rows: 4, size: 16, gap: 4.7, radius: 4 }, (c, r) =>
    mix(WHITE, BLUE, 0.25 + 0.7 * Math.exp(-((c - 3) ** 2 + (r - 1.6) ** 2) / 3)),
  );
  for (let i = 0; i < 12; i++) {
    const [x, y] = [88 + (i % 4) * 38, 248 + Math.floor(i / 4) * 28];
    const lean = 8 * Math.sin(i * 0.9);
    canvas.arrow([[x, y + lean / 2], [x + 20, y - lean / 2]], 3.2, TEAL);
  }
  [[118, 46, 0.9], [70, 82, 0.45], [96, 34, 0.9]].forEach(([first, second, alpha], row) => {
    canvas.fill(box(80, 386 + row * 26, first * 0.6, 14, 7), AMBER, alpha);
    canvas.fill(box(88 + first * 0.6, 386 + row * 26, second * 0.8, 14, 7), AMBER, 1.25 - alpha);
  });
  disc(canvas, 430, 275, 40, WHITE, 8);
  for (let petal = 0; petal < 3; petal++) {
    const angle = (petal / 3) * Math.PI * 2 - Math.PI / 2;
    canvas.fill(ellipse(430 + Math.cos(angle) * 13, 275 + Math.sin(angle) * 13, 19), streams[petal][1], 0.8);
  }
  card(canvas, 560, 120, 262, 310, 20);
  canvas.fill(box(578, 138, 226, 274, 12), gradient(colour('#e6f0f9'), colour('#d3e9e4'), [578, 138], [804, 412]));
  canvas.fill([[578, 330], ...curve([578, 330], [650, 290], [730, 350], [804, 310]), [804, 400], [792, 412], [590, 412], [578, 400]], MINT);
  const body = smooth([[634, 384], [640, 306], [660, 262], [692, 250], [724, 262], [744, 306], [750, 384], [692, 390]]);
  for (const shape of [body, ellipse(692, 206, 34)]) {
    canvas.fill(shape, CORAL, 0.88);
    canvas.line([...shape, shape[0]], 5, WHITE);
  }
  return canvas;
}

/** Slices of one scene at several depths of focus, and a graph of what belongs together within and across them. */
export function slicesAndGraph() {
  const canvas = picture('blue');
  for (let slice = 0; slice < 5; slice++) {
    const [x, y] = [70 + slice * 66, 96 + slice * 26];
    const plane = [[x, y + 54], [x + 150, y], [x + 150, y + 220], [x, y + 274]];
    canvas.fill(plane.map(([px, py]) => [px + 8, py + 10]), INK, 0.1);
    canvas.fill(plane, mix(WHITE, SKY, slice / 6), 0.94);
    canvas.line([...plane, plane[0]], 3, mix(SKY, BLUE, slice / 5));
    const spot = [x + 75, y + 137];
    const blur = Math.abs(slice - 2);
    for (let ring = 3; ring >= 0; ring--) {
      canvas.fill(ellipse(spot[0], spot[1], 24 + ring * blur * 5, 30 + ring * blur * 6), mix(CORAL, AMBER, blur / 2), ring === 0 ? 0.9 - blur * 0.25 : 0.14);
    }
  }
  const places = [[600, 120], [690, 96], [780, 138], [566, 226], [668, 206], [770, 246], [596, 336], [700, 318], [800, 354], [640, 436], [744, 444]];
  const ties = [[0, 1], [1, 2], [0, 3], [0, 4], [1, 4], [2, 5], [4, 5], [3, 4], [3, 6], [4, 7], [6, 7], [5, 7], [5, 8], [7, 8], [6, 9], [7, 9], [7, 10], [8, 10], [9, 10]];
  for (const [from, to] of ties) canvas.line([places[from], places[to]], 3, INK, 0.28);
  places.forEach(([x, y], i) => disc(canvas, x, y, i === 4 || i === 7 ? 21 : 14, [BLUE, TEAL, AMBER, CORAL][i === 4 || i === 7 ? 3 : i % 3], 4));
  canvas.arrow([...curve([452, 400], [490, 410], [520, 380], [548, 350])], 4, INK, 0.7);
  canvas.arrow([...curve([548, 196], [510, 160], [480, 150], [446, 158])], 4, INK, 0.7);
  return canvas;
}

/** A few strokes of the pen on the left are all the teaching; full masks in the frames on the right. */
export function scribblesToMasks() {
  const canvas = picture('rose');
  const scenery = (x, y, width, height) => {
    canvas.fill(box(x, y, width, height, 10), gradient(colour('#dbe9f6'), colour('#f4ead8'), [x, y], [x, y + height]));
    canvas.fill(box(x, y + height * 0.72, width, height * 0.28, 10), mix(MINT, WHITE, 0.35));
  };
  const animal = (x, y, scale) =>
    smooth([[-90, 40], [-84, -14], [-40, -30], [20, -28], [44, -70], [84, -72], [88, -34], [62, -8], [58, 46], [36, 52], [20, 22], [-40, 24], [-50, 56], [-72, 58]].map(([dx, dy]) => [x + dx * scale, y + dy * scale]));
  card(canvas, 58, 95, 380, 360, 20);
  scenery(76, 113, 344, 324);
  canvas.fill(animal(248, 300, 1.35), mix(GREY, WHITE, 0.25));
  canvas.line([...curve([165, 312], [200, 276], [240, 330], [280, 280]), ...curve([280, 280], [310, 250], [320, 230], [340, 226])], 9, CORAL);
  canvas.line([...curve([110, 180], [170, 130], [240, 210], [300, 150])], 9, BLUE);
  canvas.line([...curve([120, 405], [180, 420], [300, 395], [390, 412])], 9, BLUE);
  canvas.arrow([[458, 275], [502, 275]], 5, INK);
  for (let frame = 2; frame >= 0; frame--) {
    const [x, y] = [524 + frame * 34, 180 - frame * 42 + 20];
    card(canvas, x, y, 230, 200, 16, INK);
    canvas.fill(animal(x + 112 + frame * 4, y + 108, 0.92), frame === 0 ? WHITE : mix(INK, WHITE, 0.3));
  }
  for (let dot = 0; dot < 3; dot++) disc(canvas, 606 + dot * 30, 440, 7, dot === 0 ? CORAL : GREY, 0);
  return canvas;
}

const LANES = [colour('#d9694f'), colour('#cf5d45')];

/** The portrait that stands in until the owner's photograph does: the bend of a running track, and a W. */
export function portrait(size) {
  const canvas = new Canvas(size, size, gradient(colour('#27507f'), colour('#173253'), [0, 0], [size, size]));
  const unit = size / 480;
  const middle = [size * 1.02, size * 1.14];
  for (let lane = 0; lane < 7; lane++) {
    canvas.fill(ellipse(...middle, (430 - lane * 36) * unit, undefined, 160), LANES[lane % 2]);
    canvas.fill(ellipse(...middle, (398 - lane * 36) * unit, undefined, 160), WHITE, 0.85);
  }
  canvas.fill(ellipse(...middle, 178 * unit, undefined, 160), colour('#2f8a72'));
  const w = [[92, 112], [132, 262], [184, 152], [236, 262], [276, 112]].map(([x, y]) => [x * unit, y * unit]);
  canvas.line(w, 26 * unit, WHITE);
  return canvas;
}

/** The mark of the site: a W on blue. */
export function mark(size) {
  const ground = gradient(colour('#2f6fb5'), colour('#1c4377'), [0, 0], [size, size]);
  const canvas = new Canvas(size, size, ground);
  const unit = size / 32;
  canvas.line([[6.5, 9], [11, 23], [16, 13], [21, 23], [25.5, 9]].map(([x, y]) => [x * unit, y * unit]), 3.4 * unit, WHITE);
  canvas.fill(ellipse(25.5 * unit, 9 * unit, 2.6 * unit), AMBER);
  return canvas;
}
