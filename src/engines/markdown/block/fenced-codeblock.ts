/** Code between fences of `~` or, in GFM, of backticks; the word after the opening fence is the language. */

import { isSpace } from '../../../ruby/characters.ts';
import { firstFrom, nextLine, restOfBlankLine } from '../tree/scan.ts';
import type { Source } from '../tree/source.ts';
import type { BlockRule, BlockState } from './state.ts';

interface Flavour {
  /** Whether a fence may be made of backticks, as it may of tildes. */
  readonly backticks: boolean;
  /** How many spaces may stand before it. */
  readonly indent: number;
}

/** The rule for one input's fences. */
export function createFencedCodeblock(flavour: Flavour): BlockRule {
  return (state, silent) => {
    const run = fenceRun(state.text, state.pos, flavour);
    if (run === undefined || silent) return run !== undefined;
    return takeFenced(state, run, flavour);
  };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

function isFence(code: number, flavour: Flavour): boolean {
  return code === 126 || (code === 96 && flavour.backticks);
}

function fenceRun(text: string, at: number, flavour: Flavour): Run | undefined {
  let start = at;
  while (start < at + flavour.indent && text.charCodeAt(start) === 32) start++;
  let end = start;
  while (isFence(text.charCodeAt(end), flavour)) end++;
  return end - start >= 3 ? { start, end } : undefined;
}

function takeFenced(state: BlockState, run: Run, flavour: Flavour): boolean {
  const { text, doc } = state;
  const closers = closersOf(state.source, flavour);
  // A fence that nothing closes may still be a shorter one whose language starts with fence characters.
  let end = Math.min(run.end, run.start + closers.longest);
  for (; end - run.start >= 3 && doc.limits.mayAttempt(); end--) {
    const info = readInfo(text, end);
    const close = info === undefined ? undefined : findClosing(closers, text.slice(run.start, end), info.end);
    if (info === undefined || close === undefined) {
      doc.limits.failedAttempt(run.end - run.start);
      continue;
    }
    const block = state.push('codeblock', text.slice(info.end, close.start));
    if (info.lang !== '') {
      block.details = { lang: info.lang };
      block.attr().set('class', `language-${languageName(info.lang)}`);
    }
    state.pos = close.end;
    return true;
  }
  return false;
}

/** What is between the opening fence and the end of its line: one word at most. */
function readInfo(text: string, at: number): { lang: string; end: number } | undefined {
  let start = at;
  while (text.charCodeAt(start) !== 10 && isSpace(text.charCodeAt(start))) start++;
  let wordEnd = start;
  while (wordEnd < text.length && !isSpace(text.charCodeAt(wordEnd))) wordEnd++;
  const end = restOfBlankLine(text, wordEnd);
  return end < 0 ? undefined : { lang: text.slice(start, wordEnd), end };
}

/** The language without its options: `php?start_inline=1` is php. */
function languageName(lang: string): string {
  const options = lang.indexOf('?', 1);
  return options < 0 ? lang : lang.slice(0, options);
}

interface Closer {
  readonly start: number;
  readonly end: number;
  readonly run: string;
}

interface Closers {
  readonly all: readonly Closer[];
  readonly longest: number;
  readonly byFence: Map<string, readonly Closer[]>;
}

/** The lines of a text that could close a fence, found once for all its opening fences. */
const known = new WeakMap<Source, Closers>();

function closersOf(source: Source, flavour: Flavour): Closers {
  let closers = known.get(source);
  if (closers === undefined) {
    const all: Closer[] = [];
    const { text } = source;
    for (let at = 0; at < text.length; at = nextLine(text, at)) {
      const run = fenceRun(text, at, flavour);
      const end = run === undefined ? -1 : restOfBlankLine(text, run.end);
      if (run !== undefined && end >= 0) all.push({ start: at, end, run: text.slice(run.start, run.end) });
    }
    const longest = all.reduce((most, { run }) => Math.max(most, run.length), 0);
    closers = { all, longest, byFence: new Map() };
    known.set(source, closers);
  }
  return closers;
}

/** The first line from an index on that closes a fence: the fence itself, its last character repeated at will. */
function findClosing(closers: Closers, fence: string, from: number): Closer | undefined {
  let fitting = closers.byFence.get(fence);
  if (fitting === undefined) {
    fitting = closers.all.filter((line) => closes(line.run, fence));
    closers.byFence.set(fence, fitting);
  }
  return firstFrom(fitting, from);
}

function closes(run: string, fence: string): boolean {
  if (!run.startsWith(fence)) return false;
  const last = fence.charAt(fence.length - 1);
  for (let at = fence.length; at < run.length; at++) if (run.charAt(at) !== last) return false;
  return true;
}
