/** The tables of the languages written here; those that look up others in another way (console, http, vue) are made in find-lexer.ts. */

import { actionscript } from '../lexers/actionscript.ts';
import { ada } from '../lexers/ada.ts';
import { apache } from '../lexers/apache.ts';
import { apex } from '../lexers/apex.ts';
import { applescript } from '../lexers/applescript.ts';
import { armasm } from '../lexers/armasm.ts';
import { augeas } from '../lexers/augeas.ts';
import { awk } from '../lexers/awk.ts';
import { batchfile } from '../lexers/batchfile.ts';
import { bibtex } from '../lexers/bibtex.ts';
import { bpf } from '../lexers/bpf.ts';
import { brainfuck } from '../lexers/brainfuck.ts';
import { c } from '../lexers/c.ts';
import { ceylon } from '../lexers/ceylon.ts';
import { clojure } from '../lexers/clojure.ts';
import { cmake } from '../lexers/cmake.ts';
import { cmhg } from '../lexers/cmhg.ts';
import { coffeescript } from '../lexers/coffeescript.ts';
import { conf, nginx, properties } from '../lexers/conf.ts';
import { coq } from '../lexers/coq.ts';
import { cpp, cuda } from '../lexers/cpp.ts';
import { crystal } from '../lexers/crystal.ts';
import { csharp } from '../lexers/csharp.ts';
import { css } from '../lexers/css.ts';
import { csvs } from '../lexers/csvs.ts';
import { cypher } from '../lexers/cypher.ts';
import { cython } from '../lexers/cython.ts';
import { d } from '../lexers/d.ts';
import { dart } from '../lexers/dart.ts';
import { diff } from '../lexers/diff.ts';
import { docker } from '../lexers/docker.ts';
import { dot } from '../lexers/dot.ts';
import { ecl } from '../lexers/ecl.ts';
import { eex } from '../lexers/eex.ts';
import { eiffel } from '../lexers/eiffel.ts';
import { elixir } from '../lexers/elixir.ts';
import { elm } from '../lexers/elm.ts';
import { email } from '../lexers/email.ts';
import { epp } from '../lexers/epp.ts';
import { erb } from '../lexers/erb.ts';
import { erlang } from '../lexers/erlang.ts';
import { factor } from '../lexers/factor.ts';
import { fluent } from '../lexers/fluent.ts';
import { fortran } from '../lexers/fortran.ts';
import { fsharp } from '../lexers/fsharp.ts';
import { gdscript } from '../lexers/gdscript.ts';
import { gherkin } from '../lexers/gherkin.ts';
import { glsl } from '../lexers/glsl.ts';
import { go } from '../lexers/go.ts';
import { gradle } from '../lexers/gradle.ts';
import { graphqlLexer } from '../lexers/graphql.ts';
import { groovy } from '../lexers/groovy.ts';
import { hack } from '../lexers/hack.ts';
import { hamlLexer } from '../lexers/haml.ts';
import { handlebars } from '../lexers/handlebars.ts';
import { haskell } from '../lexers/haskell.ts';
import { haxe } from '../lexers/haxe.ts';
import { hcl } from '../lexers/hcl.ts';
import { hlsl } from '../lexers/hlsl.ts';
import { hocon } from '../lexers/hocon.ts';
import { html } from '../lexers/html.ts';
import { idris } from '../lexers/idris.ts';
import { ini } from '../lexers/ini.ts';
import { io } from '../lexers/io.ts';
import { irb, irbOutput } from '../lexers/irb.ts';
import { janet } from '../lexers/janet.ts';
import { java } from '../lexers/java.ts';
import { javascript } from '../lexers/javascript.ts';
import { jinja } from '../lexers/jinja.ts';
import { json, jsonDoc } from '../lexers/json.ts';
import { jsonnet } from '../lexers/jsonnet.ts';
import { jsp } from '../lexers/jsp.ts';
import { jsx, tsx } from '../lexers/jsx.ts';
import { julia } from '../lexers/julia.ts';
import { kotlin } from '../lexers/kotlin.ts';
import { lean } from '../lexers/lean.ts';
import { liquid } from '../lexers/liquid.ts';
import { commonLisp } from '../lexers/lisp.ts';
import { literateCoffeescriptLexer } from '../lexers/literate-coffeescript.ts';
import { literateHaskell } from '../lexers/literate-haskell.ts';
import { livescript } from '../lexers/livescript.ts';
import { llvm } from '../lexers/llvm.ts';
import { lua } from '../lexers/lua.ts';
import { lustre, lutin } from '../lexers/lustre.ts';
import { make } from '../lexers/make.ts';
import { type FindLexer, markdownLexer } from '../lexers/markdown.ts';
import { mathematica } from '../lexers/mathematica.ts';
import { matlab } from '../lexers/matlab.ts';
import { meson } from '../lexers/meson.ts';
import { minizinc } from '../lexers/minizinc.ts';
import { moonscript } from '../lexers/moonscript.ts';
import { msgtrans } from '../lexers/msgtrans.ts';
import { mxml } from '../lexers/mxml.ts';
import { nasm } from '../lexers/nasm.ts';
import { nesasm } from '../lexers/nesasm.ts';
import { nim } from '../lexers/nim.ts';
import { nix } from '../lexers/nix.ts';
import { objectiveC, objectiveCpp } from '../lexers/objective-c.ts';
import { ocaml } from '../lexers/ocaml.ts';
import { ocl } from '../lexers/ocl.ts';
import { openedge } from '../lexers/openedge.ts';
import { opentypeFeatureFile } from '../lexers/opentype-feature-file.ts';
import { pascal } from '../lexers/pascal.ts';
import { perl } from '../lexers/perl.ts';
import { php } from '../lexers/php.ts';
import { plaintext } from '../lexers/plaintext.ts';
import { plist } from '../lexers/plist.ts';
import { plsql } from '../lexers/plsql.ts';
import { pony } from '../lexers/pony.ts';
import { powershell } from '../lexers/powershell.ts';
import { praat } from '../lexers/praat.ts';
import { prolog } from '../lexers/prolog.ts';
import { prometheus } from '../lexers/prometheus.ts';
import { protobuf } from '../lexers/protobuf.ts';
import { puppet } from '../lexers/puppet.ts';
import { python } from '../lexers/python.ts';
import { q } from '../lexers/q.ts';
import { qml } from '../lexers/qml.ts';
import { r } from '../lexers/r.ts';
import { racket } from '../lexers/racket.ts';
import { reasonml } from '../lexers/reasonml.ts';
import { rego } from '../lexers/rego.ts';
import { rescript } from '../lexers/rescript.ts';
import { robotFramework } from '../lexers/robot-framework.ts';
import { ruby } from '../lexers/ruby.ts';
import { rust } from '../lexers/rust.ts';
import { sas } from '../lexers/sas.ts';
import { sass } from '../lexers/sass.ts';
import { scala } from '../lexers/scala.ts';
import { scheme } from '../lexers/scheme.ts';
import { scss } from '../lexers/scss.ts';
import { sed } from '../lexers/sed.ts';
import { shell } from '../lexers/shell.ts';
import { sieve } from '../lexers/sieve.ts';
import { slice } from '../lexers/slice.ts';
import { slimLexer } from '../lexers/slim.ts';
import { smalltalk } from '../lexers/smalltalk.ts';
import { smarty } from '../lexers/smarty.ts';
import { sml } from '../lexers/sml.ts';
import { solidity } from '../lexers/solidity.ts';
import { sparql } from '../lexers/sparql.ts';
import { sql } from '../lexers/sql.ts';
import { ssh } from '../lexers/ssh.ts';
import { stan } from '../lexers/stan.ts';
import { stata } from '../lexers/stata.ts';
import { supercollider } from '../lexers/supercollider.ts';
import { swift } from '../lexers/swift.ts';
import { systemd } from '../lexers/systemd.ts';
import { tap } from '../lexers/tap.ts';
import { tcl } from '../lexers/tcl.ts';
import { terraform } from '../lexers/terraform.ts';
import { tex } from '../lexers/tex.ts';
import { toml } from '../lexers/toml.ts';
import { turtle } from '../lexers/turtle.ts';
import { twig } from '../lexers/twig.ts';
import { typescript } from '../lexers/typescript.ts';
import { vala } from '../lexers/vala.ts';
import { vb } from '../lexers/vb.ts';
import { vcl } from '../lexers/vcl.ts';
import { velocity } from '../lexers/velocity.ts';
import { verilog } from '../lexers/verilog.ts';
import { vhdl } from '../lexers/vhdl.ts';
import { viml } from '../lexers/viml.ts';
import { wollok } from '../lexers/wollok.ts';
import { xml } from '../lexers/xml.ts';
import { xojo } from '../lexers/xojo.ts';
import { xpath } from '../lexers/xpath.ts';
import { xquery } from '../lexers/xquery.ts';
import { yaml } from '../lexers/yaml.ts';
import { zig } from '../lexers/zig.ts';
import type { Lexer } from '../lexing/lexer.ts';

