# Writes what Rouge prints into the fixtures of test/cases/highlight: behind the code of each code/LANG.txt its spans,
# into themes/NAME.css each theme's style sheet. A development tool; needs the gem rouge 3.30.
require 'json'
require 'rouge'

cases = File.expand_path('../cases/highlight', __dir__)
mark = "\n==== Rouge ====\n"

Dir["#{cases}/code/*.txt"].sort.each do |file|
  code = File.read(file, encoding: 'UTF-8').split(mark).first.chomp + "\n"
  lexer = Rouge::Lexer.find_fancy(File.basename(file, '.txt'), code) or abort "no lexer for #{file}"
  # in a process of its own: in one, Twig has the words of Jinja
  Process.wait(fork { File.write(file, code.chomp + mark + Rouge::Formatters::HTML.new.format(lexer.lex(code))) })
end

Rouge::Theme.registry.each do |name, theme|
  File.write("#{cases}/themes/#{name}.css", "#{theme.render}\n")
end

# The formatters, by the options of kramdown's `syntax_highlighter_opts`.
python = "def f(x):\n    return \"a\\n\" # <b> & c\n\nf(1)"
requests = [
  {},
  { css_class: 'codehilite' },
  { wrap: false },
  { line_numbers: true },
  { line_numbers: true, start_line: 9, line_format: '%3d ' },
  { line_numbers: true, table_class: 't', gutter_class: 'g', code_class: 'c', wrap: false },
  { inline_theme: 'github' },
  { formatter: 'HTML' },
]
legacy = requests.map do |options|
  given = { css_class: 'highlight' }.merge(options)
  formatter = options[:formatter] ? Rouge::Formatters::HTML.new : Rouge::Formatters::HTMLLegacy.new(given)
  [options, python, formatter.format(Rouge::Lexers::Python.lex(python))]
end
html = Rouge::Formatters::HTML.new
others = [
  ['line-table', {}, Rouge::Formatters::HTMLLineTable.new(html)],
  ['line-table', { startLine: 5, lineId: 'L%02d', lineClass: 'l' },
   Rouge::Formatters::HTMLLineTable.new(html, start_line: 5, line_id: 'L%02d', line_class: 'l')],
  ['linewise', {}, Rouge::Formatters::HTMLLinewise.new(html)],
  ['linewise', { tagName: 'span', class: 'n%i' }, Rouge::Formatters::HTMLLinewise.new(html, tag_name: 'span', class: 'n%i')],
  ['marked', { lines: [1, 3] }, Rouge::Formatters::HTMLLineHighlighter.new(html, highlight_lines: [1, 3])],
  ['marked', { lines: [2], lineClass: 'x' },
   Rouge::Formatters::HTMLLineHighlighter.new(html, highlight_lines: [2], highlight_line_class: 'x')],
  ['table', { gutterClass: 'gutter', codeClass: 'code' },
   Rouge::Formatters::HTMLTable.new(html, gutter_class: 'gutter', code_class: 'code')],
].flat_map do |name, options, formatter|
  [python, "a\n\nb\n", ''].map { |code| [name, options, code, formatter.format(Rouge::Lexers::Python.lex(code))] }
end
File.write("#{cases}/formatters.json", JSON.pretty_generate({ legacy: legacy, others: others }) + "\n")

# Which lexer a name and a code find: Rouge's tag, or null.
names = [
  'py', 'python', 'Python', 'pycon', 'bash', 'R', 's', 'C++', 'c++', 'console', 'shell-session', 'LaTeX', 'Dockerfile',
  'rust,no_run', 'text', 'haskell', 'objc', 'nolang', '', '{r}', 'json?x=1', 'nolang?x=1', 'yml', 'guess', 'jsonc',
].map { |name| [name, 'x = 1'] }
guesses = [
  "#!/usr/bin/env python3\nx", "#!/bin/bash -e\nls", "#! /usr/bin/node\nx", '<!DOCTYPE html><p>', "<?xml version='1.0'?><a/>",
  "<?xml version='1.0'?>\n<!DOCTYPE svg>", '<html lang="en">', "\\documentclass{article}", '%YAML 1.2', "--- a\n+++ b\n",
  "Index: x\n", "# -*- mode: ruby -*-\nx", "// vim: set ft=cpp :\nx", "x\n# vim: ft=python\n", '#!/usr/bin/env Rscript', 'x = 1',
  "#lang racket\n(x)", '<?php echo 1;', "# -*- coding: utf-8 -*-\nx",
].map { |code| ['guess', code] }
found = (names + guesses).map do |name, code|
  lexer = Rouge::Lexer.find_fancy(name, code)
  [name, code, lexer && lexer.tag]
end
File.write("#{cases}/names.json", JSON.pretty_generate(found) + "\n")
