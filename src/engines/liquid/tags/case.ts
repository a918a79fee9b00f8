/** `{% case value %}{% when a, b %}…{% else %}…{% endcase %}`: every branch with an equal value. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { truthy } from '../../../ruby/compare.ts';
import type { Evaluate, Renderer } from '../context.ts';
import { fail } from '../errors.ts';
import { equality, operand } from '../expression/condition.ts';
import { quotedFragment, space } from '../expression/patterns.ts';
import { oneLine } from '../parse/grammar.ts';
import type { Branch, TagDefinition } from '../tag.ts';

const subject = new RegExp(quotedFragment, 'd');
const value = new RegExp(quotedFragment, 'g');
const joint = new RegExp(`(?:${space}+or${space}+|${space}*,${space}*)(?=${quotedFragment})`, 'y');

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
    const asked = tag.expression(found[0], tag.markupOffset + found.index);
    const [, ...branches] = tag.branches();
    const arms = branches.map((branch): Arm => {
      const { render } = branch.body;
      if (branch.name === 'else') return { tests: elseTests(branch), render };
      return { tests: values(branch).map((wanted) => equality(asked, wanted)), render };
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

/** The values of a `when`; what stands behind the last one is passed over. */
function values(branch: Branch): ReturnType<typeof operand>[] {
  const { markup, span } = branch;
  const found: ReturnType<typeof operand>[] = [];
  value.lastIndex = 0;
  for (let each = value.exec(markup); each !== null; each = value.exec(markup)) {
    found.push(operand(each[0], span));
    joint.lastIndex = value.lastIndex;
    if (!joint.test(markup)) break;
    value.lastIndex = joint.lastIndex;
  }
  if (found.length > 0) return found;
  const facts = { tag: 'when', markup: oneLine(markup), expected: '{% when "post", "page" %}' };
  return fail(liquidMessages.tagSyntax, facts, span);
}
