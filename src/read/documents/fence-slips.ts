/**
 * Front matter that Jekyll does not find because a fence is mistyped, missing or not at the very start of the file. Jekyll
 * builds such a file without its settings and says nothing; a thematic break at the top of a text must pass.
 */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import { parseYaml } from '../../engines/yaml/parse-yaml.ts';
import { isHash } from '../../ruby/values.ts';

/** What somebody writes instead of `---`: hyphens too few or many, dashes, other signs, indented, with an odd space behind. */
const MISTYPED =
  /^(?!---[ \t\r\f\v]*$)(?:[ \t\u00a0\u3000]*(?:-{2,}|[\u2010-\u2015\u2500\u2501-]*[\u2010-\u2015\u2500\u2501][\u2010-\u2015\u2500\u2501-]*)[ \t\u00a0\u200b\u3000\ufeff\r]*|\.\.|\u2026|-(?: -){2,})\r?$/gm;

/** A setting as it is written in front matter: keys of Jekyll and its plugins are in lower case. */
const SETTING = /^([a-z_][\w-]*)[ \t]*:(?:[ \t]|$)/;

/** Keys that nobody begins a text with. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['layout', 'title', 'permalink', 'date', 'published', 'category', 'categories', 'tag', 'tags', 'author'],
  ...[
    'excerpt',
    'description',
    'redirect_from',
    'redirect_to',
    'collection',
    'lang',
    'author_profile',
    'nav',
  ],
  ...['subtitle', 'slug', 'sitemap', 'image', 'header', 'toc', 'venue', 'paperurl', 'order', 'nav_order'],
]);

export interface FenceSlip {
  /** Offset and length of the line that is to be mended, or of the fence that nothing answers. */
  readonly at: number;
  readonly length: number;
  /** The line that stands where `---` should, if there is one. */
  readonly found?: string;
  /** Whether what follows the fence is front matter beyond doubt. */
  readonly isCertain: boolean;
}

/** The first line from `from` on, before `to`, that was most likely meant to be a fence. */
export function mistypedFence(text: string, from: number, to = text.length): FenceSlip | undefined {
  MISTYPED.lastIndex = from;
  const match = MISTYPED.exec(text);
  if (match === null || match.index >= to) return undefined;
  const found = match[0].replace(/\r$/, '');
  return { at: match.index, length: Math.max(1, found.length), found, isCertain: true };
}

/** What is wrong with a file that begins with `---` on a line of its own, at `from` the next line, and has no second fence. */
export function unclosedFence(text: string, from: number): FenceSlip | undefined {
  const settings = settingsAt(text, from);
  if (settings.length === 0) return undefined;
  const isCertain = settings.length > 1 || KNOWN.has(settings[0]!);
  const mistyped = mistypedFence(text, from);
  return mistyped ?? { at: 0, length: 3, isCertain };
}

/** The keys of the settings at the head of a text, up to the first blank line or line of another kind; what is indented belongs to them. */
function settingsAt(text: string, from: number): string[] {
  const keys: string[] = [];
  let isInside = false;
  for (const line of text.slice(from, from + 8192).split(/\r\n?|\n/)) {
    const setting = SETTING.exec(line);
    if (setting !== null) keys.push(setting[1]!);
    else if (!isInside && (line.trim() === '' || line.startsWith('#'))) continue;
    else if (!/^(?:[ \t]+\S|- |-$|#)/.test(line)) break;
    if (keys.length === 0) break;
    isInside = true;
  }
  return keys;
}

/**
 * The block of settings of a text that does not begin with a fence: below blank lines, below a mistyped fence, or with
 * line ends of carriage returns alone. Undefined where there is none that is valid and closed.
 */
export function slippedBlock(
  source: SourceText,
): (FenceSlip & { readonly why: 'above' | 'mistyped' | 'carriage-returns' }) | undefined {
  const { text } = source;
  const open =
    /^(?:[ \t\u00a0\u200b\ufeff]*(?:\r\n?|\n))*([ \t\u00a0\u200b\u3000\ufeff]*[-\u2010-\u2015\u2500\u2501]{1,9}[ \t\u00a0\u200b\u3000\ufeff]*)(?:\r\n?|\n)/.exec(
      text,
    );
  if (open === null) return undefined;
  const close = /^[ \t]*(?:-{2,5}|[\u2010-\u2015\u2500\u2501]{1,3}-?|\.\.\.)[ \t\u00a0]*$/m.exec(
    text.slice(open[0].length, open[0].length + 8192).replaceAll('\r', '\n'),
  );
  if (close === null) return undefined;
  const from = open[0].length;
  if (settingsAt(text, from).length === 0) return undefined;
  const { value, diagnostics } = parseYaml(source, { from, to: from + close.index });
  if (!isHash(value) || diagnostics.some(isError)) return undefined;
  const fence = open[1]!;
  const at = open[0].lastIndexOf(fence);
  const why = fence !== '---' ? 'mistyped' : at > 0 ? 'above' : 'carriage-returns';
  return { at, length: fence.length, found: fence, isCertain: true, why };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
