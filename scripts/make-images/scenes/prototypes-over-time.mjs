/** The picture for few-shot video segmentation. */
import { box, colour, mix, smooth } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, card, disc, GREY, INK, PLUM, picture, SKY, TEAL, WHITE } from '../palette.mjs';

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
    canvas.fill(
      shape(cx - 18 + frame * 12, 160 + Math.sin(frame * 1.4) * 10, 38, frame * 0.35),
      frame === 0 ? CORAL : PLUM,
    );
  });
  const levels = [
    [420, 4, 17, AMBER],
    [352, 8, 10, TEAL],
    [475, 2, 24, BLUE],
  ];
  const spots = levels.map(([y, count]) =>
    Array.from({ length: count }, (_, i) => [440 + (i - (count - 1) / 2) * (640 / count), y]),
  );
  for (const [i, cx] of middles.entries()) {
    for (const [x, y] of spots[1].filter((_, n) => Math.floor(n / 2) === i))
      canvas.line(
        [
          [cx, 256],
          [x, y],
        ],
        3,
        GREY,
        0.9,
      );
  }
  for (const [n, from] of spots[1].entries()) canvas.line([from, spots[0][Math.floor(n / 2)]], 3, GREY, 0.9);
  for (const [n, from] of spots[0].entries()) canvas.line([from, spots[2][Math.floor(n / 2)]], 3, GREY, 0.9);
  levels.forEach(([, , radius, paint], level) => {
    for (const [x, y] of spots[level]) disc(canvas, x, y, radius, paint, 4);
  });
  return canvas;
}
