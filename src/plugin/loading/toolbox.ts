/**
 * All values of the public API in one object: what a plugin that exports a function is called with, and what `hastie` and
 * its subpaths give a plugin that imports them. Types aside, `src/plugin/api/` has nothing else.
 */

import {
  applyFilters,
  citationAffixes,
  DEFAULT_FILTERS,
  decodeLatex,
  displayForm,
  fieldOf,
  formatCitation,
  formatReference,
  inheritFields,
  monthName,
  monthNumber,
  NAME_FIELDS,
  openCsl,
  parseBibtex,
  parseNames,
  parseQuery,
  printEntry,
  printPieces,
  referenceWriter,
  shortMonth,
  sortForm,
  successor,
} from '../api/bibtex.ts';
import { defineMessage, diagnose, nearest, placeAt } from '../api/diagnostics.ts';
import {
  changeBody,
  createElement,
  elementsBelow,
  parseFragment,
  printFragment,
  printNode,
  textOf,
  visitTexts,
} from '../api/html.ts';
import {
  escapeAttribute,
  escapeHtml,
  escapeText,
  escapeXml,
  fillPageTemplate,
  tagsOf,
} from '../api/markup.ts';
import { definePlugin } from '../api/plugin.ts';
import { refuse } from '../api/refuse.ts';
import { JsonMistake, parseJson, readScholarData, titleIn } from '../api/scholar.ts';
import { defineBlock, defineFilter, defineTag } from '../api/tag.ts';
import {
  deepMerge,
  elements,
  isBlank,
  isHash,
  isNilOrEmpty,
  isTruthy,
  RubyDate,
  RubyFloat,
  RubyTime,
  read,
  toHash,
  toValue,
  transliterate,
} from '../api/values.ts';

export const toolbox = {
  changeBody,
  createElement,
  applyFilters,
  citationAffixes,
  DEFAULT_FILTERS,
  decodeLatex,
  deepMerge,
  defineBlock,
  defineFilter,
  defineMessage,
  definePlugin,
  defineTag,
  diagnose,
  displayForm,
  fieldOf,
  elements,
  elementsBelow,
  escapeAttribute,
  escapeHtml,
  escapeText,
  escapeXml,
  fillPageTemplate,
  formatCitation,
  formatReference,
  inheritFields,
  isBlank,
  isHash,
  isNilOrEmpty,
  isTruthy,
  JsonMistake,
  monthName,
  monthNumber,
  NAME_FIELDS,
  nearest,
  openCsl,
  parseBibtex,
  parseFragment,
  parseJson,
  parseNames,
  parseQuery,
  placeAt,
  printEntry,
  printPieces,
  printFragment,
  printNode,
  read,
  readScholarData,
  referenceWriter,
  refuse,
  RubyDate,
  RubyFloat,
  RubyTime,
  shortMonth,
  sortForm,
  successor,
  tagsOf,
  textOf,
  titleIn,
  toHash,
  toValue,
  transliterate,
  visitTexts,
};

/** What a plugin that exports a function is called with: no import is needed, wherever the tool is installed. */
export type Toolbox = typeof toolbox;

/**
 * Where the program that runs leaves its toolbox for `hastie` and its subpaths. A plugin may import them from another copy of
 * the package, whose classes are not those of the values that the plugin is given.
 */
export const RUNNING = Symbol.for('hastie.toolbox');

/** Lets the modules that are loaded from now on import the API of this program. */
export function offerToolbox(): void {
  Reflect.set(globalThis, RUNNING, toolbox);
}
