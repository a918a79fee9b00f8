/** The picture for weakly supervised video saliency. */
import { box, colour, curve, gradient, mix, smooth } from '../canvas.mjs';
import { BLUE, CORAL, card, disc, GREY, INK, MINT, picture, WHITE } from '../palette.mjs';

/** A few strokes of the pen on the left are all the teaching; full masks in the frames on the right. */
export function scribblesToMasks() {
  const canvas = picture('rose');
  const scenery = (x, y, width, height) => {
    canvas.fill(
      box(x, y, width, height, 10),
      gradient(colour('#dbe9f6'), colour('#f4ead8'), [x, y], [x, y + height]),
    );
    canvas.fill(box(x, y + height * 0.72, width, height * 0.28, 10), mix(MINT, WHITE, 0.35));
  };
  const animal = (x, y, scale) =>
    smooth(
      [
        [-90, 40],
        [-84, -14],
        [-40, -30],
        [20, -28],
        [44, -70],
        [84, -72],
        [88, -34],
        [62, -8],
        [58, 46],
        [36, 52],
        [20, 22],
        [-40, 24],
        [-50, 56],
        [-72, 58],
      ].map(([dx, dy]) => [x + dx * scale, y + dy * scale]),
    );
  card(canvas, 58, 95, 380, 360, 20);
  scenery(76, 113, 344, 324);
  canvas.fill(animal(248, 300, 1.35), mix(GREY, WHITE, 0.25));
  canvas.line(
    [
      ...curve([165, 312], [200, 276], [240, 330], [280, 280]),
      ...curve([280, 280], [310, 250], [320, 230], [340, 226]),
    ],
    9,
    CORAL,
  );
  canvas.line([...curve([110, 180], [170, 130], [240, 210], [300, 150])], 9, BLUE);
  canvas.line([...curve([120, 405], [180, 420], [300, 395], [390, 412])], 9, BLUE);
  canvas.arrow(
    [
      [458, 275],
      [502, 275],
    ],
    5,
    INK,
  );
  for (let frame = 2; frame >= 0; frame--) {
    const [x, y] = [524 + frame * 34, 180 - frame * 42 + 20];
    card(canvas, x, y, 230, 200, 16, INK);
    canvas.fill(animal(x + 112 + frame * 4, y + 108, 0.92), frame === 0 ? WHITE : mix(INK, WHITE, 0.3));
  }
  for (let dot = 0; dot < 3; dot++) disc(canvas, 606 + dot * 30, 440, 7, dot === 0 ? CORAL : GREY, 0);
  return canvas;
}
