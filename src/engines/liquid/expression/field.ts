/** A field of a variable (`page.url`) as one reading: what a page is asked for, whichever page it is. */

import type { Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { lookUp, missing } from './lookup.ts';

export interface Field {
  readonly name: string;
  readonly key: Value;
  /** Whether the key was written after a dot and may ask for `size`, `first` or `last`. */
  readonly command: boolean;
  /** Identifies it among the fields of the name. */
  readonly id: unknown;
}

const commands: ReadonlyMap<Value, unknown> = new Map(['size', 'first', 'last'].map((key) => [key, {}]));

export function isCommand(key: Value): boolean {
  return commands.has(key);
}

/** `name.key`. */
export function fieldOf(name: string, key: string): Field {
  return { name, key, command: isCommand(key), id: commands.get(key) ?? key };
}

/** `name[key]`. */
export function elementOf(name: string, key: Value): Field {
  return { name, key, command: false, id: key };
}

/** The value of a field, recorded in the open includes that have the name from outside. */
export function readField(context: RenderContext, field: Field): Value | typeof missing {
  const { recorder } = context;
  const target = context.look(field.name);
  const levels = recorder.outside(field.name, context.foundAt);
  const value = lookUpUnrecorded(context, target, field, levels);
  recorder.noteOnce(levels, field.name, field.id, value, (later) => readField(later, field));
  return value;
}

/** How many comparisons of one field an include records one by one; beyond that, it records the value. */
const mostTests = 32;

/**
 * The result of `test` on a field, recorded instead of the value: `{% if link.url == page.url %}` is false on most
 * pages, whatever their URL is.
 */
export function testField(context: RenderContext, field: Field, test: (value: Value) => boolean): boolean {
  const { recorder } = context;
  const target = context.look(field.name);
  const levels = recorder.outside(field.name, context.foundAt);
  const found = lookUpUnrecorded(context, target, field, levels);
  const value = found === missing ? null : found;
  const result = test(value);
  let { frame } = recorder;
  for (let i = 0; i < levels && frame !== undefined; i++) {
    if (frame.times(field.name, field.id) >= mostTests) {
      recorder.noteOnce(levels, field.name, field.id, found, (later) => readField(later, field));
      return result;
    }
    frame = frame.outer;
  }
  const ask = (later: RenderContext): boolean => testField(later, field, test);
  frame = recorder.frame;
  for (let i = 0; i < levels && frame !== undefined; i++) {
    frame.setTimes(field.name, field.id, frame.times(field.name, field.id) + 1);
    frame.note({ ask, seen: result });
    frame = frame.outer;
  }
  return result;
}

/** Looks up a field without recording the read in the frames that record the field by its name. */
function lookUpUnrecorded(
  { recorder }: RenderContext,
  target: Value,
  { key, command }: Field,
  levels: number,
): Value | typeof missing {
  if (levels === 0) return lookUp(target, key, command);
  recorder.hushed = levels;
  try {
    return lookUp(target, key, command);
  } finally {
    recorder.hushed = 0;
  }
}
