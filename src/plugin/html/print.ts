/** Prints a tree as libxml2's printer for HTML does, line breaks and escapes of addresses included. */

import { escapeText } from '../../html/escape.ts';
import { BLOCKS, EMPTY, FLAGS, RAW } from './elements.ts';
import type { ElementNode, HtmlNode } from './tree.ts';

/** The nodes of a fragment, one after the other. */
export function printFragment(fragment: ElementNode): string {
  return fragment.children.map(printNode).join('');
}

/** One node with all that is in it. */
export function printNode(node: HtmlNode): string {
  const parts: string[] = [];
  print(node, false, parts);
  return parts.join('');
}

/** `inRaw`: inside of a script or style, where nothing is escaped. */
function print(node: HtmlNode, inRaw: boolean, parts: string[]): void {
  if (node.kind === 'text') {
    parts.push(inRaw ? node.text : escapeText(node.text).replaceAll('\r', '&#13;'));
    return;
  }
  if (node.kind === 'comment') {
    parts.push(`<!--${node.text}-->`);
    return;
  }
  const { name, children } = node;
  parts.push('<', name);
  for (const [key, value] of node.attributes) parts.push(' ', printAttribute(name, key, value));
  parts.push('>');
  if (EMPTY.has(name)) return;
  const breaks = BLOCKS.has(name) && !name.startsWith('p') && children.length > 1;
  if (breaks && children[0]?.kind !== 'text') parts.push('\n');
  for (const [at, child] of children.entries()) {
    print(child, RAW.has(name), parts);
    const next = children[at + 1];
    const isBlock = child.kind === 'element' && BLOCKS.has(child.name);
    if (isBlock && next !== undefined && next.kind !== 'text' && !name.startsWith('p')) parts.push('\n');
  }
  if (breaks && children.at(-1)?.kind !== 'text') parts.push('\n');
  parts.push('</', name, '>');
}

function printAttribute(element: string, name: string, value: string | undefined): string {
  if (value === undefined || FLAGS.has(name)) return name;
  const isAddress = ['href', 'action', 'src'].includes(name) || (name === 'name' && element === 'a');
  const text = escapeAmpersands(isAddress ? escapeAddress(value.trimStart()) : value);
  if (!text.includes('"')) return `${name}="${text}"`;
  return text.includes("'") ? `${name}="${text.replaceAll('"', '&quot;')}"` : `${name}='${text}'`;
}

/** Characters that can't stand in an address, by the bytes of their UTF-8. */
function escapeAddress(address: string): string {
  return address.replace(/[^\w\-.!~*'()@/:=?;#%&,+<>]/gu, (character) => {
    const bytes = new TextEncoder().encode(character);
    return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}

function escapeAmpersands(text: string): string {
  return text
    .replace(/&(?!\{)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
