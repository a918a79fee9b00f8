/** GFM's header ids: Unicode letters stay, duplicates are numbered. */

import { isAscii } from '../../../ruby/characters.ts';
import { downcase } from '../../../ruby/text.ts';

const OTHER = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;
const OTHER_OF_ASCII = /[^A-Za-z0-9_\- \t]/g;

/** Makes ids for one document's headers. */
export function createGfmHeaderIds(prefix: string): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const other = isAscii(text) ? OTHER_OF_ASCII : OTHER;
    const id = downcase(text).replace(other, '').replace(/[ \t]/g, '-');
    const count = used.get(id) ?? 0;
    used.set(id, count + 1);
    return prefix + (count > 0 ? `${id}-${count}` : id);
  };
}
