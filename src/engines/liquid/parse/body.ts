/** The nodes between two tags, joined to one renderer. */

import { rightStrip } from '../../../ruby/text.ts';
import type { RenderContext, Renderer } from '../context.ts';
import { checkLength } from '../render/limits.ts';
import type { Body } from '../tag.ts';
import { encodedSequence, type Part, type Step } from './encoding.ts';

export interface Node {
  readonly render: Renderer;
  readonly blank: boolean;
  /** What it is to the encoding of the text; `text` where absent. */
  readonly part?: Part;
  /** Set for text. */
  text?: string;
}

export class BodyBuilder {
  readonly nodes: Node[] = [];
  /** Whether the encoding of the text matters. */
  readonly #encodes: boolean;

  constructor(encodes: boolean) {
    this.#encodes = encodes;
  }

  /** Text is blank where it is nothing but white space. */
  addText(text: string): void {
    if (text === '') return;
    this.nodes.push({ render: () => {}, blank: /^[ \t\n\v\f\r]*$/.test(text), text });
  }

  /** Cuts the white space at the end of the text just before: what `{%-` does. */
  trimEnd(): void {
    const last = this.nodes.at(-1);
    if (last?.text !== undefined) last.text = rightStrip(last.text);
  }

  get blank(): boolean {
    return this.nodes.every((node) => node.blank);
  }

  /** `silent` drops the text: a block of nothing but white space prints none of it. */
  build(silent: boolean): Body {
    const steps: Step[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') steps.push({ render: textRenderer(text), isText: true, part: 'text' });
      text = '';
    };
    for (const node of this.nodes) {
      if (node.text !== undefined) text += silent ? '' : node.text;
      else {
        flush();
        steps.push({ render: node.render, isText: false, part: node.part ?? 'text' });
      }
    }
    flush();
    return { render: this.#encodes ? encodedSequence(steps) : sequence(steps), blank: this.blank };
  }
}

/** Writes a text as it is. */
export function textRenderer(text: string): Renderer {
  return (context) => {
    context.out += text;
  };
}

/** A loop that is being left stops at the next tag or output, as in Ruby; text before it is still printed. */
function sequence(steps: readonly Step[]): Renderer {
  const [first] = steps;
  if (first === undefined) return () => {};
  if (steps.length === 1 && first.isText) return first.render;
  const renderers = steps.map(({ render }) => render);
  const count = renderers.length;
  return (context: RenderContext) => {
    for (let i = 0; i < count; i++) {
      renderers[i]!(context);
      if (context.interrupt !== 0 && !steps[i]!.isText) return;
    }
    if (context.out.length > context.limits.output)
      checkLength(context.out.length, context.limits, 'the page', context.limits.output);
  };
}
