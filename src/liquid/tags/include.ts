/** Jekyll's `include`, `include_relative` and `include_cached`: another file in place of the tag. */

import type { Value } from '../../base/ruby/values.ts';
import type { RenderContext } from '../context.ts';
import type { IncludeTable } from '../host.ts';
import { type IncludeMarkup, readInclude } from '../include-markup.ts';
import { loadInclude, refuseCircle, renderIncluded } from '../loader.ts';
import { identity } from '../ruby-values.ts';
import type { TagDefinition, TagSource } from '../tag.ts';

export const includeTag: TagDefinition = {
  name: 'include',
  compile: (tag) => {
    const markup = readInclude(tag);
    return { render: (context) => insert(context, tag, markup, context.host.includes) };
  },
};

export const includeRelativeTag: TagDefinition = {
  name: 'include_relative',
  compile: (tag) => {
    const markup = readInclude(tag);
    return { render: (context) => insert(context, tag, markup, context.host.relatives) };
  },
};

/** As the plugin jekyll-include-cache: a file with equal parameters is rendered once, for a page or for the whole build. */
export const includeCachedTag: TagDefinition = {
  name: 'include_cached',
  compile: (tag) => {
    const markup = readInclude(tag);
    return {
      render: (context) => {
        const key = `${markup.name(context)} ${String(identity(markup.parameters?.(context)))}`;
        const cache = context.host.cachedIncludes ?? ownCache(context);
        let text = cache.get(key);
        if (text === undefined) {
          text = context.capture((inner) => insert(inner, tag, markup, inner.host.includes));
          cache.set(key, text);
        }
        context.write(text);
      },
    };
  },
};

function ownCache(context: RenderContext): Map<string, string> {
  let cache = context.registers.get('include_cached') as Map<string, string> | undefined;
  if (cache === undefined) context.registers.set('include_cached', (cache = new Map()));
  return cache;
}

function insert(
  context: RenderContext,
  tag: TagSource,
  markup: IncludeMarkup,
  table: IncludeTable | undefined,
): void {
  context.here = tag.span;
  const name = markup.name(context);
  const template = loadInclude(context, table, tag.name, name, markup.nameSpan);
  const scope = new Map<string, Value>();
  if (markup.parameters !== undefined) scope.set('include', markup.parameters(context));
  context.here = tag.span;
  if (context.locals.length + 2 > context.limits.depth) {
    context.openFiles.push(template.source.file);
    refuseCircle(context, template.source.file);
  }
  context.pushScope(scope);
  renderIncluded(context, template, tag.span);
  context.locals.pop();
}
