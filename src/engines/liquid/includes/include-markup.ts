/** How Jekyll's include tags read what follows their name: a file, or a template of its name, and parameters. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { Value } from '../../../ruby/values.ts';
import type { Evaluate, RenderContext, Renderer } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import { stored } from '../expression/word-literal.ts';
import { oneLine } from '../parse/grammar.ts';
import type { Expression, TagSource } from '../tag.ts';

export interface IncludeMarkup {
  /** The name as it is once its template is rendered. */
  readonly name: (context: RenderContext) => string;
  readonly nameSpan: Span;
  /** What the file sees as `include`; undefined where no parameters are given. */
  readonly parameters: ((context: RenderContext) => Map<string, Value>) | undefined;
}

const pair = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))(?=\s|$)\s*/y;
const output = /\{\{[ \t\n\v\f\r]*[\w\-.]+[ \t\n\v\f\r]*(?:\|[\s\S]*)?\}\}[^ \t\n\v\f\r{}]*/y;

/** Reads the markup of `include`, `include_relative` and `include_cached`. */
export function readInclude(tag: TagSource): IncludeMarkup {
  const lead = tag.markup.length - tag.markup.trimStart().length;
  const markup = tag.markup.trim();
  if (markup === '') return tag.refuse(`{% ${tag.name} file.html %}`);
  const start = tag.markupOffset + lead;
  const nameLength = templateName(markup) ?? markup.search(/\s|$/);
  const text = markup.slice(0, nameLength).trim();
  const nameSpan = { offset: start, length: text.length };
  const rest = markup.slice(nameLength);
  const restAt = start + nameLength;
  return {
    name: nameOf(tag, text, start),
    nameSpan,
    parameters: readParameters(tag, rest, restAt),
  };
}

/** The length of a name with outputs in it (`{{ page.kind }}.html`), by Jekyll's pattern: greedy, up to the last output. */
function templateName(markup: string): number | undefined {
  const first = markup.indexOf('{');
  if (first < 0) return undefined;
  let end = first;
  while (true) {
    output.lastIndex = end;
    const found = output.exec(markup);
    if (found === null) break;
    end = output.lastIndex;
    if (markup[end] !== '{') break;
  }
  return end === first ? undefined : end;
}

function nameOf(tag: TagSource, text: string, offset: number): (context: RenderContext) => string {
  if (!text.includes('{{')) return () => text;
  const render: Renderer = tag.template(text, offset);
  return (context) => context.capture(render);
}

function readParameters(
  tag: TagSource,
  text: string,
  offset: number,
): ((context: RenderContext) => Map<string, Value>) | undefined {
  const body = text.trimStart();
  if (body === '') return undefined;
  const values: [string, Evaluate][] = [];
  let at = 0;
  while (at < body.length) {
    pair.lastIndex = at;
    const found = pair.exec(body);
    if (found === null) return refuseParameters(tag, body, offset + (text.length - body.length), at);
    values.push([found[1]!, valueFor(tag, found, offset)]);
    at = pair.lastIndex;
  }
  return (context) => {
    const parameters = new Map<string, Value>();
    for (const [name, evaluate] of values) parameters.set(name, stored(evaluate(context)));
    return parameters;
  };
}

function valueFor(tag: TagSource, [, , double, single, variable]: RegExpExecArray, offset: number): Evaluate {
  if (variable !== undefined) {
    const expression: Expression = tag.expression(variable, offset);
    return expression.evaluate;
  }
  const text = double !== undefined ? double.replaceAll('\\"', '"') : single!.replaceAll("\\'", "'");
  return () => text;
}

function refuseParameters(tag: TagSource, body: string, offset: number, at: number): never {
  const facts = { tag: tag.name, parameters: oneLine(body.slice(at)) };
  return fail(liquidMessages.includeParameters, facts, {
    offset: offset + at,
    length: Math.max(1, body.slice(at).trimEnd().length),
  });
}
