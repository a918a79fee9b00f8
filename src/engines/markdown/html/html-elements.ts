/** HTML that was in the source, comments, and what `nomarkdown` let through. */

import { isBodyless } from '../raw-html/elements.ts';
import type { Print, Printer } from './printer.ts';
import { attributes, spaces } from './serialise.ts';

/** Whether what is printed stands directly in an HTML element whose content is raw. */
function isInRaw(printer: Printer): boolean {
  const { parent } = printer;
  return parent?.type === 'html_element' && parent.details.contentModel === 'raw';
}

export const printHtmlElement: Print = (element, indent, printer) => {
  const body = printer.inner(element, indent);
  const { value: name, details } = element;
  const start = `<${name}${attributes(element.attributes)}`;
  if (element.category === 'span')
    return body === '' && isBodyless(name) ? `${start} />` : `${start}>${body}</${name}>`;
  const inRaw = isInRaw(printer);
  const margin = inRaw ? '' : spaces(indent);
  return `${margin}${start}${printRest()}${inRaw ? '' : '\n'}`;

  function printRest(): string {
    if (details.isClosed === true && details.contentModel === 'raw') return ' />';
    if (body !== '' && details.contentModel !== 'block') return `>${body}</${name}>`;
    if (body !== '')
      return `>\n${body.endsWith('\n') ? body.slice(0, -1) : body}\n${spaces(indent)}</${name}>`;
    return isBodyless(name) ? ' />' : `></${name}>`;
  }
};

/** Comments and processing instructions as they were. */
export const printMarkup: Print = (element, indent, printer) =>
  element.category === 'block' && !isInRaw(printer) ? `${spaces(indent)}${element.value}\n` : element.value;

/** The `comment` extension. */
export const printComment: Print = (element, indent) =>
  element.category === 'block' ? `${spaces(indent)}<!-- ${element.value} -->\n` : `<!-- ${element.value} -->`;

/** The `nomarkdown` extension, if it is meant for HTML. */
export const printRaw: Print = (element) => {
  const { formats } = element.details;
  if (formats !== undefined && formats.length > 0 && !formats.includes('html')) return '';
  return element.category === 'block' ? `${element.value}\n` : element.value;
};
