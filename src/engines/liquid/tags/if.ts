/** `if`, `elsif`, `else` and `unless`: the first branch whose condition holds. */

import { truthy } from '../../../ruby/compare.ts';
import type { Evaluate, Renderer } from '../context.ts';
import type { Branch, CompiledTag, TagDefinition, TagSource } from '../tag.ts';

const branches = ['elsif', 'else'];

export const ifTag: TagDefinition = {
  name: 'if',
  block: { branches },
  compile: (tag) => compile(tag, false),
};

export const unlessTag: TagDefinition = {
  name: 'unless',
  block: { branches },
  compile: (tag) => compile(tag, true),
};

interface Arm {
  readonly test: Evaluate | undefined;
  readonly render: Renderer;
  readonly branch: Branch;
}

function compile(tag: TagSource, negated: boolean): CompiledTag {
  const first = tag.condition(tag.markup);
  const arms: Arm[] = tag.branches().map((branch, i) => {
    const test =
      i === 0
        ? first.evaluate
        : branch.name === 'else'
          ? undefined
          : tag.condition(branch.markup, branch.markupOffset).evaluate;
    return { test: i === 0 && negated ? not(test!) : test, render: branch.body.render, branch };
  });
  const [only, other] = arms;
  if (arms.length === 1) return { render: when(only!) };
  if (arms.length === 2 && other!.test === undefined) return { render: either(only!, other!) };
  return { render: firstOf(arms) };
}

function not(test: Evaluate): Evaluate {
  return (context) => !truthy(test(context));
}

function when({ test, render, branch }: Arm): Renderer {
  return (context) => {
    context.here = branch.span;
    if (truthy(test!(context))) render(context);
  };
}

function either({ test, render, branch }: Arm, other: Arm): Renderer {
  return (context) => {
    context.here = branch.span;
    if (truthy(test!(context))) render(context);
    else other.render(context);
  };
}

function firstOf(arms: readonly Arm[]): Renderer {
  return (context) => {
    for (const { test, render, branch } of arms) {
      context.here = branch.span;
      if (test === undefined || truthy(test(context))) return render(context);
    }
  };
}
