/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import armasm from 'highlight.js/lib/languages/armasm';
import awk from 'highlight.js/lib/languages/awk';
import basic from 'highlight.js/lib/languages/basic';
import brainfuck from 'highlight.js/lib/languages/brainfuck';
import ceylon from 'highlight.js/lib/languages/ceylon';
import clean from 'highlight.js/lib/languages/clean';
import cmake from 'highlight.js/lib/languages/cmake';
import coffeescript from 'highlight.js/lib/languages/coffeescript';
import cpp from 'highlight.js/lib/languages/cpp';
import dos from 'highlight.js/lib/languages/dos';
import erb from 'highlight.js/lib/languages/erb';
import fortran from 'highlight.js/lib/languages/fortran';
import haskell from 'highlight.js/lib/languages/haskell';
import http from 'highlight.js/lib/languages/http';
import hy from 'highlight.js/lib/languages/hy';
import ini from 'highlight.js/lib/languages/ini';
import isbl from 'highlight.js/lib/languages/isbl';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import lasso from 'highlight.js/lib/languages/lasso';
import livescript from 'highlight.js/lib/languages/livescript';
import mathematica from 'highlight.js/lib/languages/mathematica';
import moonscript from 'highlight.js/lib/languages/moonscript';
import nix from 'highlight.js/lib/languages/nix';
import objectivec from 'highlight.js/lib/languages/objectivec';
import ocaml from 'highlight.js/lib/languages/ocaml';
import php from 'highlight.js/lib/languages/php';
import pony from 'highlight.js/lib/languages/pony';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import q from 'highlight.js/lib/languages/q';
import qml from 'highlight.js/lib/languages/qml';
import reasonml from 'highlight.js/lib/languages/reasonml';
import ruby from 'highlight.js/lib/languages/ruby';
import sas from 'highlight.js/lib/languages/sas';
import smalltalk from 'highlight.js/lib/languages/smalltalk';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import stan from 'highlight.js/lib/languages/stan';
import stata from 'highlight.js/lib/languages/stata';
import tap from 'highlight.js/lib/languages/tap';
import tcl from 'highlight.js/lib/languages/tcl';
import vala from 'highlight.js/lib/languages/vala';
import verilog from 'highlight.js/lib/languages/verilog';
import vhdl from 'highlight.js/lib/languages/vhdl';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import xquery from 'highlight.js/lib/languages/xquery';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  apex: java,
  armasm,
  awk,
  batchfile: dos,
  bbcbasic: basic,
  biml: xml,
  brainfuck,
  brightscript: basic,
  ceylon,
  clean,
  cmake,
  coffeescript,
  cypher: sql,
  cython: python,
  eex: erb,
  epp: erb,
  fortran,
  freefem: cpp,
  gdscript: python,
  'ghc-cmm': haskell,
  'ghc-core': haskell,
  hack: php,
  hlsl: cpp,
  hocon: json,
  hql: sql,
  http,
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
  mathematica,
  meson: python,
  moonscript,
  mxml: xml,
  nix,
  objective_cpp: objectivec,
  ocl: ocaml,
  plist: xml,
  plsql: sql,
  pony,
  powershell,
  q,
  qml,
  reasonml,
  rescript: reasonml,
  sas,
  smalltalk,
  smarty: xml,
  sqf,
  stan,
  stata,
  supercollider: javascript,
  systemd: ini,
  tap,
  tcl,
  vala,
  verilog,
  vhdl,
  vue: xml,
  wollok: java,
  xojo: basic,
  xpath: xquery,
  xquery,
};
