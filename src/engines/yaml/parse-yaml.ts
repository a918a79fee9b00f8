/** Parses YAML to Ruby's values as Jekyll would load them, with every mistake as a diagnostic. */

import { yamlMessages } from '../../diagnostics/catalogue/engines/yaml.ts';
import { type Diagnostic, DiagnosticError, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
import type { Value } from '../../ruby/values.ts';
import { mistakeOf } from './mistakes/mistakes.ts';
import type { YamlPart } from './mistakes/yaml-part.ts';
import { compose } from './nodes/compose.ts';
import { loadNodes } from './nodes/load-nodes.ts';
import type { Node } from './nodes/node.ts';
import { findNode } from './nodes/place-of.ts';
import { safeScalarValue } from './nodes/safe-scalar.ts';
import { scalarValue } from './nodes/scalar.ts';
import { YamlMistake } from './scan/token.ts';

/** The path of a value: keys of mappings as text, indices of lists. */
export type YamlPath = readonly (string | number)[];

/** Who says what a plain scalar means: Psych, as under Jekyll 4 on Debian, or SafeYAML, as under Jekyll 3.10. */
export type YamlScalars = 'psych' | 'safe-yaml';

export interface YamlOptions {
  /** The part of the text that is YAML, as offsets; the whole text when absent. */
  readonly from?: number;
  readonly to?: number;
  /** The IANA name of the zone for times without one; UTC when absent. */
  readonly zone?: string;
  /** `psych` when absent. */
  readonly scalars?: YamlScalars;
}

export interface YamlResult {
  /** Of the first document; nil where there is none or it has an error. */
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at `path` stands, or its key; the nearest enclosing thing that is written down where it does not. */
  placeOf(path: YamlPath, part?: 'key' | 'value'): Place;
}

/** How deep collections may be nested: far beyond anything written by hand. */
const depthLimit = 100;
const sizeLimit = 1_000_000;
const mergeLimit = 10_000_000;

/**
 * Reads the first YAML document as Psych's safe loader does under Jekyll (Date and Time allowed, aliases too). Never
 * throws.
 */
export function parseYaml(source: SourceText, options: YamlOptions = {}): YamlResult {
  const from = options.from ?? 0;
  const part: YamlPart = { source, from, text: source.text.slice(from, options.to ?? source.text.length) };
  const diagnostics: Diagnostic[] = [];
  let nodes: { readonly root: Node | undefined } | undefined;
  return {
    value: load(part, options, diagnostics),
    diagnostics,
    placeOf(path, what = 'value') {
      // composed again for the first complaint about a value, and once for all of them
      nodes ??= { root: composeAgain(part) };
      const [start, end] = nodes.root === undefined ? [0, 1] : findNode(nodes.root, path, what);
      return placeAt(source, from + start, Math.max(1, end - start));
    },
  };
}

function load(part: YamlPart, { zone = 'UTC', scalars }: YamlOptions, diagnostics: Diagnostic[]): Value {
  try {
    const root = compose(part.text, {
      depthLimit,
      isJson: /\.json$/i.test(part.source.file),
      ignored(offset) {
        const place = placeAt(part.source, part.from + offset, 1);
        diagnostics.push(diagnose(yamlMessages.ignoredRest, {}, { place }));
      },
    });
    if (root === undefined) return null;
    return loadNodes(root, {
      zone,
      scalarValue: scalars === 'safe-yaml' ? safeScalarValue : scalarValue,
      isTagged: scalars !== 'safe-yaml',
      text: part.text,
      sizeLimit,
      mergeLimit,
      place: (start, end) => placeAt(part.source, part.from + start, Math.max(1, end - start)),
      report: (diagnostic) => diagnostics.push(diagnostic),
    });
  } catch (error) {
    if (error instanceof YamlMistake) diagnostics.push(mistakeOf(error, part, depthLimit));
    else if (error instanceof DiagnosticError) diagnostics.push(...error.diagnostics);
    else throw error;
    return null;
  }
}

function composeAgain(part: YamlPart): Node | undefined {
  try {
    return compose(part.text, { depthLimit });
  } catch (error) {
    if (error instanceof YamlMistake) return undefined;
    throw error;
  }
}
