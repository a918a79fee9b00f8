/**
 * Draws the homepage's pictures: `node scripts/make-images.mjs [folder [name...]]` (by default all of them into
 * `images`), and the theme's font of signs: `node scripts/make-images.mjs --signs`.
 *
 * The pictures stand in for the owner's own, under the names that the pages use: drop the originals over them. Needs
 * nothing but Node, and draws the same pixels every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeFont } from './make-images/font.mjs';
import { encodeJpeg } from './make-images/jpeg.mjs';
import { encodeIcon, encodePng } from './make-images/png.mjs';
import { diffusionInSpace } from './make-images/scenes/diffusion-in-space.mjs';
import { diffusionOverTime } from './make-images/scenes/diffusion-over-time.mjs';
import { dispatchedTokens } from './make-images/scenes/dispatched-tokens.mjs';
import { mark } from './make-images/scenes/mark.mjs';
import { mismatchedClasses } from './make-images/scenes/mismatched-classes.mjs';
import { nestedModels } from './make-images/scenes/nested-models.mjs';
import { portrait } from './make-images/scenes/portrait.mjs';
import { promptsInTwoDirections } from './make-images/scenes/prompts-in-two-directions.mjs';
import { prototypesOverTime } from './make-images/scenes/prototypes-over-time.mjs';
import { radarOfAbilities } from './make-images/scenes/radar-of-abilities.mjs';
import { scribblesToMasks } from './make-images/scenes/scribbles-to-masks.mjs';
import { slicesAndGraph } from './make-images/scenes/slices-and-graph.mjs';
import { smallGuidesLarge } from './make-images/scenes/small-guides-large.mjs';
import { streamsToMask } from './make-images/scenes/streams-to-mask.mjs';
import { SIGNS } from './make-images/signs.mjs';

/** File name to what is drawn in it. */
const PICTURES = {
  'dydit++.png': diffusionOverTime,
  'EA-ViT.png': nestedModels,
  'screenshot-20250915-135005.png': mismatchedClasses,
  '1740983914229.jpg': smallGuidesLarge,
  '1729770756002.jpg': diffusionInSpace,
  '1729771121493.jpg': dispatchedTokens,
  '1729771541362.jpg': radarOfAbilities,
  '1729772837643.jpg': promptsInTwoDirections,
  '1729772895998.jpg': prototypesOverTime,
  '1729772971568.jpg': streamsToMask,
  'screenshot-20241024-203556.png': slicesAndGraph,
  'screenshot-20241024-203022.png': scribblesToMasks,
  '12631729772695_.pic.jpg': () => portrait(480),
  'apple-touch-icon.png': () => mark(360).halved(),
  'favicon-32x32.png': () => mark(128).halved().halved(),
  'favicon-16x16.png': () => mark(128).halved().halved().halved(),
  'favicon.ico': () => mark(192).halved().halved(),
};

function encode(name, canvas) {
  const { width, height } = canvas;
  if (name.endsWith('.jpg')) return encodeJpeg(canvas.bytes(), width, height);
  const png = encodePng(canvas.bytes(), width, height);
  return name.endsWith('.ico') ? encodeIcon(png, width) : png;
}

function write(folder, name, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}  ${(bytes.length / 1024).toFixed(1)} KB`);
}

const root = join(import.meta.dirname, '..');
if (process.argv[2] === '--signs') {
  write(join(root, 'assets', 'fonts'), 'signs.ttf', encodeFont('Hastie Signs', SIGNS));
} else {
  const [folder = join(root, 'images'), ...names] = process.argv.slice(2);
  for (const [name, draw] of Object.entries(PICTURES)) {
    if (names.length === 0 || names.includes(name)) write(folder, name, encode(name, draw()));
  }
}
