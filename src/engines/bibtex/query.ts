/** Queries for entries as jekyll-scholar has them: `@*[year>=2020 && selected=true]`, `@article || @book[!note]`. */

import { type BibEntry, fieldOf } from './entry.ts';

/** Whether a query matches an entry. */
export type EntryTest = (entry: BibEntry) => boolean;

const SELECTOR = /(!)?@(\*|[\w-]+)(?:\[([^\]]*)\])?/g;
const OPERATOR = /\s*([!~/^<>]?=|!~|=~|==|<|>)\s*/;

/** Everything for an empty query; the entry of that key for a text without `@`. Several selectors: any of them. */
export function parseQuery(query: string): EntryTest {
  const text = query.trim();
  if (text === '') return () => true;
  const selectors = [...text.matchAll(SELECTOR)].map(([, non, type = '*', conditions = '']) => ({
    non: non !== undefined,
    type: type.toLowerCase(),
    meets: parseConditions(conditions),
  }));
  if (selectors.length === 0) return ({ key }) => key === text;
  return (entry) =>
    selectors.some(
      ({ non, type, meets }) => (type === '*' || isType(entry.type, type)) !== non && meets(entry),
    );
}

/** `entry` is every type but the file's own blocks, as for bibtex-ruby. */
function isType(type: string, wanted: string): boolean {
  return type === wanted || wanted === 'entry' || (wanted === 'conference' && type === 'inproceedings');
}

function parseConditions(text: string): EntryTest {
  if (text.trim() === '') return () => true;
  const any = text
    .split('||')
    .map((all) => all.split(/,|&&/).map((condition) => parseCondition(condition.trim())));
  return (entry) => any.some((all) => all.every((meets) => meets(entry)));
}

function parseCondition(text: string): EntryTest {
  const found = OPERATOR.exec(text);
  if (found === null) {
    const negated = text.startsWith('!');
    const name = (negated ? text.slice(1) : text).trim().toLowerCase();
    return (entry) => (actualOf(entry, name) !== undefined) !== negated;
  }
  const name = text.slice(0, found.index).trim().toLowerCase();
  const value = text.slice(found.index + found[0].length).trim();
  const compare = comparison(found[1]!, value);
  return (entry) => compare(actualOf(entry, name));
}

function actualOf(entry: BibEntry, name: string): string | undefined {
  return name === 'key' ? entry.key : fieldOf(entry, name);
}

function comparison(operator: string, value: string): (actual: string | undefined) => boolean {
  switch (operator) {
    case '!=':
    case '/=':
      return (actual) => actual !== value;
    case '^=':
      return (actual) => actual?.startsWith(value) === true;
    case '~=':
    case '=~': {
      const pattern = toPattern(value);
      return (actual) => actual !== undefined && pattern(actual);
    }
    case '!~': {
      const pattern = toPattern(value);
      return (actual) => actual === undefined || !pattern(actual);
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return (actual) => actual !== undefined && isOrdered(operator, actual, value);
    default:
      return (actual) => actual === value;
  }
}

function isOrdered(operator: '<' | '>' | '<=' | '>=', actual: string, value: string): boolean {
  const numeric = /^\d+$/.test(actual) && /^\d+$/.test(value);
  const order = numeric ? Number(actual) - Number(value) : actual < value ? -1 : actual > value ? 1 : 0;
  if (order === 0) return operator.length === 2;
  return order < 0 === (operator[0] === '<');
}

/**
 * Words joined by `|`, each anywhere in the text, `^` and `$` at its ends: the part of regular expressions that queries
 * use. A full regular expression from a page could stall the build.
 */
function toPattern(text: string): (actual: string) => boolean {
  const words = text.replace(/^\((.*)\)$/, '$1').split('|');
  return (actual) =>
    words.some((word) => {
      const atStart = word.startsWith('^');
      const atEnd = word.endsWith('$');
      const bare = word.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).replace(/^\.\*|\.\*$/g, '');
      if (atStart && atEnd) return actual === bare;
      if (atStart) return actual.startsWith(bare);
      return atEnd ? actual.endsWith(bare) : actual.includes(bare);
    });
}
