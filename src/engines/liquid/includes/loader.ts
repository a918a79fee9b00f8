/** Turns the name of an include into its template: a key of a table, never a path. */

import { nearest } from '../../../base/nearest.ts';
import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { LoadedTemplate, RenderContext } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import type { IncludeTable } from '../host.ts';

const nameCharacters = /^[\w/.\-()+~#@]+$/;
const forbidden = /[./]{2,}/;

/** The template of a name. Ends the render for a name that leaves the folder and for an unknown one. */
export function loadInclude(context: RenderContext, tag: string, name: string, span: Span): LoadedTemplate {
  if (forbidden.test(name) || !nameCharacters.test(name))
    fail(liquidMessages.includeName, { tag, name }, span);
  // Ruby joins the name to the folder, so that a leading slash has no meaning.
  const key = name.replace(/^\//, '');
  const found = context.recorder.ask(context, `file ${tag}`, key, (asked) => tableOf(asked, tag)?.get(key));
  if (found === undefined) {
    const table = tableOf(context, tag);
    const folder = tag === 'include_relative' ? "the page's folder" : '_includes';
    fail(
      liquidMessages.includeMissing,
      { tag, name, nearest: nearest(name, table?.names() ?? []), folder },
      span,
    );
  }
  // Its own mistakes are reported with the tag that includes it.
  context.includes.push({ kind: 'include', place: context.at(context.here).place });
  const template = context.share.load(found);
  context.includes.pop();
  return template;
}

function tableOf({ host }: RenderContext, tag: string): IncludeTable | undefined {
  return tag === 'include_relative' ? host.relatives : host.includes;
}

/** Renders a template in place of a tag and keeps the trail for errors. */
export function renderIncluded(context: RenderContext, template: LoadedTemplate, span: Span): void {
  const { source, standIn } = context;
  const { file } = template.source;
  context.includes.push({ kind: 'include', place: context.at(span).place });
  context.openFiles.push(file);
  if (context.openFiles.length >= context.limits.depth) refuseCircle(context, file);
  context.deadline.step(`include ${file}`);
  context.reportWarnings(template);
  context.source = template.source;
  context.standIn = undefined;
  template.include(context);
  context.source = source;
  context.standIn = standIn;
  context.here = span;
  context.openFiles.pop();
  context.includes.pop();
}

/** Ends a render that is too deep; names the cycle of files where there is one. */
export function refuseCircle(context: RenderContext, file: string): never {
  const before = context.openFiles.slice(0, -1).lastIndexOf(file);
  const ring = before < 0 ? [] : context.openFiles.slice(before);
  context.includes.splice(0, Math.max(0, context.includes.length - Math.max(ring.length, 3)));
  const { depth } = context.limits;
  if (ring.length === 0) return fail(liquidMessages.tooDeep, { depth });
  return fail(liquidMessages.includeCycle, { ring });
}
