/** Every engine that reads what people write. */

import { code } from './code-engine.ts';
import { bibtex, csv, dates, html, json, latex, queries } from './data-engines.ts';
import type { Engine } from './engine.ts';
import { frontMatter, liquid, markdown, yaml } from './page-engines.ts';

export const engines: readonly Engine[] = [
  markdown,
  liquid,
  yaml,
  frontMatter,
  bibtex,
  latex,
  queries,
  csv,
  json,
  dates,
  code,
  html,
];
