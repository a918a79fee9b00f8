/** The site's mark, for icons. */
import { Canvas, colour, ellipse, gradient } from '../canvas.mjs';
import { AMBER, WHITE } from '../palette.mjs';

/** The mark of the site: a W on blue. */
export function mark(size) {
  const ground = gradient(colour('#2f6fb5'), colour('#1c4377'), [0, 0], [size, size]);
  const canvas = new Canvas(size, size, ground);
  const unit = size / 32;
  canvas.line(
    [
      [6.5, 9],
      [11, 23],
      [16, 13],
      [21, 23],
      [25.5, 9],
    ].map(([x, y]) => [x * unit, y * unit]),
    3.4 * unit,
    WHITE,
  );
  canvas.fill(ellipse(25.5 * unit, 9 * unit, 2.6 * unit), AMBER);
  return canvas;
}
