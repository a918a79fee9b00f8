/** Hack, the PHP of HHVM. */
import { defineLexer } from '../lexing/lexing.ts';
import { KEYWORDS } from '../words/php.ts';
import { html } from './html.ts';
import { beginPhp, type Page, phpStates } from './php.ts';

const MORE_KEYWORDS = `
  type newtype enum as super async await vec dict keyset void int string bool float double arraykey num
`;

export const hack = defineLexer<Page>({
  tag: 'hack',
  data: () => html.start(),
  begin: beginPhp,
  states: () => {
    const { root, php, ...states } = phpStates(KEYWORDS + MORE_KEYWORDS);
    return {
      root: [[/<\?hh(?:\s*\/\/\s*(?:strict|decl|partial))?$/, 'cp', 'php'], ...root],
      php: [
        [/(\/\*\s*)(HH_(?:IGNORE_ERROR|FIXME)\[\d+\])([^*]*)(\*\/)/, ['cp', 'cp', 'cm', 'cp']],
        [/\/\/ UNSAFE(?:_EXPR|_BLOCK)?/, 'cp'],
        [/\/\*\s*UNSAFE_EXPR\s*\*\//, 'cp'],
        ...php,
      ],
      ...states,
    };
  },
});
