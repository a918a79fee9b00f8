/** The settings under `kramdown:`: kramdown's options, and what Jekyll reads besides. */

import type { SettingTable } from '../../settings/setting.ts';
import { optionTable } from './tree/options.ts';

export const kramdownTable: SettingTable = {
  ...Object.fromEntries(Object.entries(optionTable).map(([name, { type, doc }]) => [name, { type, doc }])),
  guess_lang: { type: 'boolean', doc: 'Guesses the language of code that names none.' },
  show_warnings: { type: 'boolean', doc: 'Reports what kramdown warns of in texts.' },
  coderay: {
    type: 'hash',
    doc: "Options of CodeRay, handed to the highlighter by their names without 'coderay_'.",
  },
};

/** What Jekyll's configuration holds under `kramdown:` where a site sets nothing, in its order. */
export const jekyllKramdownSettings = {
  auto_ids: true,
  toc_levels: [1, 2, 3, 4, 5, 6],
  entity_output: 'as_char',
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM',
  hard_wrap: false,
  guess_lang: true,
  footnote_nr: 1,
  show_warnings: false,
} as const;
