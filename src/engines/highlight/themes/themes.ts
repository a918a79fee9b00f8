/** The table of the themes, by Rouge's names; modes are named behind a dot. */

import * as base16 from './base16.ts';
import { COLORFUL } from './colorful.ts';
import { GITHUB, GITHUB_DARK } from './github.ts';
import { GRUVBOX_DARK, GRUVBOX_LIGHT } from './gruvbox.ts';
import { MAGRITTE } from './magritte.ts';
import { MOLOKAI, MONOKAI, MONOKAI_SUBLIME } from './monokai.ts';
import { PASTIE } from './pastie.ts';
import { BW, IGORPRO } from './plain.ts';
import { THANKFUL_EYES } from './thankful-eyes.ts';
import type { ThemeTable } from './theme.ts';
import { TULIP } from './tulip.ts';

export const THEMES: Readonly<Record<string, ThemeTable>> = {
  base16: base16.BASE16_LIGHT,
  'base16.light': base16.BASE16_LIGHT,
  'base16.dark': base16.BASE16_DARK,
  'base16.solarized': base16.SOLARIZED_LIGHT,
  'base16.solarized.light': base16.SOLARIZED_LIGHT,
  'base16.solarized.dark': base16.SOLARIZED_DARK,
  'base16.monokai': base16.BASE16_MONOKAI_DARK,
  'base16.monokai.light': base16.BASE16_MONOKAI_LIGHT,
  'base16.monokai.dark': base16.BASE16_MONOKAI_DARK,
  bw: BW,
  colorful: COLORFUL,
  github: GITHUB,
  'github.light': GITHUB,
  'github.dark': GITHUB_DARK,
  gruvbox: GRUVBOX_DARK,
  'gruvbox.dark': GRUVBOX_DARK,
  'gruvbox.light': GRUVBOX_LIGHT,
  igorpro: IGORPRO,
  magritte: MAGRITTE,
  molokai: MOLOKAI,
  monokai: MONOKAI,
  'monokai.sublime': MONOKAI_SUBLIME,
  pastie: PASTIE,
  thankful_eyes: THANKFUL_EYES,
  tulip: TULIP,
};

/** The theme of a name; undefined for any other word, `constructor` included. */
export function themeNamed(name: string): ThemeTable | undefined {
  return Object.hasOwn(THEMES, name) ? THEMES[name] : undefined;
}
