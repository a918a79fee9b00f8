/** The door to YAML: text to Ruby's values as Jekyll would load them, with every complaint as a diagnostic. */

import { parseDocument } from 'yaml';
import { yamlMessages } from '../base/catalogue/yaml.ts';
import { type Diagnostic, DiagnosticError, diagnose, type Place } from '../base/diagnostic.ts';
import type { Value } from '../base/ruby/values.ts';
import { placeAt, type SourceText } from '../base/source-text.ts';
import { createLoader } from './load-nodes.ts';
import { mistakeOf } from './mistakes.ts';
import { findNode } from './place-of.ts';

export interface YamlOptions {
  /** The part of the text that is YAML, as offsets; the whole text when absent. */
  readonly from?: number;
  readonly to?: number;
  /** The IANA name of the zone in which times that come without one are told; UTC when absent. */
  readonly zone?: string;
}

/** The way to a value: keys of mappings as text, indices of lists. */
export type YamlPath = readonly (string | number)[];

export interface YamlResult {
  /** Of the first document; nil where there is none or it has an error. */
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at `path` stands, or its key; the nearest enclosing thing that is written down where it does not. */
  placeOf(path: YamlPath, part?: 'key' | 'value'): Place;
}

/** How deep collections may be nested: none that a person writes comes near it. */
const depthLimit = 100;
/** How many values there may be, each counted as often as aliases repeat it. */
const sizeLimit = 1_000_000;
/** How many keys merges may copy. */
const mergeLimit = 10_000_000;

/** Reads the first YAML document as Psych's safe loader does under Jekyll (Date and Time allowed, aliases too). Never throws. */
export function parseYaml(source: SourceText, options: YamlOptions = {}): YamlResult {
  const from = options.from ?? 0;
  const to = options.to ?? source.text.length;
  const part: YamlPart = { source, from, text: source.text.slice(from, to) };
  const diagnostics: Diagnostic[] = [];
  return {
    value: load(part, options.zone ?? 'UTC', diagnostics),
    diagnostics,
    placeOf: (path, what) => placeIn(part, path, what),
  };
}

/** A stretch of YAML in a file. */
export interface YamlPart {
  readonly source: SourceText;
  readonly from: number;
  readonly text: string;
}

function load(part: YamlPart, zone: string, diagnostics: Diagnostic[]): Value {
  try {
    const document = compose(part.text);
    const error = document.errors[0];
    if (error !== undefined) throw new DiagnosticError([mistakeOf(error, part)]);
    const loader = createLoader({
      zone,
      depthLimit,
      sizeLimit,
      mergeLimit,
      place: (start, end) => placeAt(part.source, part.from + start, Math.max(1, end - start)),
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
    return loader(document.contents);
  } catch (error) {
    if (error instanceof DiagnosticError) diagnostics.push(...error.diagnostics);
    else if (error instanceof RangeError) diagnostics.push(tooDeep(part));
    else throw error;
    return null;
  }
}

/** Every scalar as text: what it means is decided by `scalarValue`. */
function compose(text: string) {
  return parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** The composer ran out of stack, so there are brackets or indents by the thousand: points at the first that is too deep. */
function tooDeep(part: YamlPart): Diagnostic {
  let depth = 0;
  let at = 0;
  for (const found of part.text.matchAll(/[[\]{}]/g)) {
    depth += found[0] === '[' || found[0] === '{' ? 1 : -1;
    if (depth <= depthLimit) continue;
    at = found.index;
    break;
  }
  return diagnose(
    yamlMessages.tooDeep,
    { limit: depthLimit },
    { place: placeAt(part.source, part.from + at, 1) },
  );
}

function placeIn(part: YamlPart, path: YamlPath, what: 'key' | 'value' = 'value'): Place {
  const [start, end] = findNode(compose(part.text).contents, path, what);
  return placeAt(part.source, part.from + start, Math.max(1, end - start));
}
