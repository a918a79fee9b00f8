/** The picture for light field saliency. */
import { curve, ellipse, mix } from '../canvas.mjs';
import { AMBER, BLUE, CORAL, disc, INK, picture, SKY, TEAL, WHITE } from '../palette.mjs';

/** Slices of one scene at several depths of focus, and a graph of what belongs together within and across them. */
export function slicesAndGraph() {
  const canvas = picture('blue');
  for (let slice = 0; slice < 5; slice++) {
    const [x, y] = [70 + slice * 66, 96 + slice * 26];
    const plane = [
      [x, y + 54],
      [x + 150, y],
      [x + 150, y + 220],
      [x, y + 274],
    ];
    canvas.fill(
      plane.map(([px, py]) => [px + 8, py + 10]),
      INK,
      0.1,
    );
    canvas.fill(plane, mix(WHITE, SKY, slice / 6), 0.94);
    canvas.line([...plane, plane[0]], 3, mix(SKY, BLUE, slice / 5));
    const spot = [x + 75, y + 137];
    const blur = Math.abs(slice - 2);
    for (let ring = 3; ring >= 0; ring--) {
      canvas.fill(
        ellipse(spot[0], spot[1], 24 + ring * blur * 5, 30 + ring * blur * 6),
        mix(CORAL, AMBER, blur / 2),
        ring === 0 ? 0.9 - blur * 0.25 : 0.14,
      );
    }
  }
  const places = [
    [600, 120],
    [690, 96],
    [780, 138],
    [566, 226],
    [668, 206],
    [770, 246],
    [596, 336],
    [700, 318],
    [800, 354],
    [640, 436],
    [744, 444],
  ];
  const ties = [
    [0, 1],
    [1, 2],
    [0, 3],
    [0, 4],
    [1, 4],
    [2, 5],
    [4, 5],
    [3, 4],
    [3, 6],
    [4, 7],
    [6, 7],
    [5, 7],
    [5, 8],
    [7, 8],
    [6, 9],
    [7, 9],
    [7, 10],
    [8, 10],
    [9, 10],
  ];
  for (const [from, to] of ties) canvas.line([places[from], places[to]], 3, INK, 0.28);
  for (const [i, [x, y]] of places.entries()) {
    disc(
      canvas,
      x,
      y,
      i === 4 || i === 7 ? 21 : 14,
      [BLUE, TEAL, AMBER, CORAL][i === 4 || i === 7 ? 3 : i % 3],
      4,
    );
  }
  canvas.arrow([...curve([452, 400], [490, 410], [520, 380], [548, 350])], 4, INK, 0.7);
  canvas.arrow([...curve([548, 196], [510, 160], [480, 150], [446, 158])], 4, INK, 0.7);
  return canvas;
}
