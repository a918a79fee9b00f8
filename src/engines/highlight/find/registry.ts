/** The tables of the languages written here; console, which looks up shells by their names, is made in find-lexer.ts. */

import { apache } from '../lexers/apache.ts';
import { bibtex } from '../lexers/bibtex.ts';
import { c } from '../lexers/c.ts';
import { conf, nginx, properties } from '../lexers/conf.ts';
import { cpp, cuda } from '../lexers/cpp.ts';
import { crystal } from '../lexers/crystal.ts';
import { css } from '../lexers/css.ts';
import { diff } from '../lexers/diff.ts';
import { docker } from '../lexers/docker.ts';
import { dot } from '../lexers/dot.ts';
import { eex } from '../lexers/eex.ts';
import { elixir } from '../lexers/elixir.ts';
import { elm } from '../lexers/elm.ts';
import { epp } from '../lexers/epp.ts';
import { erb } from '../lexers/erb.ts';
import { gherkin } from '../lexers/gherkin.ts';
import { glsl } from '../lexers/glsl.ts';
import { go } from '../lexers/go.ts';
import { gradle } from '../lexers/gradle.ts';
import { graphqlLexer } from '../lexers/graphql.ts';
import { groovy } from '../lexers/groovy.ts';
import { hamlLexer } from '../lexers/haml.ts';
import { handlebars } from '../lexers/handlebars.ts';
import { haskell } from '../lexers/haskell.ts';
import { hcl } from '../lexers/hcl.ts';
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
import { type FindLexer, markdownLexer } from '../lexers/markdown.ts';
import { matlab } from '../lexers/matlab.ts';
import { nasm } from '../lexers/nasm.ts';
import { objectiveC, objectiveCpp } from '../lexers/objective-c.ts';
import { php } from '../lexers/php.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { prolog } from '../lexers/prolog.ts';
import { protobuf } from '../lexers/protobuf.ts';
import { puppet } from '../lexers/puppet.ts';
import { python } from '../lexers/python.ts';
import { r } from '../lexers/r.ts';
import { ruby } from '../lexers/ruby.ts';
import { rust } from '../lexers/rust.ts';
import { sass } from '../lexers/sass.ts';
import { scss } from '../lexers/scss.ts';
import { shell } from '../lexers/shell.ts';
import { slice } from '../lexers/slice.ts';
import { slimLexer } from '../lexers/slim.ts';
import { sql } from '../lexers/sql.ts';
import { swift } from '../lexers/swift.ts';
import { terraform } from '../lexers/terraform.ts';
import { tex } from '../lexers/tex.ts';
import { toml } from '../lexers/toml.ts';
import { twig } from '../lexers/twig.ts';
import { typescript } from '../lexers/typescript.ts';
import { viml } from '../lexers/viml.ts';
import { xml } from '../lexers/xml.ts';
import { yaml } from '../lexers/yaml.ts';
import type { Lexer } from '../lexing/lexer.ts';

export const LEXERS: readonly Lexer[] = [
  apache,
  bibtex,
  c,
  conf,
  cpp,
  crystal,
  css,
  cuda,
  diff,
  docker,
  dot,
  eex,
  elixir,
  elm,
  epp,
  erb,
  gherkin,
  glsl,
  go,
  gradle,
  groovy,
  handlebars,
  haskell,
  hcl,
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
  objectiveC,
  objectiveCpp,
  php,
  plaintext,
  prolog,
  properties,
  protobuf,
  puppet,
  python,
  r,
  ruby,
  rust,
  sass,
  scss,
  shell,
  slice,
  sql,
  swift,
  terraform,
  tex,
  toml,
  tsx,
  twig,
  typescript,
  viml,
  xml,
  yaml,
];

/** The languages in which others stand by their names, made with what finds those. */
export const LEXERS_WITH_OTHERS: Readonly<Record<string, (find: FindLexer) => Lexer>> = {
  graphql: graphqlLexer,
  haml: hamlLexer,
  markdown: markdownLexer,
  slim: slimLexer,
};
