/** The table of the languages written here; those that look up others (console, markdown) are made in find-lexer.ts. */

import { bibtex } from '../lexers/bibtex.ts';
import { c } from '../lexers/c.ts';
import { conf, nginx, properties } from '../lexers/conf.ts';
import { cpp, cuda } from '../lexers/cpp.ts';
import { css } from '../lexers/css.ts';
import { diff } from '../lexers/diff.ts';
import { docker } from '../lexers/docker.ts';
import { elixir } from '../lexers/elixir.ts';
import { erb } from '../lexers/erb.ts';
import { gherkin } from '../lexers/gherkin.ts';
import { go } from '../lexers/go.ts';
import { gradle } from '../lexers/gradle.ts';
import { groovy } from '../lexers/groovy.ts';
import { haskell } from '../lexers/haskell.ts';
import { html } from '../lexers/html.ts';
import { ini } from '../lexers/ini.ts';
import { java } from '../lexers/java.ts';
import { javascript } from '../lexers/javascript.ts';
import { jinja } from '../lexers/jinja.ts';
import { json, jsonDoc } from '../lexers/json.ts';
import { jsx, tsx } from '../lexers/jsx.ts';
import { julia } from '../lexers/julia.ts';
import { liquid } from '../lexers/liquid.ts';
import { lua } from '../lexers/lua.ts';
import { make } from '../lexers/make.ts';
import { matlab } from '../lexers/matlab.ts';
import { nasm } from '../lexers/nasm.ts';
import { php } from '../lexers/php.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { protobuf } from '../lexers/protobuf.ts';
import { python } from '../lexers/python.ts';
import { r } from '../lexers/r.ts';
import { ruby } from '../lexers/ruby.ts';
import { rust } from '../lexers/rust.ts';
import { scss } from '../lexers/scss.ts';
import { shell } from '../lexers/shell.ts';
import { sql } from '../lexers/sql.ts';
import { swift } from '../lexers/swift.ts';
import { tex } from '../lexers/tex.ts';
import { toml } from '../lexers/toml.ts';
import { twig } from '../lexers/twig.ts';
import { typescript } from '../lexers/typescript.ts';
import { viml } from '../lexers/viml.ts';
import { xml } from '../lexers/xml.ts';
import { yaml } from '../lexers/yaml.ts';
import type { Lexer } from '../lexing/lexer.ts';

export const LEXERS: readonly Lexer[] = [
  bibtex,
  c,
  conf,
  cpp,
  css,
  cuda,
  diff,
  docker,
  elixir,
  erb,
  gherkin,
  go,
  gradle,
  groovy,
  haskell,
  html,
  ini,
  java,
  javascript,
  jinja,
  json,
  jsonDoc,
  jsx,
  julia,
  liquid,
  lua,
  make,
  matlab,
  nasm,
  nginx,
  php,
  plaintext,
  properties,
  protobuf,
  python,
  r,
  ruby,
  rust,
  scss,
  shell,
  sql,
  swift,
  tex,
  toml,
  tsx,
  twig,
  typescript,
  viml,
  xml,
  yaml,
];
