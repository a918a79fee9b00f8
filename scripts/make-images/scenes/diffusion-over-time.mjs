/** The picture for DyDiT++. */
import { box, dice, gradient, mix } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, card, disc, GREY, heat, INK, picture, TEAL, tiles, WHITE } from '../palette.mjs';
import { landscape } from './landscape.mjs';

/** Noise turns into a picture over five steps; a model that widens and narrows with the step works below. */
export function diffusionOverTime() {
  const canvas = picture('blue');
  const roll = dice(7);
  const work = [0.42, 0.6, 1, 0.72, 0.36];
  canvas.dashed(
    [
      [70, 322],
      [810, 322],
    ],
    3,
    GREY,
    0.9,
    2,
    10,
  );
  work.forEach((share, step) => {
    const x = 52 + step * 159;
    card(canvas, x, 88, 140, 140, 14);
    tiles(canvas, { x: x + 10, y: 98, columns: 8, rows: 8, size: 13, gap: 2.3, radius: 2.5 }, (column, row) =>
      mix(
        landscape(column, row, 8),
        heat(roll() * 0.8),
        roll() < 1.05 - step * 0.27 ? 0.92 - step * 0.16 : 0,
      ),
    );
    const [cx, height] = [x + 70, 150 * share];
    for (let bar = 0; bar < 4; bar++) {
      const full = box(cx - 45 + bar * 24, 345, 17, 150, 8);
      canvas.fill(full, WHITE, 0.75);
      canvas.fill(
        box(cx - 45 + bar * 24, 495 - height, 17, height, 8),
        gradient(BLUE, TEAL, [0, 345], [0, 495]),
      );
    }
    disc(canvas, cx, 322, 9, step === 2 ? CORAL : INK, 5);
    canvas.fill(
      [
        [cx - 34, 252],
        [cx - 8, 262],
        [cx - 8, 284],
        [cx - 34, 294],
      ],
      AMBER,
    );
    canvas.fill(
      [
        [cx + 34, 252],
        [cx + 8, 262],
        [cx + 8, 284],
        [cx + 34, 294],
      ],
      CORAL,
    );
    if (step < 4)
      canvas.arrow(
        [
          [x + 143, 158],
          [x + 155, 158],
        ],
        3,
        INK,
        0.6,
      );
  });
  return canvas;
}
