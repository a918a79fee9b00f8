/** What the two pictures of diffusion arrive at. */
import { mix } from '../canvas.mjs';
import { AMBER, MINT, SKY, TEAL, WHITE } from '../palette.mjs';

/** A hill below a sun, in tiles: what the diffusion pictures arrive at. */
export function landscape(column, row, count) {
  const [u, v] = [(column + 0.5) / count, (row + 0.5) / count];
  if (Math.hypot(u - 0.7, v - 0.28) < 0.15) return AMBER;
  if (v > 0.78 - 0.22 * Math.sin(u * Math.PI)) return TEAL;
  if (v > 0.72 - 0.3 * Math.sin((u + 0.35) * 2.6)) return MINT;
  return mix(SKY, WHITE, v * 0.5);
}
