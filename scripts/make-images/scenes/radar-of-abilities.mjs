/** The picture for MMBench. */
import { box, colour } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, disc, GREY, picture, TEAL, WHITE } from '../palette.mjs';

/** A benchmark: the marks of three models on many abilities. */
export function radarOfAbilities() {
  const canvas = picture('sand');
  const [cx, cy, axes] = [440, 278, 10];
  const at = (axis, far) => {
    const angle = (axis / axes) * Math.PI * 2 - Math.PI / 2;
    return [cx + Math.cos(angle) * far, cy + Math.sin(angle) * far];
  };
  const ring = (far) => Array.from({ length: axes }, (_, axis) => at(axis, far));
  for (let level = 5; level > 0; level--)
    canvas.fill(ring(level * 45), level % 2 === 0 ? colour('#fbf1de') : WHITE);
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
  [
    [70, BLUE, 120],
    [118, CORAL, 86],
    [166, TEAL, 56],
  ].forEach(([y, paint, width]) => {
    canvas.fill(box(60, y, 26, 26, 8), paint);
    canvas.fill(box(98, y + 7, width, 12, 6), GREY, 0.55);
  });
  [
    [340, 0.8],
    [378, 0.62],
    [416, 0.9],
    [454, 0.46],
  ].forEach(([y, share]) => {
    canvas.fill(box(700, y, 120, 16, 8), WHITE);
    canvas.fill(box(700, y, 120 * share, 16, 8), AMBER);
  });
  return canvas;
}
