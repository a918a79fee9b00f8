/** The picture where the author's photograph goes. */
import { Canvas, colour, ellipse, gradient } from '../canvas.mjs';
import { WHITE } from '../palette.mjs';

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
  const w = [
    [92, 112],
    [132, 262],
    [184, 152],
    [236, 262],
    [276, 112],
  ].map(([x, y]) => [x * unit, y * unit]);
  canvas.line(w, 26 * unit, WHITE);
  return canvas;
}
