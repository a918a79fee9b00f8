/** The picture for text-based video segmentation. */
import { box, colour, curve, ellipse, gradient, mix, smooth } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, card, disc, MINT, picture, TEAL, tiles, WHITE } from '../palette.mjs';

/** Three streams, what is seen, how it moves and what is said, run together into one mask. */
export function streamsToMask() {
  const canvas = picture('green');
  const streams = [
    [130, BLUE],
    [275, TEAL],
    [420, AMBER],
  ];
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
    canvas.arrow(
      [
        [x, y + lean / 2],
        [x + 20, y - lean / 2],
      ],
      3.2,
      TEAL,
    );
  }
  [
    [118, 46, 0.9],
    [70, 82, 0.45],
    [96, 34, 0.9],
  ].forEach(([first, second, alpha], row) => {
    canvas.fill(box(80, 386 + row * 26, first * 0.6, 14, 7), AMBER, alpha);
    canvas.fill(box(88 + first * 0.6, 386 + row * 26, second * 0.8, 14, 7), AMBER, 1.25 - alpha);
  });
  disc(canvas, 430, 275, 40, WHITE, 8);
  for (let petal = 0; petal < 3; petal++) {
    const angle = (petal / 3) * Math.PI * 2 - Math.PI / 2;
    canvas.fill(ellipse(430 + Math.cos(angle) * 13, 275 + Math.sin(angle) * 13, 19), streams[petal][1], 0.8);
  }
  card(canvas, 560, 120, 262, 310, 20);
  canvas.fill(
    box(578, 138, 226, 274, 12),
    gradient(colour('#e6f0f9'), colour('#d3e9e4'), [578, 138], [804, 412]),
  );
  canvas.fill(
    [
      [578, 330],
      ...curve([578, 330], [650, 290], [730, 350], [804, 310]),
      [804, 400],
      [792, 412],
      [590, 412],
      [578, 400],
    ],
    MINT,
  );
  const body = smooth([
    [634, 384],
    [640, 306],
    [660, 262],
    [692, 250],
    [724, 262],
    [744, 306],
    [750, 384],
    [692, 390],
  ]);
  for (const shape of [body, ellipse(692, 206, 34)]) {
    canvas.fill(shape, CORAL, 0.88);
    canvas.line([...shape, shape[0]], 5, WHITE);
  }
  return canvas;
}
