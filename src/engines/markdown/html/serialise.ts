/** Prints attributes, tags and entities, with their escaping. */

import { characterOf, entityName } from '../../../html/entities.ts';
import { strip } from '../../../ruby/text.ts';
import type { Attributes } from '../tree/element.ts';

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

const REFERENCE = '&(?:[A-Za-z0-9_:][-A-Za-z0-9_.:]*|#\\d+|#x[0-9a-fA-F]+);';
const IN_TEXT = new RegExp(`${REFERENCE}|[<>&]`, 'g');
const IN_ATTRIBUTE = new RegExp(`${REFERENCE}|[<>&"]`, 'g');
const NEEDS_ESCAPE = /[<>&]/;
const NEEDS_ATTRIBUTE_ESCAPE = /[<>&"]/;

const escapeOne = (match: string): string => escapes[match] ?? match;

/** For the content of an element; the character references in it stay as they are. */
export function escapeTextBesideReferences(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replace(IN_TEXT, escapeOne) : text;
}

/** For an attribute's value in double quotes; the character references in it stay as they are. */
function escapeAttributeBesideReferences(text: string): string {
  return NEEDS_ATTRIBUTE_ESCAPE.test(text) ? text.replace(IN_ATTRIBUTE, escapeOne) : text;
}

/** An attribute that is set to a value, as `attributes` prints it. */
export function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttributeBesideReferences(value)}"`;
}

/** Attributes as they stand in a tag, each with a space before it. An empty id is left out. */
export function attributes(list: Attributes | undefined): string {
  if (list === undefined || list.size === 0) return '';
  let printed = '';
  for (const [name, value] of list)
    if (name !== 'id' || strip(value) !== '') printed += attribute(name, value);
  return printed;
}

// The tags are put together before the body is, so that V8 holds the whole as three pieces and not as seven.

export function spanTag(name: string, list: Attributes | undefined, body: string): string {
  const start = `<${name}${attributes(list)}>`;
  const end = `</${name}>`;
  return start + body + end;
}

/** Margins that were needed before, by their width. */
const margins: string[] = [''];

export function spaces(count: number): string {
  if (count <= 0) return '';
  margins[count] ??= ' '.repeat(count);
  return margins[count];
}

export function blockTag(name: string, list: Attributes | undefined, body: string, indent: number): string {
  const start = `${spaces(indent)}<${name}${attributes(list)}>`;
  const end = `</${name}>\n`;
  return start + body + end;
}

/** A tag whose content is on lines of its own. */
export function indentedTag(
  name: string,
  list: Attributes | undefined,
  body: string,
  indent: number,
): string {
  const margin = spaces(indent);
  const start = `${margin}<${name}${attributes(list)}>\n`;
  const end = `${margin}</${name}>\n`;
  return start + body + end;
}

/** An entity in the form that `entity_output` asks for, or `as_ascii`: as a character where that is ASCII. */
export function entityText(codePoint: number, form: string, original?: string): string {
  const character = characterOf(codePoint);
  const escaped = character !== undefined && escapes[character] !== undefined;
  const isCharacter = form === 'as_char' || (form === 'as_ascii' && codePoint <= 0x7f);
  if (isCharacter && character !== undefined && (character === '"' || !escaped)) return character;
  const keepsInput = form === 'as_input' || form === 'as_char' || form === 'as_ascii';
  if (keepsInput && original !== undefined) return original;
  const name = entityName(codePoint);
  return (form === 'symbolic' || escaped) && name !== undefined ? `&${name};` : `&#${codePoint};`;
}
