/** The colours that all pictures share, and the few pieces they are made of. Stands between canvas.mjs and scenes/. */
import { box, Canvas, colour, ellipse, gradient, mix } from './canvas.mjs';

export const WIDTH = 880;
export const HEIGHT = 550;

export const INK = colour('#1d2f45');
export const BLUE = colour('#2f6fb5');
export const SKY = colour('#a9cdf0');
export const TEAL = colour('#2b9c91');
export const MINT = colour('#a8ddd3');
export const AMBER = colour('#f0b245');
export const CORAL = colour('#e2705a');
export const ROSE = colour('#f6c5b8');
export const PLUM = colour('#7b61b3');
export const MIST = colour('#dbe3ec');
export const GREY = colour('#9fb0c2');
export const WHITE = colour('#ffffff');

const GROUNDS = {
  blue: ['#eef5fc', '#dfebf7'],
  green: ['#eef8f5', '#ddefea'],
  sand: ['#fdf7ec', '#f7ebd6'],
  rose: ['#fdf3f0', '#f8e4de'],
  plum: ['#f5f2fb', '#e8e2f4'],
};

/** An empty picture on one of the grounds. @param {keyof typeof GROUNDS} ground */
export function picture(ground) {
  const [light, deep] = GROUNDS[ground].map(colour);
  return new Canvas(WIDTH, HEIGHT, gradient(light, deep, [0, 0], [WIDTH, HEIGHT]));
}

/** A white card with a soft shadow. */
export function card(canvas, x, y, width, height, radius = 18, paint = WHITE) {
  canvas.shadow(x, y + 8, width, height, radius, 22, INK, 0.13);
  canvas.fill(box(x, y, width, height, radius), paint);
}

/** A disc with a rim of white, as the nodes of a graph. */
export function disc(canvas, x, y, radius, paint, rim = 4) {
  if (rim > 0) canvas.fill(ellipse(x, y, radius + rim), WHITE);
  canvas.fill(ellipse(x, y, radius), paint);
}

/** A grid of rounded tiles; `paint(column, row)` gives a tile's colour, or undefined for a hole. */
export function tiles(canvas, { x, y, columns, rows, size, gap = 4, radius = 5 }, paint) {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const found = paint(column, row);
      if (found === undefined) continue;
      canvas.fill(box(x + column * (size + gap), y + row * (size + gap), size, size, radius), found);
    }
  }
}

/** From cold to hot, for maps of attention: 0 to 1. */
export function heat(t) {
  const stops = [MIST, SKY, BLUE, AMBER, CORAL];
  const at = Math.min(0.999, Math.max(0, t)) * (stops.length - 1);
  return mix(stops[Math.floor(at)], stops[Math.floor(at) + 1], at % 1);
}
