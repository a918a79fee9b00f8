/** The signs that academic homepages put before their headings, drawn in layers on a square of 100 by 100, y down. */
import { box, colour, curve, ellipse, smooth, stroke } from './canvas.mjs';

const FLAME = colour('#f0592a');
const GLOW = colour('#ffc53d');
const GOLD = colour('#f2a73b');
const BLUE = colour('#3a7bd0');
const DEEP = colour('#2a558f');
const SKY = colour('#a9d0f5');
const TEAL = colour('#2ba08f');
const ROSE = colour('#e35d6a');
const PAPER = colour('#ffffff');
const EDGE = colour('#b9c6d4');
const SLATE = colour('#4a5b70');

/** A layer of one colour. */
const layer = (paint, ...outlines) => ({ paint, outlines });
const disc = (x, y, radius) => ellipse(x, y, radius, radius, 28);
const line = (width, ...points) => stroke(points, width);

const fire = [
  layer(
    FLAME,
    smooth(
      [
        [50, 4],
        [57, 22],
        [72, 34],
        [74, 26],
        [86, 52],
        [84, 76],
        [66, 94],
        [36, 94],
        [16, 76],
        [16, 54],
        [28, 36],
        [32, 46],
        [40, 30],
      ],
      8,
    ),
  ),
  layer(
    GLOW,
    smooth(
      [
        [52, 46],
        [60, 60],
        [66, 66],
        [66, 82],
        [56, 93],
        [42, 93],
        [32, 82],
        [34, 68],
        [42, 62],
      ],
      8,
    ),
  ),
];

const party = [
  layer(GOLD, [
    [30, 34],
    [68, 70],
    [8, 95],
  ]),
  layer(ROSE, [
    [23.5, 52.5],
    [50.5, 77.5],
    [38, 82.5],
    [18.5, 66.5],
  ]),
  layer(
    DEEP,
    ellipse(49, 52, 25, 9, 28).map(([x, y]) => turned(x, y, 49, 52, 0.76)),
  ),
  layer(BLUE, ...stroke(curve([50, 46], [44, 30], [62, 26], [54, 8], 12), 6), disc(80, 20, 5)),
  layer(ROSE, ...stroke(curve([58, 54], [70, 48], [76, 62], [94, 56], 12), 6), disc(34, 14, 5)),
  layer(
    TEAL,
    ...stroke(curve([56, 44], [66, 36], [68, 28], [84, 36], 12), 6),
    disc(70, 6, 4.5),
    disc(92, 76, 5),
  ),
];

const memo = [
  layer(EDGE, box(10, 6, 66, 90, 6)),
  layer(PAPER, box(14, 10, 58, 82, 3)),
  layer(
    EDGE,
    ...line(4, [24, 28], [62, 28]),
    ...line(4, [24, 44], [56, 44]),
    ...line(4, [24, 60], [44, 60]),
    ...line(4, [24, 76], [38, 76]),
  ),
  layer(GOLD, [
    [82, 22],
    [95, 35],
    [60, 72],
    [46, 58],
  ]),
  layer(ROSE, [
    [82, 22],
    [87, 17],
    [95, 19],
    [99, 27],
    [95, 35],
  ]),
  layer(SLATE, [
    [46, 58],
    [60, 72],
    [40, 78],
  ]),
];

const book = [
  layer(DEEP, box(2, 20, 96, 68, 5)),
  layer(PAPER, [
    [50, 24],
    ...curve([50, 24], [38, 12], [20, 14], [8, 16], 10),
    [8, 78],
    ...curve([8, 78], [20, 76], [38, 74], [50, 84], 10),
  ]),
  layer(PAPER, [
    [50, 24],
    ...curve([50, 24], [62, 12], [80, 14], [92, 16], 10),
    [92, 78],
    ...curve([92, 78], [80, 76], [62, 74], [50, 84], 10),
  ]),
  layer(
    EDGE,
    ...line(3, [50, 25], [50, 83]),
    ...[32, 46, 60].flatMap((y) => [
      ...line(3.5, [17, y - 2], [40, y + 2]),
      ...line(3.5, [60, y + 2], [83, y - 2]),
    ]),
  ),
];

const star = Array.from({ length: 10 }, (_, i) => {
  const [angle, far] = [(i / 10) * Math.PI * 2 - Math.PI / 2, i % 2 === 0 ? 16 : 7];
  return [50 + Math.cos(angle) * far, 66 + Math.sin(angle) * far];
});

const medal = [
  layer(GOLD, disc(50, 66, 29)),
  layer(
    BLUE,
    [
      [22, 4],
      [44, 4],
      [56, 38],
      [38, 44],
    ],
    [
      [78, 4],
      [56, 4],
      [44, 38],
      [62, 44],
    ],
  ),
  layer(
    ROSE,
    [
      [29, 4],
      [37, 4],
      [50, 36],
      [44, 42],
    ],
    [
      [71, 4],
      [63, 4],
      [50, 36],
      [56, 42],
    ],
  ),
  layer(GLOW, disc(50, 66, 22)),
  layer(GOLD, star),
];

const speech = [
  layer(BLUE, box(4, 12, 92, 62, 26), [
    [20, 62],
    [48, 70],
    [18, 94],
  ]),
  layer(PAPER, disc(28, 43, 6.5), disc(50, 43, 6.5), disc(72, 43, 6.5)),
];

const laptop = [
  layer(SLATE, box(12, 14, 76, 58, 6)),
  layer(SKY, box(18, 20, 64, 45, 2)),
  layer(BLUE, ...line(4, [28, 34], [38, 42], [28, 50]), ...line(4, [44, 52], [58, 52])),
  layer(EDGE, [
    [8, 74],
    [92, 74],
    [100, 84],
    [98, 88],
    [2, 88],
    [0, 84],
  ]),
];

function turned(x, y, cx, cy, angle) {
  const [dx, dy, cos, sin] = [x - cx, y - cy, Math.cos(angle), Math.sin(angle)];
  return [cx + dx * cos - dy * sin, cy + dx * sin + dy * cos];
}

/** The signs by code point. */
export const SIGNS = [
  [0x1f389, party],
  [0x1f396, medal],
  [0x1f4ac, speech],
  [0x1f4bb, laptop],
  [0x1f4d6, book],
  [0x1f4dd, memo],
  [0x1f525, fire],
].map(([code, layers]) => ({ code, layers }));
