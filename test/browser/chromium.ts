/** Finds a Chromium on this machine; nothing is ever downloaded. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Its path: `CHROMIUM` if set, else the first on `PATH`; undefined where there is none. */
export const findChromium = (): string | undefined => {
  const named = process.env.CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (named ? [named] : candidates).find((path) => existsSync(path));
};

/** What Chromium needs to run as root, without a graphics card, and without calling home. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