export const LEXERS: readonly Lexer[] = [
  actionscript,
  ada,
  apache,
  apex,
  applescript,
  armasm,
  augeas,
  awk,
  batchfile,
  bibtex,
  bpf,
  brainfuck,
  c,
  ceylon,
  clojure,
  cmake,
  cmhg,
  coffeescript,
  commonLisp,
  conf,
  coq,
  cpp,
  crystal,
  csharp,
  css,
  csvs,
  cuda,
  cypher,
  cython,
  d,
  dart,
  diff,
  docker,
  dot,
  ecl,
  eex,
  eiffel,
  elixir,
  elm,
  email,
  epp,
  erb,
  erlang,
  factor,
  fluent,
  fortran,
  fsharp,
  gdscript,
  gherkin,
  glsl,
  go,
  gradle,
  groovy,
  hack,
  handlebars,
  haskell,
  haxe,
  hcl,
  hlsl,
  hocon,
  html,
  idris,
  ini,
  io,
  irb,
  irbOutput,
  janet,
  java,
  javascript,
  jinja,
  json,
  jsonDoc,
  jsonnet,
  jsp,
  jsx,
  julia,
  kotlin,
  lean,
  liquid,
  literateHaskell,
  livescript,
  llvm,
  lua,
  lustre,
  lutin,
  make,
  mathematica,
  matlab,
  meson,
  minizinc,
  moonscript,
  msgtrans,
  mxml,
  nasm,
  nesasm,
  nginx,
  nim,
  nix,
  objectiveC,
  objectiveCpp,
  ocaml,
  ocl,
  openedge,
  opentypeFeatureFile,
  pascal,
  perl,
  php,
  plaintext,
  plist,
  plsql,
  pony,
  powershell,
  praat,
  prolog,
  prometheus,
  properties,
  protobuf,
  puppet,
  python,
  q,
  qml,
  r,
  racket,
  reasonml,
  rego,
  rescript,
  robotFramework,
  ruby,
  rust,
  sas,
  sass,
  scala,
  scheme,
  scss,
  sed,
  shell,
  sieve,
  slice,
  smalltalk,
  smarty,
  sml,
  solidity,
  sparql,
  sql,
  ssh,
  stan,
  stata,
  supercollider,
  swift,
  systemd,
  tap,
  tcl,
  terraform,
  tex,
  toml,
  tsx,
  turtle,
  twig,
  typescript,
  vala,
  vb,
  vcl,
  velocity,
  verilog,
  vhdl,
  viml,
  wollok,
  xml,
  xojo,
  xpath,
  xquery,
  yaml,
  zig,
];

/** The languages in which others stand by their names, made with what finds those. */
export const LEXERS_WITH_OTHERS: Readonly<Record<string, (find: FindLexer) => Lexer>> = {
  graphql: graphqlLexer,
  haml: hamlLexer,
  literate_coffeescript: literateCoffeescriptLexer,
  markdown: markdownLexer,
  slim: slimLexer,
};
