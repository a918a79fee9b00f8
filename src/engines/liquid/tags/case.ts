/** `{% case value %}{% when a, b %}…{% else %}…{% endcase %}`: every branch with an equal value. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { truthy } from '../../../ruby/compare.ts';
import type { Evaluate, Renderer } from '../context.ts';
import { fail } from '../errors.ts';
import { equality, operand } from '../expression/condition.ts';
import { quotedFragment, space } from '../expression/patterns.ts';
import { oneLine } from '../parse/grammar.ts';
import type { Branch, TagDefinition, TagSource } from '../tag.ts';

const subject = new RegExp(quotedFragment, 'd');
const whenSyntax = new RegExp(
  `(${quotedFragment})(?:(?:${space}+or${space}+|${space}*,${space}*)(${quotedFragment}[^]*))?`,
);

interface Arm {
  /** Undefined for `else`. */
  readonly tests: readonly Evaluate[] | undefined;
  readonly render: Renderer;
}

export const caseTag: TagDefinition = {
  name: 'case',
  block: { branches: ['when', 'else'] },
  compile: (tag) => {
    const found = subject.exec(tag.markup);
    if (found === null) return tag.refuse('{% case page.layout %}{% when "post" %} … {% endcase %}');
    const value = tag.expression(found[0], tag.markupOffset + found.index);
    const [, ...branches] = tag.branches();
    const arms = branches.map((branch): Arm => {
      const { render } = branch.body;
      if (branch.name === 'else') return { tests: elseTests(branch), render };
      return { tests: values(tag, branch).map((wanted) => equality(value, wanted)), render };
    });
    return {
      render: (context) => {
        let matched = false;
        for (const { tests, render } of arms) {
          context.here = tag.span;
          if (tests === undefined) {
            if (!matched) render(context);
          } else {
            for (const test of tests) {
              if (!truthy(test(context))) continue;
              matched = true;
              render(context);
            }
          }
        }
      },
    };
  },
};

function elseTests(branch: Branch): undefined {
  if (branch.markup.trim() === '') return undefined;
  const facts = { tag: 'else', markup: oneLine(branch.markup), expected: '{% else %}' };
  return fail(liquidMessages.tagSyntax, facts, branch.span);
}

function values(tag: TagSource, branch: Branch): ReturnType<typeof operand>[] {
  const found: ReturnType<typeof operand>[] = [];
  let rest: string | undefined = branch.markup;
  while (rest !== undefined) {
    const match: RegExpExecArray | null = whenSyntax.exec(rest);
    if (match === null) {
      const facts = { tag: 'when', markup: oneLine(branch.markup), expected: '{% when "post", "page" %}' };
      return fail(liquidMessages.tagSyntax, facts, branch.span);
    }
    found.push(operand(match[1]!, branch.span));
    rest = match[2];
  }
  return found.length > 0 ? found : tag.refuse('{% when "post" %}');
}
