/** The picture for DyDiT. */
import { box, mix } from '../canvas.mjs';
import { BLUE, card, INK, MIST, picture, SKY, TEAL, tiles, WHITE } from '../palette.mjs';
import { landscape } from './landscape.mjs';

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
    return [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ].some(([dx, dy]) => {
      const there = landscape(column + dx, row + dy, 10);
      return Math.abs(there[0] - here[0]) > 40;
    });
  };
  tiles(
    canvas,
    { x: cx - 120, y: cy - 120, columns: 10, rows: 10, size: 20.4, gap: 4, radius: 4 },
    (column, row) =>
      busy(column, row) ? landscape(column, row, 10) : mix(landscape(column, row, 10), WHITE, 0.68),
  );
  canvas.arrow(
    [
      [540, 275],
      [588, 275],
    ],
    5,
    INK,
  );
  card(canvas, 615, 90, 205, 370, 20);
  const widths = [150, 96, 165, 70, 128, 54];
  widths.forEach((width, row) => {
    canvas.fill(box(635, 116 + row * 55, 165, 40, 12), MIST, 0.8);
    canvas.fill(box(635, 116 + row * 55, width, 40, 12), row % 2 === 0 ? BLUE : TEAL);
  });
  return canvas;
}
