/** Decides whether to colour, and colours. The whole palette is here. */

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

export function createPalette(colour: boolean): Palette {
  const sgr = (on: string, off: string): Paint =>
    colour ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text;
  return {
    error: sgr('1;31', '22;39'),
    warning: sgr('1;33', '22;39'),
    info: sgr('1;36', '22;39'),
    place: sgr('4', '24'),
    caret: sgr('1;31', '22;39'),
    faint: sgr('2', '22'),
    good: sgr('32', '39'),
    strong: sgr('1', '22'),
  };
}
