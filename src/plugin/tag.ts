/** The short way to write a tag that prints text: most plugins need no more of the engine. */

import type { Value } from '../base/ruby/values.ts';
import { toText } from '../liquid/ruby-values.ts';
import type { TagDefinition } from '../liquid/tag.ts';

/** A tag at its place in a page, while that is rendered. */
export interface TagCall {
  /** What stands between the tag's name and `%}`, without white space around it. */
  readonly markup: string;
  /** A setting of the configuration. */
  setting(name: string): Value;
  /** The value of an output expression: `liquid('site.title | default: "x" | xml_escape')`. */
  liquid(expression: string): Value;
  /** What a template would print for a value. */
  print(value: Value): string;
}

/** A tag without an end tag; `render` gives the text that it prints. Throw a `DiagnosticError` for markup that it can't read. */
export function defineTag(name: string, render: (call: TagCall) => string): TagDefinition {
  return {
    name,
    compile(tag) {
      const expressions = new Map<string, ReturnType<typeof tag.output>>();
      const expressionOf = (text: string) => {
        let expression = expressions.get(text);
        if (expression === undefined) {
          expression = tag.output(text);
          expressions.set(text, expression);
        }
        return expression;
      };
      return {
        render(context) {
          context.here = tag.span;
          context.write(
            render({
              markup: tag.markup.trim(),
              setting: (key) => context.host.site.setting(key),
              liquid: (text) => expressionOf(text).evaluate(context),
              print: toText,
            }),
          );
        },
      };
    },
  };
}
