/** Includes that are rendered once for all pages on which they would read the same (ADR 0009). */

import type { Value } from '../../../ruby/values.ts';
import type { RenderContext, Renderer } from '../context.ts';
import { sameValue } from '../includes/same-value.ts';
import type { Frame, Read, TrackedRead } from './frame.ts';

/** How often includes were rendered, and how often that was not needed. */
export interface IncludeCounts {
  rendered: number;
  reused: number;
}

/** Texts of one include that are kept, the one that was used last first. */
const mostVariants = 8;
/** Renderings without use for an earlier one after which an include rests. */
const mostMisses = 24;
/** Renderings for which it rests, and how many it has then to show itself. */
const rest = 500;
const trial = 4;

/** What one rendering of an include has made, and all that it rests on. */
class Variant {
  readonly text: string;
  readonly isAscii: boolean;
  readonly #reads: readonly Read<RenderContext>[];
  readonly #tracked: readonly TrackedRead[];
  readonly #assigned: ReadonlyMap<string, Value>;
  readonly #offsets: ReadonlyMap<string, number>;
  /** How deep it was: whoever is deeper may come to the bound. */
  readonly #scopes: number;
  readonly #files: number;
  /** Whether what it read of the site was recorded. */
  readonly #counted: boolean;

  constructor(
    { locals, openFiles, recorder, isAscii }: RenderContext,
    frame: Frame<RenderContext>,
    text: string,
  ) {
    this.text = text;
    this.isAscii = isAscii;
    this.#reads = frame.reads;
    this.#tracked = [...new Set(frame.tracked)];
    this.#assigned = frame.assigned;
    this.#offsets = frame.offsets;
    this.#scopes = locals.length;
    this.#files = openFiles.length;
    this.#counted = recorder.source?.active === true;
  }

  /** Asks in the order in which the include would: up to the first other answer, nobody is asked who would not be. */
  holds(context: RenderContext): boolean {
    if (context.locals.length > this.#scopes || context.openFiles.length > this.#files) return false;
    if (!this.#counted && context.recorder.source?.active === true) return false;
    for (const { ask, seen } of this.#reads) if (!sameValue(ask(context), seen)) return false;
    return true;
  }

  /** Does what the include would do. */
  use(context: RenderContext): void {
    const { source } = context.recorder;
    if (source?.active === true) for (const read of this.#tracked) source.repeat(read);
    for (const [name, value] of this.#assigned) context.assign(name, value);
    for (const [loop, end] of this.#offsets) context.setOffset(loop, end);
    context.isAscii = this.isAscii;
    context.write(this.text);
  }
}

/** What the renderings of one template have made. */
export class Uses {
  readonly #template: Renderer;
  readonly #counts: IncludeCounts;
  #variants: Variant[] = [];
  #misses = 0;
  #resting = 0;

  constructor(template: Renderer, counts: IncludeCounts) {
    this.#template = template;
    this.#counts = counts;
  }

  /** Renders the template, or does without. */
  readonly render: Renderer = (context) => {
    // a row of `tablerow` goes on although the loop around it is being left: what it prints is cut short
    const isCut = context.interrupt !== 0;
    const found = isCut || this.#resting > 0 ? undefined : this.#find(context);
    if (found !== undefined) {
      this.#counts.reused++;
      found.use(context);
      return;
    }
    this.#counts.rendered++;
    if (!isCut && this.#records()) this.#record(context);
    else this.#template(context);
  };

  /** Whether the include is worth it; one that never reads the same twice rests most of the time. */
  #records(): boolean {
    if (this.#resting > 0) {
      this.#resting--;
      return false;
    }
    if (++this.#misses < mostMisses) return true;
    this.#variants = [];
    this.#misses = mostMisses - trial;
    this.#resting = rest;
    return false;
  }

  #find(context: RenderContext): Variant | undefined {
    const found = this.#variants.find((variant) => variant.holds(context));
    if (found === undefined) return undefined;
    this.#misses = 0;
    if (found !== this.#variants[0]) this.#keep(found);
    return found;
  }

  #record(context: RenderContext): void {
    const { recorder } = context;
    const before = context.out;
    const frame = recorder.open(context.locals.length);
    context.out = '';
    try {
      this.#template(context);
    } finally {
      recorder.close(frame);
    }
    const text = context.out;
    context.out = before;
    // a loop around it that is being left is left by each of its renderings
    if (frame.isReusable && context.interrupt === 0) this.#keep(new Variant(context, frame, text));
    context.write(text);
  }

  #keep(variant: Variant): void {
    const others = this.#variants.filter((other) => other !== variant);
    this.#variants = [variant, ...others.slice(0, mostVariants - 1)];
  }
}
