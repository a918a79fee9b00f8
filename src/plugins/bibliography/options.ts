/** The options of jekyll-scholar's tags: `-f papers -q @*[year=2024]* --group_by year`. */

import { diagnose, nearest } from '../../plugin/api/diagnostics.ts';
import type { TagCall } from '../../plugin/api/tag.ts';
import { scholarMessages } from './messages.ts';

export interface TagOptions {
  /** What stands before the first option: keys. */
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The values of an option, in order. */
  all(name: string): readonly string[];
  last(name: string): string | undefined;
}

const SWITCHES: Readonly<Record<string, string>> = {
  c: 'cited',
  C: 'cited_in_order',
  A: 'suppress_author',
  clear: 'clear',
};

const VALUES: Readonly<Record<string, string>> = {
  f: 'file',
  q: 'query',
  h: 'bibliography_list_tag',
  p: 'prefix',
  t: 'text',
  l: 'locator',
  L: 'label',
  o: 'offset',
  m: 'max',
  s: 'style',
  g: 'group_by',
  G: 'group_order',
  O: 'type_order',
  T: 'template',
  r: 'remove_duplicates',
};

const LONG: ReadonlySet<string> = new Set([...Object.values(SWITCHES), ...Object.values(VALUES)]);

/** Options in whose values variables stand for themselves; a template is Liquid of its own. */
const LIQUID: ReadonlySet<string> = new Set(['file', 'query', 'group_by', 'type_order', 'style', 'prefix']);

/** Everything up to the next option is an option's value. A long option that does not exist ends the options, as in jekyll-scholar. */
export function readOptions(call: TagCall, tag: string): TagOptions {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const pieces = call.markup.split(/(?:^|\s)(?=--?[a-zA-Z])/);
  const words = pieces[0]!.startsWith('-') ? [] : splitKeys(pieces.shift() ?? '');
  for (const piece of pieces) {
    const found = /^--?([a-zA-Z_]+)[=\s]*/.exec(piece);
    if (found === null) continue;
    const [head, word = ''] = found;
    const name = piece.startsWith('--') ? word : (SWITCHES[word] ?? VALUES[word] ?? word);
    if (!LONG.has(name)) {
      const option = piece.startsWith('--') ? `--${word}` : `-${word}`;
      const near = nearest(word, LONG);
      call.report(diagnose(scholarMessages.unknownOption, { option, tag, nearest: near && `--${near}` }));
      if (piece.startsWith('--')) break;
      continue;
    }
    const written = piece.slice(head.length).trim();
    const value = LIQUID.has(name) && written.includes('{{') ? call.template(written) : written;
    if (Object.values(SWITCHES).includes(name)) flags.add(name);
    else values.set(name, [...(values.get(name) ?? []), value]);
  }
  return {
    words,
    flags,
    all: (name) => values.get(name) ?? [],
    last: (name) => values.get(name)?.at(-1),
  };
}

function splitKeys(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
