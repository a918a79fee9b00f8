/** Math for MathJax, or in its dollar signs. */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { escapeText } from '../../../html/escape.ts';
import type { Print } from './printer.ts';
import { blockTag, spanTag } from './serialise.ts';

export const printMath: Print = (element, indent, printer) => {
  const { math_engine: engine } = printer.options;
  const isBlock = element.category === 'block';
  if (engine === 'mathjax') {
    const value = escapeText(element.value);
    const list = element.attributes;
    const result = isBlock ? `\\[${value}\\]\n` : `\\(${value}\\)`;
    if (list === undefined || list.size === 0) return result;
    return isBlock ? blockTag('div', list, result, indent) : spanTag('span', list, `$${element.value}$`);
  }
  if (engine !== undefined) {
    const facts = { option: 'math_engine', value: engine, available: 'mathjax' };
    printer.doc.warn(markdownMessages.unavailableEngine, facts, printer.doc.source, 0);
  }
  const list = new Map(element.attributes);
  list.set('class', `${list.get('class') ?? ''} kdmath`.trimStart());
  return isBlock
    ? blockTag('div', list, `$$\n${element.value}\n$$`, indent)
    : spanTag('span', list, `$${element.value}$`);
};
