/** The table of the languages written here; those that look up others (console, markdown) are made in find-lexer.ts. */

import { awk } from '../lexers/awk.ts';
import { batchfile } from '../lexers/batchfile.ts';
import { bibtex } from '../lexers/bibtex.ts';
import { c } from '../lexers/c.ts';
import { cmake } from '../lexers/cmake.ts';
import { coffeescript } from '../lexers/coffeescript.ts';
import { conf, nginx, properties } from '../lexers/conf.ts';
import { cpp, cuda } from '../lexers/cpp.ts';
import { css } from '../lexers/css.ts';
import { diff } from '../lexers/diff.ts';
import { docker } from '../lexers/docker.ts';
import { erb } from '../lexers/erb.ts';
import { fortran } from '../lexers/fortran.ts';
import { go } from '../lexers/go.ts';
import { haskell } from '../lexers/haskell.ts';
import { html } from '../lexers/html.ts';
import { ini } from '../lexers/ini.ts';
import { java } from '../lexers/java.ts';
import { javascript } from '../lexers/javascript.ts';
import { json, jsonDoc } from '../lexers/json.ts';
import { jsx, tsx } from '../lexers/jsx.ts';
import { julia } from '../lexers/julia.ts';
import { liquid } from '../lexers/liquid.ts';
import { lua } from '../lexers/lua.ts';
import { make } from '../lexers/make.ts';
import { mathematica } from '../lexers/mathematica.ts';
import { matlab } from '../lexers/matlab.ts';
import { nix } from '../lexers/nix.ts';
import { php } from '../lexers/php.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { plist } from '../lexers/plist.ts';
import { powershell } from '../lexers/powershell.ts';
import { python } from '../lexers/python.ts';
import { q } from '../lexers/q.ts';
import { r } from '../lexers/r.ts';
import { rego } from '../lexers/rego.ts';
import { ruby } from '../lexers/ruby.ts';
import { rust } from '../lexers/rust.ts';
import { scss } from '../lexers/scss.ts';
import { sed } from '../lexers/sed.ts';
import { shell } from '../lexers/shell.ts';
import { sieve } from '../lexers/sieve.ts';
import { slice } from '../lexers/slice.ts';
import { smalltalk } from '../lexers/smalltalk.ts';
import { solidity } from '../lexers/solidity.ts';
import { sparql } from '../lexers/sparql.ts';
import { sql } from '../lexers/sql.ts';
import { ssh } from '../lexers/ssh.ts';
import { stata } from '../lexers/stata.ts';
import { supercollider } from '../lexers/supercollider.ts';
import { systemd } from '../lexers/systemd.ts';
import { tap } from '../lexers/tap.ts';
import { tcl } from '../lexers/tcl.ts';
import { tex } from '../lexers/tex.ts';
import { toml } from '../lexers/toml.ts';
import { turtle } from '../lexers/turtle.ts';
import { typescript } from '../lexers/typescript.ts';
import { vala } from '../lexers/vala.ts';
import { verilog } from '../lexers/verilog.ts';
import { vhdl } from '../lexers/vhdl.ts';
import { xml } from '../lexers/xml.ts';
import { xojo } from '../lexers/xojo.ts';
import { xpath } from '../lexers/xpath.ts';
import { xquery } from '../lexers/xquery.ts';
import { yaml } from '../lexers/yaml.ts';
import { zig } from '../lexers/zig.ts';
import type { Lexer } from '../lexing/lexer.ts';

export const LEXERS: readonly Lexer[] = [
  awk,
  batchfile,
  bibtex,
  c,
  cmake,
  coffeescript,
  conf,
  cpp,
  css,
  cuda,
  diff,
  docker,
  erb,
  fortran,
  go,
  haskell,
  html,
  ini,
  java,
  javascript,
  json,
  jsonDoc,
  jsx,
  julia,
  liquid,
  lua,
  make,
  mathematica,
  matlab,
  nginx,
  nix,
  php,
  plaintext,
  plist,
  powershell,
  properties,
  python,
  q,
  r,
  rego,
  ruby,
  rust,
  scss,
  sed,
  shell,
  sieve,
  slice,
  smalltalk,
  solidity,
  sparql,
  sql,
  ssh,
  stata,
  supercollider,
  systemd,
  tap,
  tcl,
  tex,
  toml,
  tsx,
  turtle,
  typescript,
  vala,
  verilog,
  vhdl,
  xml,
  xojo,
  xpath,
  xquery,
  yaml,
  zig,
];
