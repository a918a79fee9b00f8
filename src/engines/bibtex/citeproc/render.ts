/** Carries out a style for an entry, node by node, as citeproc-ruby 2.1 does for jekyll-scholar: no sorting, no disambiguation. */

import { pageRanges } from '../csl/format.ts';
import type { CslItem } from '../csl/item.ts';
import { applyFormat, joinerOf, written } from './apply.ts';
import { meets } from './conditions.ts';
import { renderDate } from './dates.ts';
import { renderLabel } from './label.ts';
import { type CslLocale, translate } from './locale.ts';
import { renderNames } from './names.ts';
import { renderNumber } from './number.ts';
import { Reading, textOf } from './reading.ts';
import type { Authors, Rendering } from './rendering.ts';
import type { CslSection, CslStyle } from './style.ts';
import type { XmlElement } from './xml.ts';

export interface CitedItem {
  readonly item: CslItem;
  readonly number: number | undefined;
  readonly locator?: string | undefined;
  readonly label?: string | undefined;
}

/** References in one list: a style can put a sign for the authors of the one before. */
export class CslRenderer {
  readonly #style: CslStyle;
  readonly #locale: CslLocale;
  #previous: string | undefined = undefined;

  constructor(style: CslStyle, locale: CslLocale) {
    this.#style = style;
    this.#locale = locale;
  }

  /** An entry in the list, in HTML. */
  reference(item: CslItem, number: number | undefined): string {
    const authors: Authors = { previous: this.#previous, first: undefined, isDone: false };
    const { bibliography } = this.#style;
    const text = this.#render({ item, number }, bibliography, authors);
    this.#previous = authors.first;
    return applyFormat(text, bibliography.layout, this.#locale, joinerOf(this.#locale));
  }

  /** What stands for entries in running text, in HTML. */
  citation(items: readonly CitedItem[]): string {
    const { citation } = this.#style;
    const joiner = joinerOf(this.#locale);
    const texts = items.map((item) =>
      this.#render(item, citation, { previous: undefined, first: undefined, isDone: false }),
    );
    const whole = joiner.join(texts, citation.layout.attributes.get('delimiter') ?? '');
    return applyFormat(whole, citation.layout, this.#locale, joiner);
  }

  #render(
    { item, number, locator, label }: CitedItem,
    { node, layout }: CslSection,
    authors: Authors,
  ): string {
    const rendering: Rendering = {
      style: this.#style,
      locale: this.#locale,
      joiner: joinerOf(this.#locale),
      section: node,
      reading: new Reading(item, number),
      locator,
      label: locator === undefined ? undefined : (label ?? 'page'),
      substitute: undefined,
      authors,
      render(child) {
        return applyFormat(renderNode(rendering, child), child, rendering.locale, rendering.joiner);
      },
    };
    return rendering.joiner.join(renderAll(rendering, layout), layout.attributes.get('delimiter'));
  }
}

function renderNode(rendering: Rendering, node: XmlElement): string {
  switch (node.name) {
    case 'text':
      return renderText(rendering, node);
    case 'group':
      return renderGroup(rendering, node);
    case 'choose':
      return renderChoose(rendering, node);
    case 'names':
      return renderNames(rendering, node);
    case 'date':
      return renderDate(rendering, node);
    case 'number':
      return renderNumber(rendering, node);
    case 'label':
      return renderLabel(rendering, node);
    case 'macro':
      return renderAll(rendering, node).join('');
    default:
      return '';
  }
}

/** The texts of the children that print something. */
function renderAll(rendering: Rendering, node: XmlElement): string[] {
  return written(node.children.map((child) => rendering.render(child)));
}

function renderGroup(rendering: Rendering, node: XmlElement): string {
  const { result, log } = rendering.reading.watch(() => renderAll(rendering, node));
  const isWithoutValue = log.size > 0 && [...log.values()].every((state) => state !== 'full');
  return isWithoutValue ? '' : rendering.joiner.join(result, node.attributes.get('delimiter'));
}

function renderChoose(rendering: Rendering, node: XmlElement): string {
  const block = node.children.find((child) => meets(rendering, child));
  if (block === undefined) return '';
  let around = block.parent;
  while (around !== undefined && !/^group|layout$/.test(around.name)) around = around.parent;
  return rendering.joiner.join(renderAll(rendering, block), around?.attributes.get('delimiter'));
}

function renderText(rendering: Rendering, node: XmlElement): string {
  const { attributes } = node;
  const variable = attributes.get('variable');
  if (variable !== undefined) return renderVariable(rendering, variable, attributes.get('form'));
  const macro = attributes.get('macro');
  if (macro !== undefined) return rendering.render(rendering.style.macros.get(macro)!);
  const term = attributes.get('term');
  // as there, any value of `plural` asks for several
  if (term !== undefined)
    return translate(rendering.locale, term, attributes.get('form'), attributes.has('plural'));
  return attributes.get('value') ?? '';
}

function renderVariable(
  { reading, locator, locale, style }: Rendering,
  variable: string,
  form?: string,
): string {
  if (variable === 'locator') return locator ?? reading.text('locator');
  const short = form === 'short' ? reading.read(`${variable}-short`) : undefined;
  let text = short === undefined ? reading.text(variable) : textOf(short);
  if (text === '' && variable.endsWith('-short')) text = reading.text(variable.slice(0, -'-short'.length));
  if (variable === 'page') {
    const format = style.root.attributes.get('page-range-format') ?? 'none';
    return pageRanges(text, format, translate(locale, 'page-range-delimiter') || undefined);
  }
  if (variable === 'page-first' && text === '') return /\d+/.exec(reading.text('page'))?.[0] ?? '';
  return text;
}
