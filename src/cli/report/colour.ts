/** Decides whether to colour, and colours. The whole palette is here. */

import { styleText } from 'node:util';
import type { Env } from '../../ports/env.ts';

export type Paint = (text: string) => string;

export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly place: Paint;
  readonly caret: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly strong: Paint;
}

/** `--color` and `--no-color` win; then FORCE_COLOR, NO_COLOR (when not empty), TERM=dumb; else whoever is a terminal. */
export function wantsColour(env: Env, interactive: boolean, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  const forced = env.get('FORCE_COLOR');
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env.get('NO_COLOR') ?? '') !== '' || env.get('TERM') === 'dumb') return false;
  return interactive;
}

/** Whether to colour was decided before: `styleText` is not to look at a stream again. */
const DECIDED = { validateStream: false };

export function createPalette(colour: boolean): Palette {
  const paint = (...format: Parameters<typeof styleText>[0] & unknown[]): Paint =>
    colour ? (text) => styleText(format, text, DECIDED) : (text) => text;
  return {
    error: paint('bold', 'red'),
    warning: paint('bold', 'yellow'),
    info: paint('bold', 'cyan'),
    place: paint('underline'),
    caret: paint('bold', 'red'),
    faint: paint('dim'),
    good: paint('green'),
    strong: paint('bold'),
  };
}
