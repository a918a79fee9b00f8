/** The query language of Prometheus. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { byWord } from '../lexing/words.ts';

const FUNCTIONS = `
  abs absent ceil changes clamp_max clamp_min count_scalar day_of_month day_of_week days_in_month delta deriv
  drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate label_replace ln log2 log10
  month predict_linear rate resets round scalar sort sort_desc sqrt time vector year avg_over_time min_over_time
  max_over_time sum_over_time count_over_time quantile_over_time stddev_over_time stdvar_over_time
`;

export const prometheus = defineLexer({
  tag: 'prometheus',
  states: () => ({
    blanks: [[/[ \t\r]+/, '']],
    whitespace: ['blanks', [/\n\s*/, ''], [/#.*/, 'c']],
    strings: [
      [/"/, 's2', 'double-quoted'],
      [/'/, 's1', 'single-quoted'],
      [/`.*`/, 'sb'],
    ],
    'double-quoted': [
      [/\\[\\abfnrtv"]/, 'se'],
      [/[^\\"]+/, 's2'],
      [/"/, 's2', pop],
    ],
    'single-quoted': [
      [/\\[\\abfnrtv']/, 'se'],
      [/[^\\']+/, 's1'],
      [/'/, 's1', pop],
    ],
    root: [
      'strings',
      'whitespace',
      [/-?\d+\.\d+/, 'mf'],
      [/-?\d+[smhdwy]?/, 'mi'],
      [/[+\-*/%^=<>]|!=|and|or|unless/, 'o'],
      [/(?:sum|min|max|avg|stddev|stdvar|count|count_values|bottomk|topk)\b/, 'nf'],
      [/(ignoring|on)(\()/, ['kp', 'p'], 'labels'],
      [/(group_left|group_right)(\()/, ['kt', 'p']],
      [/(?:bool|offset)\b/, 'k'],
      [/(?:without|by)\b/, 'k', 'labels'],
      [/[\w:]+/, byWord([['nb', FUNCTIONS]], 'n')],
      [/[()\]:.,[]/, 'p'],
      [/\{/, 'p', 'filters'],
    ],
    filters: [
      'blanks',
      [/,/, 'p'],
      [/[a-zA-Z0-9_:-]+/, 'na'],
      [/![=~]|=~?/, 'o'],
      'strings',
      [/\}/, 'p', pop],
    ],
    labels: [[/\(/, 'p'], [/[a-zA-Z0-9_:-]+/, 'na'], [/,/, 'p'], 'whitespace', [/\)/, 'p', pop]],
  }),
});
