/**
 * What a `@use` or `@forward` of a stylesheet that is not there becomes. sassc knows neither rule and prints both as
 * they are, so a site that Jekyll builds must not fail for one: the compiler is given a module that prints the rule in
 * its place.
 */

import type * as Sass from 'sass';

/** A `@use` or `@forward` in the text of a stylesheet; lines and columns count from 0. */
export interface UseRule {
  readonly name: 'use' | 'forward';
  /** What stands between the name of the rule and its end. */
  readonly prelude: string;
  readonly line: number;
  readonly column: number;
}

/** Within parentheses, of which one pair may hold others, the prelude may go over lines. */
const RULE =
  /@(use|forward)[ \t]+((["'])((?:\\.|(?!\3)[^\\\n])*)\3(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;{}()\n])*)/g;

/** The first rule in `text` that names `url`. */
export function findUseRule(text: string, url: string): UseRule | undefined {
  for (const match of text.matchAll(RULE)) {
    const [, name, prelude = '', , named] = match;
    if (named !== url) continue;
    const before = text.slice(0, match.index).split('\n');
    return {
      name: name === 'forward' ? 'forward' : 'use',
      prelude: prelude.trim(),
      line: before.length - 1,
      column: before.at(-1)?.length ?? 0,
    };
  }
  return undefined;
}

const STAND_IN = 'hastie-stand-in:';

/** Stand-ins are numbered in their addresses. */
export function standInUrl(index: number): URL {
  return new URL(`${STAND_IN}${index}`);
}

/** The number of a stand-in, undefined for other addresses. */
export function standInOf(url: URL): number | undefined {
  return url.protocol === STAND_IN ? Number(url.pathname) : undefined;
}

/**
 * A module that prints `rule` where it stood, so that source maps and messages point at it, and that takes every `with`
 * it is given.
 */
export function standInModule(rule: UseRule, sourceMapUrl: URL | undefined): Sass.ImporterResult {
  const padding = '\n'.repeat(rule.line) + ' '.repeat(rule.column);
  const configured = new Set(rule.prelude.match(/\$[\w-]+(?=\s*:)/g));
  const variables = [...configured].map((variable) => `${variable}: null !default;`).join('');
  // Only a rule whose name is interpolated is one that the compiler does not know; it writes other quotes than were there, except
  // in what is interpolated.
  const contents = `${padding}@#{"${rule.name}"} #{${sassString(rule.prelude)}};${variables}`;
  return { contents, syntax: 'scss', ...(sourceMapUrl === undefined ? {} : { sourceMapUrl }) };
}

/** `text` as a string of Sass. */
function sassString(text: string): string {
  const escaped = text.replace(/["\\#]/g, '\\$&').replace(/\r?\n/g, '\\a ');
  return `"${escaped}"`;
}
