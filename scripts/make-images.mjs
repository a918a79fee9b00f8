/**
 * Draws the homepage's pictures: `node scripts/make-images.mjs [folder]` (by default `images`).
 *
 * They stand in for the owner's own, under the names that the pages use: drop the originals over them. Needs nothing
 * but Node, and draws the same pixels every time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeJpeg } from './make-images/jpeg.mjs';
import { encodeIcon, encodePng } from './make-images/png.mjs';
import * as scenes from './make-images/scenes.mjs';

/** File name to what is drawn in it. */
const PICTURES = {
  'dydit++.png': () => scenes.diffusionOverTime(),
  'EA-ViT.png': () => scenes.nestedModels(),
  'screenshot-20250915-135005.png': () => scenes.mismatchedClasses(),
  '1740983914229.jpg': () => scenes.smallGuidesLarge(),
  '1729770756002.jpg': () => scenes.diffusionInSpace(),
  '1729771121493.jpg': () => scenes.dispatchedTokens(),
  '1729771541362.jpg': () => scenes.radarOfAbilities(),
  '1729772837643.jpg': () => scenes.promptsInTwoDirections(),
  '1729772895998.jpg': () => scenes.prototypesOverTime(),
  '1729772971568.jpg': () => scenes.streamsToMask(),
  'screenshot-20241024-203556.png': () => scenes.slicesAndGraph(),
  'screenshot-20241024-203022.png': () => scenes.scribblesToMasks(),
  '12631729772695_.pic.jpg': () => scenes.portrait(480),
  'apple-touch-icon.png': () => scenes.mark(360).halved(),
  'favicon-32x32.png': () => scenes.mark(128).halved().halved(),
  'favicon-16x16.png': () => scenes.mark(128).halved().halved().halved(),
  'favicon.ico': () => scenes.mark(192).halved().halved(),
};

function encode(name, canvas) {
  const { width, height } = canvas;
  if (name.endsWith('.jpg')) return encodeJpeg(canvas.bytes(), width, height);
  const png = encodePng(canvas.bytes(), width, height);
  return name.endsWith('.ico') ? encodeIcon(png, width) : png;
}

const folder = process.argv[2] ?? join(import.meta.dirname, '..', 'images');
mkdirSync(folder, { recursive: true });
for (const [name, draw] of Object.entries(PICTURES)) {
  const bytes = encode(name, draw());
  writeFileSync(join(folder, name), bytes);
  console.log(`${name}  ${(bytes.length / 1024).toFixed(1)} KB`);
}
