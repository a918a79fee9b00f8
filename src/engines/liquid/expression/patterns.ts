/** The pieces that Liquid's lax grammar is made of, as sources of regular expressions. White space and words are ASCII's. */

export const space = '[ \\t\\n\\v\\f\\r]';
export const quotedString = `(?:"[^"]*"|'[^']*')`;
export const quotedFragment = `(?:${quotedString}|(?:[^ \\t\\n\\v\\f\\r,|'"]|${quotedString})+)`;
export const tagAttributes = `(\\w[\\w-]*)${space}*:${space}*(${quotedFragment})`;
export const variableSignature = '\\(?[\\w\\-.[\\]]\\)?';

/** All `name: value` pairs of a markup. */
export function attributesOf(markup: string): [name: string, value: string][] {
  return Array.from(markup.matchAll(new RegExp(tagAttributes, 'g')), ([, name, value]) => [name!, value!]);
}
