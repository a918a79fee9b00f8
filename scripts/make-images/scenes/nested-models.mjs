/** The picture for EA-ViT. */
import { box, colour, curve } from '../canvas.mjs';
import { CORAL, card, disc, GREY, MINT, picture, TEAL, tiles, WHITE } from '../palette.mjs';

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
  canvas.line(
    [
      [525, 120],
      [525, 430],
      [780, 430],
    ],
    4,
    GREY,
  );
  const front = curve([545, 415], [560, 230], [640, 170], [780, 150]);
  canvas.fill([...front, [780, 430], [545, 430]], MINT, 0.4);
  canvas.line(front, 5, TEAL);
  for (const [x, y] of [
    [610, 355],
    [660, 300],
    [690, 375],
    [735, 255],
    [745, 340],
    [640, 405],
  ])
    disc(canvas, x, y, 7, GREY, 0);
  [
    [10, shades[1]],
    [20, shades[2]],
    [31, shades[3]],
    [43, CORAL],
  ].forEach(([at, paint], i) => {
    disc(canvas, ...front[at], 10 + i * 2.5, paint, 4);
  });
  return canvas;
}
