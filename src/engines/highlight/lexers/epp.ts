/** EPP: Puppet in text. */
import { markedCodeLexer } from './erb.ts';
import { plaintext } from './plaintext.ts';
import { puppet } from './puppet.ts';

export const epp = markedCodeLexer(
  'epp',
  { open: /<%%|<%=|(?:<%-|<%)(?:\s*\|)?/, close: /%%>|(?:\|\s*)?(?:-%>|%>)/ },
  () => ({ page: plaintext.start(), code: puppet.start() }),
);
