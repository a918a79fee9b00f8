/** The media types of contents of HTTP, each language with its own, by the tags of Rouge. */

/** One line per language: its tag, then its media types in lower case. */
export const MEDIA_TYPES = `
  abap text/x-abap
  actionscript application/x-actionscript
  ada text/x-ada
  apache text/x-httpd-conf text/x-apache-conf
  apex text/x-apex
  markdown text/x-markdown
  apiblueprint text/vnd.apiblueprint
  applescript application/x-applescript
  augeas text/x-augeas
  awk application/x-awk
  batchfile application/bat application/x-bat application/x-msdos-program
  xml text/xml application/xml image/svg+xml application/rss+xml application/atom+xml
  brainfuck text/x-brainfuck
  c text/x-chdr text/x-csrc
  ceylon text/x-ceylon
  clojure text/x-clojure application/x-clojure
  cmake text/x-cmake
  coffeescript text/coffeescript
  common_lisp text/x-common-lisp
  coq text/x-coq
  cpp text/x-c++hdr text/x-c++src
  crystal text/x-crystal application/x-crystal
  csharp text/x-csharp
  css text/css
  cypher application/x-cypher-query
  python text/x-python application/x-python
  cython text/x-cython application/x-cython
  d application/x-dsrc text/x-dsrc
  dafny text/x-dafny
  dart text/x-dart
  datastudio text/x-datastudio
  diff text/x-diff text/x-patch
  yaml text/x-yaml
  digdag application/x-digdag
  docker text/x-dockerfile-config
  dot text/vnd.graphviz
  ecl application/x-ecl
  eiffel text/x-eiffel
  elixir text/x-elixir application/x-elixir
  elm text/x-elm
  email message/rfc822
  erlang text/x-erlang application/x-erlang
  factor text/x-factor
  fortran text/x-fortran
  freefem text/x-ffhdr text/x-ffsrc
  fsharp application/fsharp-script text/x-fsharp text/x-fsi
  gdscript text/x-gdscript application/x-gdscript
  gherkin text/x-gherkin
  glsl x-shader/x-vertex x-shader/x-fragment x-shader/x-geometry
  go text/x-go application/x-go
  groovy text/x-groovy
  gradle text/x-gradle
  graphql application/graphql
  php text/x-php
  haml text/x-haml
  handlebars text/x-handlebars text/x-mustache
  haskell text/x-haskell
  haxe text/haxe text/x-haxe text/x-hx
  hlsl text/x-hlsl
  json application/json application/vnd.api+json application/hal+json application/problem+json application/schema+json
  sql text/x-sql
  html text/html application/xhtml+xml
  hylang text/x-hy application/x-hy
  idris text/x-idris
  igorpro text/x-igorpro
  ini text/x-ini
  io text/x-iosrc
  ruby text/x-ruby application/x-ruby
  isabelle text/x-isabelle
  janet text/x-janet application/x-janet
  java text/x-java
  javascript application/javascript application/x-javascript text/javascript text/x-javascript
  jinja application/x-django-templating application/x-jinja text/html+django text/html+jinja
  jsonnet text/x-jsonnet
  jsp text/x-jsp application/x-jsp
  jsx text/x-jsx application/x-jsx
  julia text/x-julia application/x-julia
  kotlin text/x-kotlin
  lasso text/x-lasso text/html+lasso application/x-httpd-lasso
  literate_haskell text/x-literate-haskell
  livescript text/livescript
  llvm text/x-llvm
  lua text/x-lua application/x-lua
  lustre text/x-lustre
  lutin text/x-lutin
  magik text/x-magik application/x-magik
  make text/x-makefile
  mason text/x-mason application/x-mason
  mathematica application/vnd.wolfram.mathematica.package application/vnd.wolfram.wl
  matlab text/x-matlab application/x-matlab
  meson text/x-meson
  minizinc text/minizinc
  moonscript text/x-moonscript application/x-moonscript
  mosel text/x-mosel
  mxml application/xv+xml
  nasm text/x-nasm
  nginx text/x-nginx-conf
  objective_c text/x-objective_c application/x-objective_c
  objective_cpp text/x-objective-c++ application/x-objective-c++
  ocaml text/x-ocaml
  ocl text/x-ocl
  openedge text/x-openedge
  pascal text/x-pascal
  perl text/x-perl application/x-perl
  plaintext text/plain
  plist text/x-plist application/x-plist
  plsql text/x-plsql
  postscript application/postscript
  powershell text/x-powershell
  prolog text/x-prolog
  prometheus text/x-prometheus application/x-prometheus
  properties text/x-java-properties
  protobuf text/x-proto
  q text/x-q application/x-q
  qml application/x-qml text/x-qml
  r text/x-r-source text/x-r application/x-r
  racket text/x-racket application/x-racket
  reasonml text/x-reasonml
  rescript text/x-rescript
  robot_framework text/x-robot
  rust text/x-rust
  sas application/x-sas application/x-stat-sas application/x-sas-syntax
  sass text/x-sass
  scala text/x-scala application/x-scala
  scheme text/x-scheme application/x-scheme
  scss text/x-scss
  sed text/x-sed
  shell application/x-sh application/x-shellscript text/x-sh text/x-shellscript
  slice text/slice
  smalltalk text/x-smalltalk
  smarty application/x-smarty text/x-smarty
  sml text/x-standardml application/x-standardml
  solidity text/x-solidity
  sparql application/sparql-query
  stata application/x-stata text/x-stata
  systemd text/x-systemd-unit
  tap text/x-tap application/x-tap
  tcl text/x-tcl text/x-script.tcl application/x-tcl
  tex text/x-tex text/x-latex
  toml text/x-toml
  ttcn3 text/x-ttcn3 text/x-ttcn
  tulip text/x-tulip application/x-tulip
  turtle text/turtle application/trig
  twig application/x-twig text/html+twig
  typescript text/typescript
  vala text/x-vala
  vcl text/x-varnish text/x-vcl
  vb text/x-visualbasic application/x-visualbasic
  velocity text/html+velocity
  verilog text/x-verilog text/x-systemverilog
  vhdl text/x-vhdl
  viml text/x-vim
  vue text/x-vue application/x-vue
  xquery application/xquery
  yang application/yang
  zig text/x-zig
`;
