/**
 * The one door to front matter: our rule cuts the block out, gray-matter is handed nothing but that block and our YAML
 * engine, and what it could do besides (other languages, evaluation, its cache, its own fences) is out of reach.
 */

import matter from 'gray-matter';
import { yamlMessages } from '../../diagnostics/catalogue/engines/yaml.ts';
import { frontMatterMessages, lenientHint } from '../../diagnostics/catalogue/site/front-matter.ts';
import { type Diagnostic, diagnose, hasErrors, type Severity } from '../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
import { parseYaml, type YamlResult, type YamlScalars } from '../../engines/yaml/parse-yaml.ts';
import type { Body } from '../../model/document.ts';
import { isArray, isHash, isNil, type RubyHash } from '../../ruby/values.ts';
import { type FenceSlip, mistypedFence, slippedBlock, unclosedFence } from './fence-slips.ts';

export interface FrontMatter {
  /** Undefined where the block is broken, so that nothing of it counts. */
  readonly data: RubyHash | undefined;
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
  /** The YAML of the block, for the places of its values; absent where there is no block. */
  readonly yaml?: YamlResult;
}

export interface FrontMatterOptions {
  /** The IANA name of the zone in which times without one are given. */
  readonly zone: string;
  readonly scalars: YamlScalars;
  /** Whether a broken block is an error: unless `strict_front_matter` is false. */
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
    return { data: new Map(), body, diagnostics: missedFrontMatter(source, options.strict) };
  }
  const body = {
    text: source.text.slice(fences.body),
    startLine: placeAt(source, fences.body).line,
  };
  const parsed: { yaml?: YamlResult } = {};
  const block = source.text.slice(fences.from, fences.to);
  matter(`---\n${firstContent(block)}\n---`, {
    language: 'yaml',
    engines: {
      yaml: {
        parse: () => {
          parsed.yaml = parseYaml(source, { to: fences.to, zone: options.zone, scalars: options.scalars });
          return {};
        },
      },
    },
  });
  const { yaml } = parsed;
  if (yaml === undefined) return { data: new Map(), body, diagnostics: [] };
  if (hasErrors(yaml.diagnostics))
    return { data: undefined, body, yaml, diagnostics: brokenBlock(source, fences, yaml, options.strict) };
  const diagnostics = yaml.diagnostics.map((each) => judged(each, options.strict));
  const { value } = yaml;
  if (isHash(value)) return { data: value, body, yaml, diagnostics };
  if (isNil(value) || value === false) return { data: new Map(), body, yaml, diagnostics };
  const line = firstContent(block).trim();
  const facts = { found: isArray(value) ? 'a list' : 'plain text', file: source.file, line };
  const place = yaml.placeOf([]);
  return {
    data: undefined,
    body,
    yaml,
    diagnostics: [...diagnostics, diagnose(frontMatterMessages.notMapping, facts, { place })],
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

/** Settings that Jekyll takes for text, because a fence is mistyped or missing. */
export function missedFrontMatter(source: SourceText, strict: boolean): readonly Diagnostic[] {
  const open = /^---[ \t\r\f\v]*\n/.exec(source.text);
  if (open === null) {
    const slip = slippedBlock(source);
    if (slip === undefined) return [];
    const place = placeAt(source, slip.at, slip.length);
    const facts = { why: slip.why, found: slip.found ?? '', strict };
    return [diagnose(frontMatterMessages.notOpened, facts, { place, severity: severityOf(strict) })];
  }
  const slip = unclosedFence(source.text, open[0].length);
  return slip === undefined ? [] : [notClosed(source, slip, strict)];
}

function notClosed(source: SourceText, { at, length, found, isCertain }: FenceSlip, strict: boolean) {
  const place = placeAt(source, at, length);
  const isStrict = strict && isCertain;
  return diagnose(
    frontMatterMessages.notClosed,
    { found, strict: isStrict },
    { place, severity: severityOf(isStrict) },
  );
}

/** Jekyll only warns of broken front matter, unless it is set to be strict. */
function brokenBlock(source: SourceText, fences: Fences, yaml: YamlResult, strict: boolean): Diagnostic[] {
  const slip = swallowedText(source, fences, yaml);
  return yaml.diagnostics.map((diagnostic) => {
    if (diagnostic.severity !== 'error') return judged(diagnostic, strict);
    if (slip !== undefined) return notClosed(source, slip, strict);
    const facts = { what: diagnostic.message, hint: diagnostic.hint, strict };
    const { place } = diagnostic;
    return diagnose(frontMatterMessages.invalidYaml, facts, { place, severity: severityOf(strict) });
  });
}

/** Where the second fence is a rule or a fence further down in the text: the YAML ends at a mistyped one, or at words. */
function swallowedText(source: SourceText, { from, to }: Fences, yaml: YamlResult): FenceSlip | undefined {
  const line = yaml.diagnostics.find(({ severity }) => severity === 'error')?.place?.line;
  if (line === undefined) return undefined;
  const { text } = source;
  const mistyped = mistypedFence(text, from, to);
  if (mistyped !== undefined && placeAt(source, mistyped.at).line <= line) return mistyped;
  const blank = /\n[ \t]*\r?\n/g;
  blank.lastIndex = Math.max(0, from - 1);
  const gap = blank.exec(text);
  if (gap === null || gap.index >= to || placeAt(source, gap.index).line >= line) return undefined;
  const isText = !/^[ \t]*[a-z_][\w-]*[ \t]*:(?:\s|$)/m.test(text.slice(gap.index, to));
  const isFrontMatter = unclosedFence(text, from)?.isCertain === true;
  return isText && isFrontMatter ? { at: 0, length: 3, isCertain: true } : undefined;
}

/** What costs a setting, although it is YAML: keys that nobody reads, lines that are read no more. */
const LOST: ReadonlySet<string> = new Set(
  [yamlMessages.ignoredRest, yamlMessages.strayColon, yamlMessages.oddCharacter].map(({ code }) => code),
);

function judged(diagnostic: Diagnostic, strict: boolean): Diagnostic {
  if (!strict || !LOST.has(diagnostic.code)) return diagnostic;
  return { ...diagnostic, severity: 'error', hint: `${diagnostic.hint}${lenientHint}` };
}

function severityOf(strict: boolean): Severity {
  return strict ? 'error' : 'warning';
}
