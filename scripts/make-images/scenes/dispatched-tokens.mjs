/** The picture for dynamic tuning. */
import { box, curve, gradient, mix } from '../canvas.mjs';
import { AMBER, BLUE, card, disc, picture, SKY, TEAL } from '../palette.mjs';

/** A dispatcher lets some tokens through the whole block and others past it. */
export function dispatchedTokens() {
  const canvas = picture('green');
  const rows = [110, 176, 242, 308, 374, 440];
  const through = [true, false, true, true, false, true];
  card(canvas, 330, 64, 220, 422, 24);
  for (let layer = 0; layer < 3; layer++) {
    canvas.fill(
      box(356, 92 + layer * 126, 168, 112, 16),
      gradient(mix(SKY, BLUE, layer * 0.3), SKY, [356, 92], [524, 486]),
    );
  }
  rows.forEach((y, i) => {
    const bend = y < 275 ? 30 : 520;
    if (through[i])
      canvas.line(
        [
          [110, y],
          [770, y],
        ],
        4,
        TEAL,
        0.85,
      );
    else {
      const over = [
        ...curve([110, y], [230, y], [250, bend], [340, bend]),
        ...curve([340, bend], [630, bend], [640, y], [770, y]),
      ];
      canvas.dashed(over, 4, AMBER, 1, 12, 10);
    }
    disc(canvas, 440, y, through[i] ? 13 : 0, TEAL, through[i] ? 5 : 0);
    canvas.fill(box(72, y - 20, 40, 40, 10), through[i] ? TEAL : AMBER);
    canvas.fill(box(768, y - 20, 40, 40, 10), through[i] ? mix(TEAL, BLUE, 0.5) : AMBER);
  });
  for (const y of [30, 520]) {
    card(canvas, 420, y - 14, 40, 28, 9, AMBER);
  }
  return canvas;
}
