/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import apache from 'highlight.js/lib/languages/apache';
import armasm from 'highlight.js/lib/languages/armasm';
import awk from 'highlight.js/lib/languages/awk';
import basic from 'highlight.js/lib/languages/basic';
import brainfuck from 'highlight.js/lib/languages/brainfuck';
import ceylon from 'highlight.js/lib/languages/ceylon';
import clean from 'highlight.js/lib/languages/clean';
import cmake from 'highlight.js/lib/languages/cmake';
import coffeescript from 'highlight.js/lib/languages/coffeescript';
import cpp from 'highlight.js/lib/languages/cpp';
import crystal from 'highlight.js/lib/languages/crystal';
import django from 'highlight.js/lib/languages/django';
import dos from 'highlight.js/lib/languages/dos';
import elixir from 'highlight.js/lib/languages/elixir';
import elm from 'highlight.js/lib/languages/elm';
import erb from 'highlight.js/lib/languages/erb';
import fortran from 'highlight.js/lib/languages/fortran';
import gherkin from 'highlight.js/lib/languages/gherkin';
import glsl from 'highlight.js/lib/languages/glsl';
import gradle from 'highlight.js/lib/languages/gradle';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import haml from 'highlight.js/lib/languages/haml';
import handlebars from 'highlight.js/lib/languages/handlebars';
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
import prolog from 'highlight.js/lib/languages/prolog';
import protobuf from 'highlight.js/lib/languages/protobuf';
import puppet from 'highlight.js/lib/languages/puppet';
import python from 'highlight.js/lib/languages/python';
import q from 'highlight.js/lib/languages/q';
import qml from 'highlight.js/lib/languages/qml';
import reasonml from 'highlight.js/lib/languages/reasonml';
import ruby from 'highlight.js/lib/languages/ruby';
import sas from 'highlight.js/lib/languages/sas';
import scss from 'highlight.js/lib/languages/scss';
import smalltalk from 'highlight.js/lib/languages/smalltalk';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import stan from 'highlight.js/lib/languages/stan';
import stata from 'highlight.js/lib/languages/stata';
import swift from 'highlight.js/lib/languages/swift';
import tap from 'highlight.js/lib/languages/tap';
import tcl from 'highlight.js/lib/languages/tcl';
import twig from 'highlight.js/lib/languages/twig';
import vala from 'highlight.js/lib/languages/vala';
import verilog from 'highlight.js/lib/languages/verilog';
import vhdl from 'highlight.js/lib/languages/vhdl';
import vim from 'highlight.js/lib/languages/vim';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';
import xquery from 'highlight.js/lib/languages/xquery';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  apache,
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
  crystal,
  cypher: sql,
  cython: python,
  eex: erb,
  elixir,
  elm,
  epp: erb,
  fortran,
  freefem: cpp,
  gdscript: python,
  'ghc-cmm': haskell,
  'ghc-core': haskell,
  gherkin,
  glsl,
  groovy,
  gradle,
  graphql,
  hack: php,
  haml,
  handlebars,
  hcl: ini,
  hlsl: cpp,
  hocon: json,
  hql: sql,
  http,
  hylang: hy,
  irb: ruby,
  isbl,
  jinja: django,
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
  nasm: x86asm,
  nix,
  objective_c: objectivec,
  objective_cpp: objectivec,
  ocl: ocaml,
  plist: xml,
  plsql: sql,
  pony,
  powershell,
  prolog,
  protobuf,
  puppet,
  q,
  qml,
  reasonml,
  rescript: reasonml,
  sas,
  sass: scss,
  slim: xml,
  smalltalk,
  smarty: xml,
  sqf,
  stan,
  stata,
  supercollider: javascript,
  swift,
  systemd: ini,
  tap,
  tcl,
  terraform: ini,
  twig,
  vala,
  verilog,
  vhdl,
  viml: vim,
  vue: xml,
  wollok: java,
  xojo: basic,
  xpath: xquery,
  xquery,
};
