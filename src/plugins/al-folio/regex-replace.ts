/** jekyll-regex-replace: the filters `regex_replace` and `regex_replace_once`, with patterns of Ruby; as version 1.1 has them. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { refuse } from '../../plugin/api/refuse.ts';
import { defineFilter } from '../../plugin/api/tag.ts';
import { compileRubyPattern, PatternMistake } from './ruby-pattern.ts';

export const regexReplace = definePlugin({
  name: 'jekyll-regex-replace',
  liquid: { filters: { regex_replace: replacing('gm'), regex_replace_once: replacing('m') } },
});

function replacing(flags: string) {
  return defineFilter((input, [pattern, replacement], call) => {
    const found = compiled(call.print(pattern), flags);
    const parts = replacementParts(call.print(replacement));
    return call.print(input).replace(found, (...match) => replacementText(parts, match));
  }, 2);
}

function compiled(pattern: string, flags: string): RegExp {
  try {
    return compileRubyPattern(pattern, flags);
  } catch (mistake) {
    if (!(mistake instanceof PatternMistake)) throw mistake;
    return refuse({
      code: 'regex-replace/pattern',
      message: `the pattern \`${pattern}\` cannot be used: ${mistake.message}`,
      hint: 'write it with what regular expressions of Ruby and JavaScript have in common',
    });
  }
}

/** A replacement's text, the number of a group, or its name. */
type Part = string | number | { readonly group: string };

/** `\1`, `\0` and `\&` for the match, `\k<name>`; a backslash before another one stands for itself. */
function replacementParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: whole, 1: digit, 2: name, index } of text.matchAll(/\\(?:([0-9&])|k<([^<>]+)>|\\)/g)) {
    parts.push(text.slice(end, index));
    if (digit !== undefined) parts.push(digit === '&' ? 0 : Number(digit));
    else parts.push(name === undefined ? '\\' : { group: name });
    end = index + whole.length;
  }
  parts.push(text.slice(end));
  return parts;
}

/** @param match what `String#replace` gives: the match, its groups, the offset, the text, named groups if there are any */
function replacementText(parts: readonly Part[], match: readonly unknown[]): string {
  const last = match.at(-1);
  const named = typeof last === 'object' ? (last as Readonly<Record<string, string | undefined>>) : {};
  const groups = match.slice(
    0,
    match.findIndex((part) => typeof part === 'number'),
  );
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return typeof part === 'number' ? (groups[part] ?? '') : (named[part.group] ?? '');
    })
    .join('');
}
