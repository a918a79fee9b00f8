/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import actionscript from 'highlight.js/lib/languages/actionscript';
import ada from 'highlight.js/lib/languages/ada';
import applescript from 'highlight.js/lib/languages/applescript';
import armasm from 'highlight.js/lib/languages/armasm';
import awk from 'highlight.js/lib/languages/awk';
import basic from 'highlight.js/lib/languages/basic';
import brainfuck from 'highlight.js/lib/languages/brainfuck';
import ceylon from 'highlight.js/lib/languages/ceylon';
import clean from 'highlight.js/lib/languages/clean';
import clojure from 'highlight.js/lib/languages/clojure';
import cmake from 'highlight.js/lib/languages/cmake';
import coffeescript from 'highlight.js/lib/languages/coffeescript';
import coq from 'highlight.js/lib/languages/coq';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import d from 'highlight.js/lib/languages/d';
import dart from 'highlight.js/lib/languages/dart';
import delphi from 'highlight.js/lib/languages/delphi';
import dos from 'highlight.js/lib/languages/dos';
import erlang from 'highlight.js/lib/languages/erlang';
import fortran from 'highlight.js/lib/languages/fortran';
import fsharp from 'highlight.js/lib/languages/fsharp';
import haskell from 'highlight.js/lib/languages/haskell';
import haxe from 'highlight.js/lib/languages/haxe';
import http from 'highlight.js/lib/languages/http';
import hy from 'highlight.js/lib/languages/hy';
import ini from 'highlight.js/lib/languages/ini';
import isbl from 'highlight.js/lib/languages/isbl';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lasso from 'highlight.js/lib/languages/lasso';
import lisp from 'highlight.js/lib/languages/lisp';
import livescript from 'highlight.js/lib/languages/livescript';
import llvm from 'highlight.js/lib/languages/llvm';
import mathematica from 'highlight.js/lib/languages/mathematica';
import moonscript from 'highlight.js/lib/languages/moonscript';
import nim from 'highlight.js/lib/languages/nim';
import nix from 'highlight.js/lib/languages/nix';
import ocaml from 'highlight.js/lib/languages/ocaml';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import pony from 'highlight.js/lib/languages/pony';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import q from 'highlight.js/lib/languages/q';
import qml from 'highlight.js/lib/languages/qml';
import reasonml from 'highlight.js/lib/languages/reasonml';
import ruby from 'highlight.js/lib/languages/ruby';
import sas from 'highlight.js/lib/languages/sas';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import smalltalk from 'highlight.js/lib/languages/smalltalk';
import sml from 'highlight.js/lib/languages/sml';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import stan from 'highlight.js/lib/languages/stan';
import stata from 'highlight.js/lib/languages/stata';
import tap from 'highlight.js/lib/languages/tap';
import tcl from 'highlight.js/lib/languages/tcl';
import vala from 'highlight.js/lib/languages/vala';
import vbnet from 'highlight.js/lib/languages/vbnet';
import verilog from 'highlight.js/lib/languages/verilog';
import vhdl from 'highlight.js/lib/languages/vhdl';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import xquery from 'highlight.js/lib/languages/xquery';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  actionscript,
  ada,
  apex: java,
  applescript,
  armasm,
  awk,
  batchfile: dos,
  bbcbasic: basic,
  biml: xml,
  brainfuck,
  brightscript: basic,
  ceylon,
  clean,
  clojure,
  cmake,
  coffeescript,
  common_lisp: lisp,
  coq,
  csharp,
  cypher: sql,
  cython: python,
  d,
  dart,
  erlang,
  fortran,
  freefem: cpp,
  fsharp,
  gdscript: python,
  'ghc-cmm': haskell,
  'ghc-core': haskell,
  hack: php,
  haxe,
  hlsl: cpp,
  hocon: json,
  hql: sql,
  http,
  hylang: hy,
  idris: haskell,
  irb: ruby,
  isbl,
  jsonnet: javascript,
  jsp: xml,
  kotlin,
  lasso,
  literate_coffeescript: coffeescript,
  literate_haskell: haskell,
  livescript,
  llvm,
  m68k: x86asm,
  mason: xml,
  mathematica,
  meson: python,
  moonscript,
  mxml: xml,
  nim,
  nix,
  ocaml,
  ocl: ocaml,
  pascal: delphi,
  perl,
  plist: xml,
  plsql: sql,
  pony,
  powershell,
  q,
  qml,
  racket: scheme,
  reasonml,
  rescript: reasonml,
  sas,
  scala,
  scheme,
  smalltalk,
  smarty: xml,
  sml,
  sqf,
  stan,
  stata,
  supercollider: javascript,
  systemd: ini,
  tap,
  tcl,
  vala,
  vb: vbnet,
  verilog,
  vhdl,
  vue: xml,
  wollok: java,
  xojo: basic,
  xpath: xquery,
  xquery,
};
