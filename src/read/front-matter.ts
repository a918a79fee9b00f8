/**
 * The one door to front matter: our rule cuts the block out, gray-matter is handed nothing but that block and our YAML
 * engine, and what it could do besides (other languages, evaluation, its cache, its own fences) is out of reach.
 */

import matter from 'gray-matter';
import { frontMatterMessages } from '../base/catalogue/front-matter.ts';
import { type Diagnostic, diagnose, hasErrors } from '../base/diagnostic.ts';
import { isArray, isHash, isNil, type RubyHash } from '../base/ruby/values.ts';
import type { SourceText } from '../base/source-text.ts';
import type { Body } from '../model/document.ts';
import { parseYaml, type YamlResult } from '../yaml/parse-yaml.ts';

export interface FrontMatter {
  /** Undefined where the block is broken, so that nothing of it counts. */
  readonly data: RubyHash | undefined;
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** The YAML of the block, for the places of its values; absent where there is no block. */
  readonly yaml?: YamlResult;
}

export interface FrontMatterOptions {
  /** The IANA name of the zone in which times without one are told. */
  readonly zone: string;
  /** `strict_front_matter`: a broken block is an error. */
  readonly strict: boolean;
}

/** Whether a file is to be rendered: its first line is three hyphens and white space. Jekyll's `has_yaml_header?`. */
export function hasFrontMatter(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let hyphens = 0; hyphens < 3; hyphens++) if (bytes[at++] !== 0x2d) return false;
  while (bytes[at] === 0x20 || (bytes[at]! >= 0x09 && bytes[at]! <= 0x0d && bytes[at] !== 0x0a)) at++;
  return bytes[at] === 0x0a;
}

/** Splits a file into front matter and body as Jekyll does and reads the block. Never throws. */
export function readFrontMatter(source: SourceText, options: FrontMatterOptions): FrontMatter {
  const fences = findFences(source.text);
  if (fences === undefined) {
    const body = { text: source.text, startLine: 1 };
    return { data: new Map(), body, diagnostics: looksUnclosed(source.text) ? [notClosed(source)] : [] };
  }
  const body = {
    text: source.text.slice(fences.body),
    startLine: lineOf(source.text, fences.body),
  };
  const parsed: { yaml?: YamlResult } = {};
  const block = source.text.slice(fences.from, fences.to);
  matter(`---\n${firstContent(block)}\n---`, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: () => {
          parsed.yaml = parseYaml(source, { to: fences.to, zone: options.zone });
          return {};
        },
      },
    },
  });
  const { yaml } = parsed;
  if (yaml === undefined) return { data: new Map(), body, diagnostics: [] };
  if (hasErrors(yaml.diagnostics))
    return {
      data: undefined,
      body,
      yaml,
      diagnostics: yaml.diagnostics.map((d) => asWarning(d, options.strict)),
    };
  const { value } = yaml;
  if (isHash(value)) return { data: value, body, yaml, diagnostics: yaml.diagnostics };
  if (isNil(value) || value === false) return { data: new Map(), body, yaml, diagnostics: yaml.diagnostics };
  const facts = { found: isArray(value) ? 'a list' : 'plain text', file: source.file };
  return {
    data: undefined,
    body,
    yaml,
    diagnostics: [
      ...yaml.diagnostics,
      diagnose(frontMatterMessages.notMapping, facts, { place: yaml.placeOf([]) }),
    ],
  };
}

/** Where a block of front matter lies. */
export interface Fences {
  /** Offsets of the block between the fences and of the body. */
  readonly from: number;
  readonly to: number;
  readonly body: number;
}

/**
 * Jekyll's fences: `---` and white space on the first line; then the first line that is `---` or `...` and white space.
 * The blank lines below it belong to it, but not the indentation of the first line of the body.
 */
export function findFences(text: string): Fences | undefined {
  const open = /^---[ \t\r\n\f\v]*\n/.exec(text);
  if (open === null) return undefined;
  const fence = /(?<=\n)(?:---|\.\.\.)(?=[ \t\r\f\v]*(?:\n|$))/g;
  fence.lastIndex = open[0].length;
  const close = fence.exec(text);
  if (close === null) return undefined;
  const blank = /[ \t\r\n\f\v]*/y;
  blank.lastIndex = close.index + 3;
  const [space] = blank.exec(text)!;
  const end = close.index + 3 + space.length;
  const body = end === text.length ? end : close.index + 3 + space.lastIndexOf('\n') + 1;
  return { from: open[0].length, to: close.index, body };
}

/** The line, from 1, on which `offset` is. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/**
 * The first line of a block that is more than a comment, if any: gray-matter only asks whether there is one, and would go
 * through all the others, runs of blank lines in the square of their length.
 */
function firstContent(block: string): string {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf('\n', from);
    const line = block.slice(from, end < 0 ? block.length : end).trim();
    if (line !== '' && (!line.startsWith('#') || line === '#'))
      return line.startsWith('---') ? ` ${line}` : line;
    from = end < 0 ? block.length : end + 1;
  }
  return '';
}

/** Whether a key stands on the first line below the fence that is neither empty nor a comment. */
function looksUnclosed(text: string): boolean {
  if (!/^---[ \t\r]*\n/.test(text)) return false;
  const line = /^(?![ \t\r]*$|#).*/gm;
  line.lastIndex = text.indexOf('\n') + 1;
  return /^[\w-]+:(?:\s|$)/.test(line.exec(text)?.[0] ?? '');
}

function notClosed(source: SourceText): Diagnostic {
  return diagnose(
    frontMatterMessages.notClosed,
    {},
    { place: { file: source.file, line: 1, column: 1, length: 3 } },
  );
}

/** Jekyll only warns of broken front matter, unless it was told to be strict. */
function asWarning(diagnostic: Diagnostic, strict: boolean): Diagnostic {
  if (diagnostic.severity !== 'error') return diagnostic;
  const facts = { what: lowerFirst(diagnostic.message), hint: diagnostic.hint };
  return diagnose(frontMatterMessages.invalidYaml, facts, {
    place: diagnostic.place,
    severity: strict ? 'error' : 'warning',
  });
}

function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence[0]!.toLowerCase() + sentence.slice(1) : sentence;
}
