/** The headings of a text, as a nested list and as anchors in the text. */

import {
  createElement,
  type ElementNode,
  elementsBelow,
  parseFragment,
  printFragment,
  textOf,
} from '../../plugin/api/html.ts';
import { escapeHtml } from '../../plugin/api/markup.ts';
import type { TocSettings } from './settings.ts';

interface Entry {
  readonly heading: ElementNode;
  readonly id: string;
  /** Escaped. */
  readonly text: string;
  readonly level: number;
}

export interface Contents {
  list(): string;
  /** The text with an anchor in each heading. */
  anchored(): string;
}

export function createContents(html: string, settings: TocSettings): Contents {
  const fragment = parseFragment(html);
  const entries = readEntries(fragment, settings);
  const { listClass, listId, listTag } = settings;
  return {
    list: () =>
      `<${listTag} id="${listId}" class="${listClass}">\n${writeItems(entries, settings)}</${listTag}>`,
    anchored() {
      for (const { heading, id } of entries) heading.children.unshift(createAnchor(id));
      return printFragment(fragment);
    },
  };
}

function readEntries(fragment: ElementNode, settings: TocSettings): Entry[] {
  const used = new Map<string, number>();
  const entries: Entry[] = [];
  for (const [heading, path] of elementsBelow(fragment)) {
    if (!settings.levels.includes(heading.name) || classesOf(heading).includes('no_toc')) continue;
    if (path.some((outer) => classesOf(outer).some((name) => settings.hiddenSections.includes(name))))
      continue;
    const text = textOf(heading);
    const own = heading.attributes.get('id');
    entries.push({
      heading,
      id: own ?? uniqueId(generateId(text), used),
      text: escapeHtml(text),
      level: Number(heading.name.slice(1)),
    });
  }
  return entries;
}

function classesOf(element: ElementNode): readonly string[] {
  return (element.attributes.get('class') ?? '').split(/\s+/);
}

function uniqueId(id: string, used: Map<string, number>): string {
  const count = used.get(id) ?? 0;
  used.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}

function generateId(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return encodeURIComponent(plain).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}

/** The items of the shallowest headings; deeper ones behind each go into a list of their own. */
function writeItems(entries: readonly Entry[], settings: TocSettings): string {
  const { itemClass, itemPrefix, listTag, sublistClass } = settings;
  const shallowest = entries.reduce((least, { level }) => Math.min(least, level), 7);
  const attributes = sublistClass === '' ? '' : ` class="${sublistClass}"`;
  let out = '';
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at]!;
    const isItem = entry.level === shallowest;
    const from = isItem ? at + 1 : at;
    let end = from;
    while (end < entries.length && entries[end]!.level !== shallowest) end++;
    const inner = end > from ? writeItems(entries.slice(from, end), settings) : '';
    if (isItem) {
      const sublist = end > from ? `\n<${listTag}${attributes}>\n${inner}</${listTag}>\n` : '';
      out += `<li class="${itemClass} ${itemPrefix}${entry.heading.name}"><a href="#${entry.id}">${entry.text}</a>${sublist}</li>\n`;
    } else out += inner;
    at = end;
  }
  return out;
}

function createAnchor(id: string): ElementNode {
  const anchor = createElement('a');
  anchor.attributes.set('class', 'anchor').set('href', `#${id}`).set('aria-hidden', 'true');
  const icon = createElement('span');
  icon.attributes.set('class', 'octicon octicon-link');
  anchor.children.push(icon);
  return anchor;
}
