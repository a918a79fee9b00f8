/** The languages left to highlight.js, by Rouge's tags. */
import type { LanguageFn } from 'highlight.js';
import actionscript from 'highlight.js/lib/languages/actionscript';
import ada from 'highlight.js/lib/languages/ada';
import apache from 'highlight.js/lib/languages/apache';
import applescript from 'highlight.js/lib/languages/applescript';
import armasm from 'highlight.js/lib/languages/armasm';
import basic from 'highlight.js/lib/languages/basic';
import brainfuck from 'highlight.js/lib/languages/brainfuck';
import ceylon from 'highlight.js/lib/languages/ceylon';
import clean from 'highlight.js/lib/languages/clean';
import clojure from 'highlight.js/lib/languages/clojure';
import coq from 'highlight.js/lib/languages/coq';
import cpp from 'highlight.js/lib/languages/cpp';
import crystal from 'highlight.js/lib/languages/crystal';
import csharp from 'highlight.js/lib/languages/csharp';
import d from 'highlight.js/lib/languages/d';
import dart from 'highlight.js/lib/languages/dart';
import delphi from 'highlight.js/lib/languages/delphi';
import django from 'highlight.js/lib/languages/django';
import elixir from 'highlight.js/lib/languages/elixir';
import elm from 'highlight.js/lib/languages/elm';
import erb from 'highlight.js/lib/languages/erb';
import erlang from 'highlight.js/lib/languages/erlang';
import fsharp from 'highlight.js/lib/languages/fsharp';
import gherkin from 'highlight.js/lib/languages/gherkin';
import glsl from 'highlight.js/lib/languages/glsl';
import gradle from 'highlight.js/lib/languages/gradle';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import haml from 'highlight.js/lib/languages/haml';
import handlebars from 'highlight.js/lib/languages/handlebars';
import haskell from 'highlight.js/lib/languages/haskell';
import haxe from 'highlight.js/lib/languages/haxe';
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
import moonscript from 'highlight.js/lib/languages/moonscript';
import nim from 'highlight.js/lib/languages/nim';
import objectivec from 'highlight.js/lib/languages/objectivec';
import ocaml from 'highlight.js/lib/languages/ocaml';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import pony from 'highlight.js/lib/languages/pony';
import prolog from 'highlight.js/lib/languages/prolog';
import protobuf from 'highlight.js/lib/languages/protobuf';
import puppet from 'highlight.js/lib/languages/puppet';
import python from 'highlight.js/lib/languages/python';
import qml from 'highlight.js/lib/languages/qml';
import reasonml from 'highlight.js/lib/languages/reasonml';
import ruby from 'highlight.js/lib/languages/ruby';
import sas from 'highlight.js/lib/languages/sas';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import scss from 'highlight.js/lib/languages/scss';
import sml from 'highlight.js/lib/languages/sml';
import sqf from 'highlight.js/lib/languages/sqf';
import sql from 'highlight.js/lib/languages/sql';
import stan from 'highlight.js/lib/languages/stan';
import swift from 'highlight.js/lib/languages/swift';
import twig from 'highlight.js/lib/languages/twig';
import vala from 'highlight.js/lib/languages/vala';
import vbnet from 'highlight.js/lib/languages/vbnet';
import vim from 'highlight.js/lib/languages/vim';
import x86asm from 'highlight.js/lib/languages/x86asm';
import xml from 'highlight.js/lib/languages/xml';

/** By Rouge's tag: the language, or the nearest one there is. */
export const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  actionscript,
  ada,
  apache,
  apex: java,
  applescript,
  armasm,
  bbcbasic: basic,
  biml: xml,
  brainfuck,
  brightscript: basic,
  ceylon,
  clean,
  clojure,
  common_lisp: lisp,
  coq,
  crystal,
  csharp,
  cypher: sql,
  cython: python,
  d,
  dart,
  eex: erb,
  elixir,
  elm,
  epp: erb,
  erlang,
  freefem: cpp,
  fsharp,
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
  haxe,
  hcl: ini,
  hlsl: cpp,
  hocon: json,
  hql: sql,
  hylang: hy,
  idris: haskell,
  irb: ruby,
  isbl,
  jinja: django,
  jsonnet: javascript,
  jsp: xml,
  kotlin,
  lasso,
  literate_haskell: haskell,
  livescript,
  llvm,
  m68k: x86asm,
  mason: xml,
  meson: python,
  moonscript,
  mxml: xml,
  nasm: x86asm,
  nim,
  objective_c: objectivec,
  objective_cpp: objectivec,
  ocaml,
  ocl: ocaml,
  pascal: delphi,
  perl,
  plsql: sql,
  pony,
  prolog,
  protobuf,
  puppet,
  qml,
  racket: scheme,
  reasonml,
  rescript: reasonml,
  sas,
  sass: scss,
  scala,
  scheme,
  slim: xml,
  smarty: xml,
  sml,
  sqf,
  stan,
  swift,
  terraform: ini,
  twig,
  vala,
  vb: vbnet,
  viml: vim,
  wollok: java,
};
