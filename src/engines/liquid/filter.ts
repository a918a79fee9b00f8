/** What a filter is: the type that built-in filters and plugins' filters are written in. */

import type { Value } from '../../ruby/values.ts';
import type { RenderContext } from './context.ts';

/** `input | name: args…`; named arguments come last, as one hash. */
export type FilterFunction = (input: Value, args: readonly Value[], context: RenderContext) => Value;

export interface FilterDefinition {
  /** The least and the most arguments; others end the render, as Ruby's methods do. */
  readonly takes: readonly [least: number, most: number];
  readonly run: FilterFunction;
}

/** Filters by their names in templates. */
export type FilterTable = Readonly<Record<string, FilterDefinition>>;

export function filter(least: number, most: number, run: FilterFunction): FilterDefinition {
  return { takes: [least, most], run };
}
