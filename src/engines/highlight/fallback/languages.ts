/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import basic from 'highlight.js/lib/languages/basic';
import clean from 'highlight.js/lib/languages/clean';
import cpp from 'highlight.js/lib/languages/cpp';
import haskell from 'highlight.js/lib/languages/haskell';
import hy from 'highlight.js/lib/languages/hy';
import isbl from 'highlight.js/lib/languages/isbl';
import lasso from 'highlight.js/lib/languages/lasso';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  bbcbasic: basic,
  biml: xml,
  brightscript: basic,
  clean,
  freefem: cpp,
  'ghc-cmm': haskell,
  'ghc-core': haskell,
  hql: sql,
  hylang: hy,
  isbl,
  lasso,
  m68k: x86asm,
  mason: xml,
  sqf,
};
