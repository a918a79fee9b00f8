/** The picture for class distribution mismatch. */
import { box, curve, dice, ellipse } from '../canvas.mjs';
import { BLUE, CORAL, disc, INK, PLUM, picture, WHITE } from '../palette.mjs';

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
