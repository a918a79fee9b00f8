// Around `npm pack`: the packed package.json has no scripts and no development tools, for none of their files are packed.
// `strip` keeps the whole one beside it, `restore` brings that back.

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = join(import.meta.dirname, '..', 'package.json');
const whole = `${manifest}.whole`;

function restore() {
  if (existsSync(whole)) renameSync(whole, manifest);
}

/** The text of the packed package.json, made of the whole one's. */
export function packedManifest(text) {
  const { scripts, devDependencies, ...packed } = JSON.parse(text);
  return `${JSON.stringify(packed, null, 2)}\n`;
}

function strip() {
  // one that an interrupted run has left
  restore();
  const text = readFileSync(manifest, 'utf8');
  writeFileSync(whole, text);
  writeFileSync(manifest, packedManifest(text));
}

if (process.argv[2] === 'strip') strip();
if (process.argv[2] === 'restore') restore();
