/** Turns attribute lists into attributes: what a reference stands for comes first, classes add up, every other key is replaced. */

import type { AttributeList, Attributes } from './element.ts';
import { type Limits, MAX_REFERENCES } from './limits.ts';

export function createAttributeList(): AttributeList {
  return { refs: [], attributes: new Map() };
}

/** Classes that are longer have been stripped before; to do it each time would read them again and again. */
const LONG = 1000;

/** Sets a key; classes are joined. */
export function setAttribute(attributes: Attributes, name: string, value: string): void {
  if (name !== 'class') attributes.set(name, value);
  else {
    const before = attributes.get('class');
    if (before === undefined) attributes.set('class', value.trimStart());
    else
      attributes.set('class', before.length < LONG ? `${before} ${value}`.trimStart() : `${before} ${value}`);
  }
}

/** Adds one attribute list to another, references kept as references. */
export function mergeAttributeLists(into: AttributeList, from: AttributeList): void {
  into.refs.push(...from.refs);
  for (const [name, value] of from.attributes) setAttribute(into.attributes, name, value);
}

/** Applies a list and all that it refers to. A definition that refers to itself is not entered again. */
export function applyAttributes(
  attributes: Attributes,
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
  limits: Limits,
  within: readonly AttributeList[] = [],
): void {
  for (const name of list.refs) {
    const definition = definitions.get(name);
    if (definition === undefined || within.includes(definition) || within.length >= MAX_REFERENCES) continue;
    if (!limits.mayExpand(sizeOf(definition))) return;
    applyAttributes(attributes, definition, definitions, limits, [...within, definition]);
  }
  for (const [name, value] of list.attributes) setAttribute(attributes, name, value);
}

function sizeOf(list: AttributeList): number {
  let size = 1;
  for (const [name, value] of list.attributes) size += name.length + value.length;
  return size;
}
