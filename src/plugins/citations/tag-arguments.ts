/** The arguments of the citation tags: `name="text"` or `name=variable`, with spaces between. */

import { refuse } from '../../plugin/api/refuse.ts';
import type { TagCall } from '../../plugin/api/tag.ts';
import { isTruthy } from '../../plugin/api/values.ts';

const ARGUMENT = /\s*([\w-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|([^\s,"']+)),?/y;

/** By name, as text. Refuses the page for a name that is not among `known`, or text that is not an argument. */
export function readArguments(
  call: TagCall,
  tag: string,
  known: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (at < call.markup.length) {
    ARGUMENT.lastIndex = at;
    const [whole, name = '', double, single, word = ''] = ARGUMENT.exec(call.markup) ?? [];
    if (whole === undefined || !known.includes(name)) refuseArguments(call, tag, known);
    const quoted = double ?? single;
    found.set(name, quoted === undefined ? argumentValue(call, word) : call.template(quoted));
    at += whole.length;
  }
  return found;
}

/** A variable's value; a word or number that is not a variable stands for itself. */
function argumentValue(call: TagCall, word: string): string {
  if (!/^[a-zA-Z_][\w.-]*$/.test(word)) return word;
  const value = call.liquid(word);
  return isTruthy(value) ? call.print(value) : word;
}

function refuseArguments(call: TagCall, tag: string, known: readonly string[]): never {
  refuse({
    code: 'citations/tag-syntax',
    message: `invalid arguments for \`${tag}\`: \`${call.markup}\``,
    hint: `use ${known.map((name) => `\`${name}\``).join(', ')}, as in \`{% ${tag} ${known[0] ?? ''}="…" %}\``,
  });
}
