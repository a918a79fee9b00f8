/** The picture for VSCode. */
import { box, curve, dice, mix, smooth } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, card, disc, INK, PLUM, picture, TEAL, WHITE } from '../palette.mjs';

/** Prompts along two sides, kinds of data across and tasks down; each cell shows what stands out or hides there. */
export function promptsInTwoDirections() {
  const canvas = picture('rose');
  const roll = dice(41);
  const domains = [BLUE, TEAL, AMBER, PLUM];
  for (const [column, paint] of domains.entries())
    canvas.fill(box(212 + column * 152, 52, 132, 34, 17), paint);
  for (const [row, paint] of [CORAL, INK].entries())
    canvas.fill(box(62, 118 + row * 202, 118, 182, 26), paint);
  disc(canvas, 121, 209, 26, WHITE, 0);
  for (let dot = 0; dot < 16; dot++) {
    disc(
      canvas,
      95 + (dot % 4) * 18,
      383 + Math.floor(dot / 4) * 18,
      6,
      mix(INK, WHITE, (dot * 7) % 16 === 5 || dot % 5 === 0 ? 0.85 : 0.3),
      0,
    );
  }
  for (let row = 0; row < 2; row++) {
    domains.forEach((paint, column) => {
      const [x, y] = [212 + column * 152, 118 + row * 202];
      card(canvas, x, y, 132, 182, 16);
      const blob = smooth(
        Array.from({ length: 8 }, (_, i) => {
          const far = 32 + roll() * 20;
          return [
            x + 66 + Math.cos((i / 8) * Math.PI * 2) * far,
            y + 91 + Math.sin((i / 8) * Math.PI * 2) * far * 1.15,
          ];
        }),
      );
      if (row === 0) {
        canvas.fill(box(x + 10, y + 10, 112, 162, 10), mix(paint, WHITE, 0.82));
        canvas.fill(blob, paint);
        return;
      }
      canvas.fill(box(x + 10, y + 10, 112, 162, 10), mix(paint, WHITE, 0.62));
      for (let stripe = 0; stripe < 9; stripe++) {
        const from = y + 22 + stripe * 18;
        const wave = curve([x + 16, from], [x + 50, from - 14], [x + 80, from + 14], [x + 116, from], 16);
        canvas.line(wave, 4, mix(paint, WHITE, 0.35));
      }
      canvas.fill(blob, mix(paint, WHITE, 0.5), 0.75);
      canvas.dashed([...blob, blob[0]], 3, INK, 0.75, 7, 6);
    });
  }
  return canvas;
}
