/** The table of the languages written here; those that look up others (console, markdown) are made in find-lexer.ts. */

import { actionscript } from '../lexers/actionscript.ts';
import { ada } from '../lexers/ada.ts';
import { applescript } from '../lexers/applescript.ts';
import { bibtex } from '../lexers/bibtex.ts';
import { c } from '../lexers/c.ts';
import { clojure } from '../lexers/clojure.ts';
import { conf, nginx, properties } from '../lexers/conf.ts';
import { coq } from '../lexers/coq.ts';
import { cpp, cuda } from '../lexers/cpp.ts';
import { csharp } from '../lexers/csharp.ts';
import { css } from '../lexers/css.ts';
import { d } from '../lexers/d.ts';
import { dart } from '../lexers/dart.ts';
import { diff } from '../lexers/diff.ts';
import { docker } from '../lexers/docker.ts';
import { erb } from '../lexers/erb.ts';
import { erlang } from '../lexers/erlang.ts';
import { fsharp } from '../lexers/fsharp.ts';
import { go } from '../lexers/go.ts';
import { haskell } from '../lexers/haskell.ts';
import { haxe } from '../lexers/haxe.ts';
import { html } from '../lexers/html.ts';
import { idris } from '../lexers/idris.ts';
import { ini } from '../lexers/ini.ts';
import { java } from '../lexers/java.ts';
import { javascript } from '../lexers/javascript.ts';
import { json, jsonDoc } from '../lexers/json.ts';
import { jsx, tsx } from '../lexers/jsx.ts';
import { julia } from '../lexers/julia.ts';
import { kotlin } from '../lexers/kotlin.ts';
import { lean } from '../lexers/lean.ts';
import { liquid } from '../lexers/liquid.ts';
import { commonLisp } from '../lexers/lisp.ts';
import { llvm } from '../lexers/llvm.ts';
import { lua } from '../lexers/lua.ts';
import { make } from '../lexers/make.ts';
import { matlab } from '../lexers/matlab.ts';
import { nim } from '../lexers/nim.ts';
import { ocaml } from '../lexers/ocaml.ts';
import { pascal } from '../lexers/pascal.ts';
import { perl } from '../lexers/perl.ts';
import { php } from '../lexers/php.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { python } from '../lexers/python.ts';
import { r } from '../lexers/r.ts';
import { racket } from '../lexers/racket.ts';
import { ruby } from '../lexers/ruby.ts';
import { rust } from '../lexers/rust.ts';
import { scala } from '../lexers/scala.ts';
import { scheme } from '../lexers/scheme.ts';
import { scss } from '../lexers/scss.ts';
import { shell } from '../lexers/shell.ts';
import { sml } from '../lexers/sml.ts';
import { sql } from '../lexers/sql.ts';
import { tex } from '../lexers/tex.ts';
import { toml } from '../lexers/toml.ts';
import { typescript } from '../lexers/typescript.ts';
import { vb } from '../lexers/vb.ts';
import { xml } from '../lexers/xml.ts';
import { yaml } from '../lexers/yaml.ts';
import type { Lexer } from '../lexing/lexer.ts';

export const LEXERS: readonly Lexer[] = [
  actionscript,
  ada,
  applescript,
  bibtex,
  c,
  clojure,
  commonLisp,
  conf,
  coq,
  cpp,
  csharp,
  css,
  cuda,
  d,
  dart,
  diff,
  docker,
  erb,
  erlang,
  fsharp,
  go,
  haskell,
  haxe,
  html,
  idris,
  ini,
  java,
  javascript,
  json,
  jsonDoc,
  jsx,
  julia,
  kotlin,
  lean,
  liquid,
  llvm,
  lua,
  make,
  matlab,
  nginx,
  nim,
  ocaml,
  pascal,
  perl,
  php,
  plaintext,
  properties,
  python,
  r,
  racket,
  ruby,
  rust,
  scala,
  scheme,
  scss,
  shell,
  sml,
  sql,
  tex,
  toml,
  tsx,
  typescript,
  vb,
  xml,
  yaml,
];
