/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import basic from 'highlight.js/lib/languages/basic';
import brainfuck from 'highlight.js/lib/languages/brainfuck';
import clean from 'highlight.js/lib/languages/clean';
import coffeescript from 'highlight.js/lib/languages/coffeescript';
import cpp from 'highlight.js/lib/languages/cpp';
import haskell from 'highlight.js/lib/languages/haskell';
import hy from 'highlight.js/lib/languages/hy';
import isbl from 'highlight.js/lib/languages/isbl';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import lasso from 'highlight.js/lib/languages/lasso';
import livescript from 'highlight.js/lib/languages/livescript';
import moonscript from 'highlight.js/lib/languages/moonscript';
import ocaml from 'highlight.js/lib/languages/ocaml';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import qml from 'highlight.js/lib/languages/qml';
import reasonml from 'highlight.js/lib/languages/reasonml';
import ruby from 'highlight.js/lib/languages/ruby';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import tap from 'highlight.js/lib/languages/tap';
import vala from 'highlight.js/lib/languages/vala';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  apex: java,
  bbcbasic: basic,
  biml: xml,
  brainfuck,
  brightscript: basic,
  clean,
  cypher: sql,
  cython: python,
  freefem: cpp,
  gdscript: python,
  'ghc-cmm': haskell,
  'ghc-core': haskell,
  hack: php,
  hlsl: cpp,
  hocon: json,
  hql: sql,
  hylang: hy,
  irb: ruby,
  isbl,
  jsonnet: javascript,
  jsp: xml,
  lasso,
  literate_coffeescript: coffeescript,
  literate_haskell: haskell,
  livescript,
  m68k: x86asm,
  mason: xml,
  meson: python,
  moonscript,
  mxml: xml,
  ocl: ocaml,
  plsql: sql,
  qml,
  reasonml,
  rescript: reasonml,
  sqf,
  supercollider: javascript,
  tap,
  vala,
  xojo: basic,
};
