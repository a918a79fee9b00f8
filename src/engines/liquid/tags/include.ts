/** Jekyll's `include`, `include_relative` and `include_cached`: another file in place of the tag. */

import { identity } from '../../../ruby/compare.ts';
import type { Value } from '../../../ruby/values.ts';
import type { RenderContext } from '../context.ts';
import { type IncludeMarkup, readInclude } from '../includes/include-markup.ts';
import { loadInclude, refuseCircle, renderIncluded } from '../includes/loader.ts';
import type { TagDefinition, TagSource } from '../tag.ts';

export const includeTag: TagDefinition = {
  name: 'include',
  compile: (tag) => {
    const markup = readInclude(tag);
    return { render: (context) => insert(context, tag, markup) };
  },
};

export const includeRelativeTag: TagDefinition = {
  name: 'include_relative',
  compile: (tag) => {
    const markup = readInclude(tag);
    return { render: (context) => insert(context, tag, markup) };
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
        let text = context.recorder.ask(context, 'kept include', key, (asked) => cacheOf(asked).get(key));
        if (text === undefined) {
          text = context.capture((inner) => insert(inner, tag, markup));
          // later pages need this one to have filled the cache
          context.recorder.spoil();
          cacheOf(context).set(key, text);
        }
        context.write(text);
      },
    };
  },
};

function cacheOf(context: RenderContext): Map<string, string> {
  const { cachedIncludes } = context.host;
  if (cachedIncludes !== undefined) return cachedIncludes;
  let own = context.registers.get('include_cached') as Map<string, string> | undefined;
  if (own === undefined) context.registers.set('include_cached', (own = new Map()));
  return own;
}

function insert(context: RenderContext, tag: TagSource, markup: IncludeMarkup): void {
  context.here = tag.span;
  const name = markup.name(context);
  const template = loadInclude(context, tag.name, name, markup.nameSpan);
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
