/** The picture for small models that guide large ones. */
import { curve, mix } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, card, disc, heat, INK, picture, ROSE, SKY, tiles, WHITE } from '../palette.mjs';

/** A small model's map of attention tells the large one which tokens it may leave out. */
export function smallGuidesLarge() {
  const canvas = picture('sand');
  const glow = (column, row) =>
    Math.exp(-((column - 4.4) ** 2 + (row - 2.6) ** 2) / 5) +
    0.7 * Math.exp(-((column - 1.4) ** 2 + (row - 5.4) ** 2) / 2.4);
  for (let layer = 0; layer < 4; layer++) {
    card(canvas, 60, 205 + layer * 42, 130, 30, 10, mix(SKY, BLUE, layer / 4));
  }
  canvas.arrow(
    [
      [208, 280],
      [252, 280],
    ],
    5,
    INK,
  );
  card(canvas, 275, 140, 274, 274, 18);
  tiles(canvas, { x: 291, y: 156, columns: 7, rows: 7, size: 31, gap: 4.2, radius: 6 }, (c, r) =>
    heat(glow(c, r)),
  );
  canvas.arrow(
    [
      [566, 280],
      [610, 280],
    ],
    5,
    INK,
  );
  for (let layer = 0; layer < 7; layer++) {
    card(canvas, 632, 92 + layer * 52, 190, 40, 12, mix(ROSE, CORAL, layer / 7));
    const kept = 7 - Math.min(5, layer);
    tiles(
      canvas,
      { x: 647, y: 103 + layer * 52, columns: 7, rows: 1, size: 18, gap: 5.6, radius: 5 },
      (column) => mix(mix(ROSE, CORAL, layer / 7), WHITE, column < kept ? 0.95 : 0.2),
    );
  }
  canvas.line(curve([125, 388], [125, 500], [420, 520], [420, 424]), 3.5, AMBER);
  disc(canvas, 125, 388, 8, AMBER);
  disc(canvas, 420, 420, 8, AMBER);
  return canvas;
}
