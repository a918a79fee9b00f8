/** Ceylon. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { between, quoted } from '../lexing/scanner.ts';

export const ceylon = defineLexer({
  tag: 'ceylon',
  states: () => ({
    whitespace: [
      [/[^\S\n]+/, ''],
      [between('//', '\n'), 'c1'],
      [/\/\*/, 'cm'],
    ],
    root: [
      'whitespace',
      // Rouge has the indentation of its own source in these lists: four of their words count behind it only
      [
        /(?:shared|abstract|formal|default|actual|variable|deprecated|small|literal|doc|by|see|throws|optional|license|tagged|final|native|sealed|\n {10}(?:late|annotation))\b/,
        'nd',
      ],
      [
        /(?:break|case|catch|continue|else|finally|for|in|return|switch|this|throw|try|while|is|exists|dynamic|then|outer|assert|let|\n {10}(?:if|nonempty))\b/,
        'k',
      ],
      [/(?:abstracts|extends|satisfies|super|given|of|out|assign)\b/, 'kd'],
      [/(?:function|value|void|new)\b/, 'kt'],
      [/(assembly|module|package)(\s+)/, ['kn', ''], 'import'],
      [/(?:true|false|null)\b/, 'kc'],
      [/(class|interface|object|alias)(\s+)/, ['kd', ''], 'class'],
      [/(import)(\s+)/, ['kn', ''], 'import'],
      [quoted('"'), 's'],
      [/'\\.'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'/, 'sc'],
      [/(\.)([a-z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [/(?:\\I[a-z]|[A-Z])\w*/, 'nd'],
      [/[a-zA-Z_]\w*/, 'n'],
      [/[~^*!%&[\](){}<>|+=:;,./?`-]/, 'o'],
      'numbers',
      [/\n/, ''],
    ],
    numbers: [
      [/\d{1,3}(?:_\d{3})+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/\d{1,3}(?:_\d{3})+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/[0-9]+\.\d{1,3}(?:_\d{3})+[kMGTPmunpf]?/, 'mf'],
      [/[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?[kMGTPmunpf]?/, 'mf'],
      [/#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+|#[0-9a-fA-F]+/, 'mh'],
      [/\$[01]{4}(?:_[01]{4})+|\$[01]+/, 'mb'],
      [/\d{1,3}(?:_\d{3})+[kMGTP]?|[0-9]+[kMGTP]?/, 'mi'],
    ],
    class: ['whitespace', [/[A-Za-z_]\w*/, 'nc', pop]],
    import: [
      [/[a-z][\w.]*/, 'nn', pop],
      [quoted('"'), 's', pop],
    ],
  }),
});
