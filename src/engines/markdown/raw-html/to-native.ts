/** With `html_to_native`, HTML elements become those of Markdown where they can: emphasis, links, headers, code, lists, tables, math. */

import { detail, type Element } from '../tree/element.ts';
import { contentModelOf, isSpanElement } from './elements.ts';
import { isSimpleTable, toNativeTable } from './native-table.ts';
import { codeText, splitEntities, textBelow } from './native-text.ts';
import { stripWhiteSpace, withoutEdgeWhiteSpace, wrapText } from './native-white-space.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const withoutText = names('html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup');
const wrapping = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form',
);
const trimming = names(
  'body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form',
);
const stripping = names(`
  address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 h6
  legend li nav p section td th`);

/** HTML elements whose native element has the same name. */
const simple: ReadonlyMap<string, Element['type']> = new Map([
  ['blockquote', 'blockquote'],
  ['hr', 'hr'],
  ['br', 'br'],
  ['img', 'img'],
  ['p', 'p'],
  ['thead', 'thead'],
  ['tbody', 'tbody'],
  ['tfoot', 'tfoot'],
  ['tr', 'tr'],
  ['td', 'td'],
  ['th', 'th'],
  ['ul', 'ul'],
  ['ol', 'ol'],
  ['dl', 'dl'],
  ['li', 'li'],
  ['dt', 'dt'],
  ['dd', 'dd'],
]);

/** How the elements within are treated. */
interface Mode {
  /** Whether they are turned at all. */
  readonly convert: boolean;
  /** Whether their white space stays. */
  readonly preserve: boolean;
}

export function toNativeElements(element: Element): void {
  turn(element, { convert: true, preserve: false }, undefined);
}

function turn(element: Element, mode: Mode, parent: Element | undefined): void {
  if (element.type === 'xml_comment' || element.type === 'xml_pi') {
    element.category = contentModelOf(parentName(parent)) === 'span' ? 'span' : 'block';
    return;
  }
  if (element.type !== 'html_element') return;
  const name = element.value;
  const own = mode.convert ? conversions[name] : undefined;
  if (own !== undefined) {
    own(element);
    return;
  }
  if (mode.convert && withoutText.has(name)) dropText(element);
  const native = mode.convert ? simple.get(name) : undefined;
  if (native === undefined) keep(element, mode);
  else {
    become(element, native);
    turnChildren(element, mode);
  }
  if (!mode.convert) return;
  if (stripping.has(name)) stripWhiteSpace(element);
  if (trimming.has(name)) element.children = withoutEdgeWhiteSpace(element.children);
  if (wrapping.has(name)) element.children = wrapText(element.children);
}

function parentName(parent: Element | undefined): string {
  if (parent === undefined) return 'div';
  if (parent.type === 'html_element') return parent.value;
  return parent.type === 'header' ? 'h1' : parent.type;
}

function turnChildren(element: Element, mode: Mode): void {
  element.children = element.children.flatMap((child) => {
    if (child.type === 'text') return splitEntities(child.value, mode.preserve || !mode.convert);
    turn(child, mode, element);
    return [child];
  });
}

/** Stays an HTML element. */
function keep(element: Element, mode: Mode): void {
  element.category = isSpanElement(element.value) ? 'span' : 'block';
  element.details = { contentModel: mode.convert ? contentModelOf(element.value) : 'raw' };
  element.ial = undefined;
  turnChildren(element, mode);
}

function become(element: Element, type: Element['type']): void {
  element.type = type;
  element.value = '';
  element.category = undefined;
  element.details = {};
  element.ial = undefined;
}

function dropText(element: Element): void {
  element.children = element.children.filter((child) => child.type !== 'text');
}

const plain: Mode = { convert: true, preserve: false };
const untouched: Mode = { convert: false, preserve: false };
const verbatim: Mode = { convert: false, preserve: true };

function toEmphasis(element: Element): void {
  const text = textBelow(element);
  if (/^[ \t\r\n\f\v]|[ \t\r\n\f\v]$/.test(text)) {
    keep(element, untouched);
    return;
  }
  become(element, element.value === 'em' || element.value === 'i' ? 'em' : 'strong');
  turnChildren(element, plain);
}

function toHeader(element: Element): void {
  const level = Number(element.value.charAt(1));
  const rawText = textBelow(element);
  become(element, 'header');
  detail(element, { level, rawText });
  turnChildren(element, plain);
}

function toLink(element: Element): void {
  if (element.attributes?.has('href') !== true) {
    keep(element, untouched);
    return;
  }
  become(element, 'a');
  turnChildren(element, plain);
}

function toCode(element: Element): void {
  const code = codeText(textBelow(element));
  if (code === undefined) {
    keep(element, verbatim);
    return;
  }
  const inner = element.children.length === 1 ? element.children[0] : undefined;
  const classes = element.attributes?.get('class');
  if (element.value === 'code') {
    become(element, 'codespan');
    if (classes !== undefined)
      element.attr().set('class', classes.replace(/\s+\bhighlighter-\w+\b|\bhighlighter-\w+\b\s*/g, ''));
  } else {
    become(element, 'codeblock');
    const language =
      inner?.value === 'code' ? /\blanguage-\S+/.exec(inner.attributes?.get('class') ?? '')?.[0] : undefined;
    if (language !== undefined) element.attr().set('class', `${language} ${classes ?? ''}`.trimEnd());
  }
  element.value = code;
  element.children = [];
}

function toTable(element: Element): void {
  if (!isSimpleTable(element)) {
    keep(element, untouched);
    return;
  }
  dropText(element);
  turnChildren(element, plain);
  become(element, 'table');
  toNativeTable(element);
}

/** A script of MathJax's is math. */
function toMath(element: Element): void {
  const type = element.attributes?.get('type') ?? '';
  if (!/\bmath\/tex\b/.test(type)) {
    keep(element, plain);
    return;
  }
  const content = element.children.shift()?.value ?? '';
  become(element, 'math');
  element.category = type.includes('mode=display') ? 'block' : 'span';
  element.value = content.replace(/^(?:%\s*)?<!\[CDATA\[\n?([\s\S]*?)(?:\s%)?\]\]>$/, '$1');
  element.attributes?.delete('type');
}

const conversions: Readonly<Record<string, ((element: Element) => void) | undefined>> = Object.assign(
  Object.create(null),
  {
    a: toLink,
    em: toEmphasis,
    i: toEmphasis,
    b: toEmphasis,
    strong: toEmphasis,
    code: toCode,
    pre: toCode,
    table: toTable,
    script: toMath,
    textarea: (element: Element) => keep(element, { convert: true, preserve: true }),
    h1: toHeader,
    h2: toHeader,
    h3: toHeader,
    h4: toHeader,
    h5: toHeader,
    h6: toHeader,
  },
);
