/** `{% render 'file.html' with x as y, key: value %}`: a file that sees its parameters and the globals alone. */

import { isNil, type Value } from '../../../ruby/values.ts';
import { RenderContext } from '../context.ts';
import { attributesOf, quotedFragment, quotedString, space } from '../expression/patterns.ts';
import { loadInclude, renderIncluded } from '../includes/loader.ts';
import { loopMembers } from '../render/collection.ts';
import { ForloopDrop } from '../render/loop-drop.ts';
import type { TagDefinition } from '../tag.ts';

const syntax = new RegExp(
  `(${quotedString})(?:${space}+(with|for)${space}+((?:${quotedFragment})+))?(?:${space}+as${space}+([\\w-]+))?`,
);

export const renderTag: TagDefinition = {
  name: 'render',
  compile: (tag) => {
    const found = syntax.exec(tag.markup);
    if (found === null) return tag.refuse('{% render "file.html", title: page.title %}');
    const [, quoted = '', word, subject, alias] = found;
    const name = quoted.slice(1, -1);
    const variable =
      alias ??
      name
        .split('/')
        .at(-1)!
        .replace(/\.\w+$/, '');
    const value = subject === undefined ? undefined : tag.expression(subject);
    const attributes = attributesOf(tag.markup).map(([key, text]) => [key, tag.expression(text)] as const);
    const nameSpan = { offset: tag.markupOffset + found.index + 1, length: Math.max(1, name.length) };
    return {
      render: (context) => {
        context.here = tag.span;
        const template = loadInclude(context, 'render', name, nameSpan);
        const once = (item: Value, loop?: ForloopDrop) => {
          const inner = isolated(context);
          if (loop !== undefined) inner.assigns.set('forloop', loop);
          for (const [key, { evaluate }] of attributes) inner.assigns.set(key, evaluate(context));
          if (!isNil(item)) inner.assigns.set(variable, item);
          context.source = inner.source;
          renderIncluded(inner, template, tag.span);
          context.write(inner.out);
        };
        const item = value?.evaluate(context);
        const items = word === 'for' ? loopMembers(item, context.limits, 'render') : undefined;
        if (items === undefined) return once(item);
        const loop = new ForloopDrop(name, items.length, undefined, context.recorder);
        for (const member of items) {
          once(member, loop);
          loop.index++;
        }
      },
    };
  },
};

function isolated(context: RenderContext): RenderContext {
  const inner = new RenderContext(context.share, context.source, context.trail, context);
  inner.openFiles.push(...context.openFiles);
  return inner;
}
