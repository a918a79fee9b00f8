/** EEx: Elixir in HTML. */
import { elixir } from './elixir.ts';
import { markedCodeLexer } from './erb.ts';
import { html } from './html.ts';

export const eex = markedCodeLexer('eex', { open: /<%%|<%=|<%/, close: /%%>|%>/ }, () => ({
  page: html.start(),
  code: elixir.start(),
}));
