/** The state of one render: scopes, output, loops and the place that is being rendered. */

import { nearest } from '../../base/nearest.ts';
import { liquidMessages } from '../../diagnostics/catalogue/engines/liquid.ts';
import type { Diagnostic, TrailStep } from '../../diagnostics/diagnostic.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import { type Drop, isNil, type RubyHash, type Value } from '../../ruby/values.ts';
import { fail, type Span } from './errors.ts';
import type { Host } from './host.ts';
import { placeOf, type TemplateSource } from './parse/source.ts';
import { checkLength, Deadline, type Limits } from './render/limits.ts';
import { type ForloopDrop, LoopDrop } from './render/loop-drop.ts';
import { foundIn, type Recorder } from './reuse/recorder.ts';

/** Writes a node to the context's output. */
export type Renderer = (context: RenderContext) => void;

/** Computes a value. */
export type Evaluate = (context: RenderContext) => Value;

/** The variables around a template: `site`, `page`, `layout`, `content`. */
export type Globals = RubyHash | Drop;

/** Numbers by name that outlive a render. */
export interface Counters {
  readonly size: number;
  has(name: string): boolean;
  get(name: string): Value;
  set(name: string, value: Value): unknown;
}

export interface RenderModes {
  readonly strictVariables: boolean;
  readonly strictFilters: boolean;
  /** `blank?` of a value; absent where Ruby has no such method, and nothing is `== blank`. */
  readonly isBlank: ((value: Value) => boolean) | undefined;
  readonly limits: Limits;
}

/** What a render shares with those that it includes. */
export interface RenderShare {
  readonly host: Host;
  readonly modes: RenderModes;
  readonly globals: Globals;
  /** What `increment` and `decrement` count. */
  readonly counters: Counters;
  /** An include begins in line 1, a text that says so elsewhere. */
  readonly load: (source: SourceText | TemplateSource) => LoadedTemplate;
  /** Records what includes read, so that a later page can reuse their output. */
  readonly recorder: Recorder<RenderContext>;
  /** Compiles the expression that a filter is given as text (`where_exp`, `group_by_exp`). */
  readonly compile: (kind: 'condition' | 'output', text: string) => Evaluate;
}

/** A parsed template, as the engine and the include tags see it. */
export interface LoadedTemplate {
  readonly source: TemplateSource;
  readonly render: Renderer;
  readonly warnings: readonly Diagnostic[];
  /** The same where it is included: an earlier rendering that would read the same may take its place. */
  readonly include: Renderer;
}

/** Set by `break` and `continue`, looked at by every body and loop. */
export const interrupts = { none: 0, break: 1, continue: 2 } as const;

const noTrail: readonly TrailStep[] = [];

/** The key of a name that is read as a whole. */
const WHOLE = Symbol('whole');
/** The kinds of what is read by other names than variables'. */
const OFFSETS = 'offset of loop';
const SILENT = 'silence in';

export class RenderContext {
  /** What has been written so far. */
  out = '';
  interrupt: number = interrupts.none;
  /** Whether what was rendered last would be US-ASCII to Ruby but for its characters. Kept in the dialect `jekyll-3` alone. */
  isAscii = false;
  /** What is being rendered now, for errors. */
  here: Span = { offset: 0, length: 1 };
  /** The place of all that is wrong in an expression whose own text is not that of the template. */
  standIn: Span | undefined;
  source: TemplateSource;
  readonly share: RenderShare;
  readonly recorder: Recorder<RenderContext>;
  /** Where the last name was found: the number of its scope, or one of `foundIn`. */
  foundAt: number = foundIn.globals;
  readonly deadline: Deadline;
  /** What `assign` and `capture` set, by way of `assign`. */
  readonly assigns = new Map<string, Value>();
  /** Scopes of loops and includes, the innermost last. */
  readonly locals: Map<string, Value>[] = [];
  /** The includes that lead here, each with the place of its tag, the innermost last. */
  readonly includes: TrailStep[] = [];
  /** The names of those files, to distinguish a cycle from deep nesting. */
  readonly openFiles: string[] = [];
  /** The loops that are being walked, the innermost last. */
  readonly loops: ForloopDrop[] = [];
  #offsets: Map<string, number> | undefined;
  #registers: Map<unknown, unknown> | undefined;
  readonly #outerTrail: readonly TrailStep[];
  readonly #reported: Set<string>;

  constructor(
    share: RenderShare,
    source: TemplateSource,
    trail: readonly TrailStep[] = noTrail,
    parent?: RenderContext,
  ) {
    this.share = share;
    this.recorder = share.recorder;
    // what a nested context reads is not recorded on its own
    if (parent !== undefined) this.recorder.forbidReuse();
    this.source = source;
    this.#outerTrail = trail;
    this.#reported = parent === undefined ? new Set() : parent.#reported;
    this.deadline = parent?.deadline ?? new Deadline(share.host.clock, share.modes.limits);
  }

  get host(): Host {
    return this.share.host;
  }

  get limits(): Limits {
    return this.share.modes.limits;
  }

  /** State of tags during one render, each under its own key. An include whose tags use it is not reused. */
  get registers(): Map<unknown, unknown> {
    this.recorder.forbidReuse();
    return (this.#registers ??= new Map());
  }

  /** The value of a name: scopes from the innermost out, then counters, then globals. */
  find(name: string): Value {
    const value = this.look(name);
    const { recorder } = this;
    if (recorder.frame !== undefined) {
      const levels = recorder.outside(name, this.foundAt);
      // the value gives access to all the loops around it
      if (value instanceof LoopDrop) recorder.forbidReuse();
      recorder.noteOnce(levels, name, WHOLE, value, (later) => later.find(name));
    }
    return value;
  }

  /** As `find`, but nothing is recorded; `foundAt` says where the value is from. */
  look(name: string): Value {
    const { locals, assigns } = this;
    for (let i = locals.length - 1; i >= 0; i--) {
      const scope = locals[i]!;
      const value = scope.get(name);
      if (value !== undefined || scope.has(name)) {
        this.foundAt = i;
        return value;
      }
    }
    const value = assigns.get(name);
    if (value !== undefined || assigns.has(name)) {
      this.foundAt = foundIn.assigns;
      return value;
    }
    this.foundAt = foundIn.globals;
    const { counters, globals } = this.share;
    if (counters.size > 0 && counters.has(name)) return counters.get(name);
    return globals.get(name);
  }

  /** Sets a variable for the rest of the template. */
  assign(name: string, value: Value): void {
    this.assigns.set(name, value);
    this.recorder.frame?.assigned.set(name, value);
  }

  /** Where a loop of this name has ended, for `offset: continue`. */
  offsetOf(loop: string): number | undefined {
    const end = this.#offsets?.get(loop);
    const { recorder } = this;
    const levels = recorder.levels((frame) => !frame.offsets.has(loop));
    recorder.noteOnce(levels, OFFSETS, loop, end, (later) => later.offsetOf(loop));
    return end;
  }

  setOffset(loop: string, end: number): void {
    (this.#offsets ??= new Map()).set(loop, end);
    this.recorder.frame?.offsets.set(loop, end);
  }

  /** As `find`, but an unknown name ends the render under `strict_variables`. */
  findStrictly(name: string, span: Span | undefined): Value {
    const value = this.find(name);
    if (isNil(value) && !this.knows(name)) this.undefinedVariable(name, name, span);
    return value;
  }

  knows(name: string): boolean {
    const { counters, globals } = this.share;
    return (
      this.locals.some((scope) => scope.has(name)) ||
      this.assigns.has(name) ||
      counters.has(name) ||
      globals.has(name)
    );
  }

  /** Ends the render: `strict_variables` forbids an unknown name. */
  undefinedVariable(name: string, whole: string, span: Span | undefined): never {
    this.fail(liquidMessages.undefinedVariable, { name: whole, nearest: nearest(name, this.names()) }, span);
  }

  /** Warns of an unknown name, once per render and file. */
  warnUndefined(name: string, span: Span): void {
    const { file } = this.source;
    if (this.isSilent(name, file)) return;
    this.#reported.add(`undefined ${name} ${file}`);
    const facts = { name, nearest: nearest(name, this.names()) };
    this.host.report(diagnose(liquidMessages.undefinedVariable, facts, this.at(span)));
  }

  /** Whether a name without a value needs no warning: it is known, or was reported for the file. */
  isSilent(name: string, file: string): boolean {
    const silent = this.#reported.has(`undefined ${name} ${file}`) || this.knows(name);
    const { recorder } = this;
    if (recorder.frame !== undefined) {
      this.look(name);
      const levels = recorder.outside(name, this.foundAt);
      recorder.noteOnce(levels, `${SILENT} ${file}`, name, silent, (later) => later.isSilent(name, file));
    }
    return silent;
  }

  /** Reports the warnings of a template that comes into use, once a render. */
  reportWarnings(template: LoadedTemplate): void {
    if (template.warnings.length === 0) return;
    this.recorder.forbidReuse();
    if (this.#reported.has(`file ${template.source.file}`)) return;
    this.#reported.add(`file ${template.source.file}`);
    const { trail } = this;
    for (const warning of template.warnings)
      this.host.report(trail.length === 0 ? warning : { ...warning, trail });
  }

  *names(): Generator<string> {
    for (const scope of this.locals) yield* scope.keys();
    yield* this.assigns.keys();
    const { globals } = this.share;
    for (const key of globals.keys()) if (typeof key === 'string') yield key;
  }

  /** Runs `body` with a scope of its own. */
  withScope(scope: Map<string, Value>, body: () => void): void {
    this.pushScope(scope);
    body();
    this.locals.pop();
  }

  pushScope(scope: Map<string, Value>): void {
    this.locals.push(scope);
    if (this.locals.length + 1 > this.limits.depth)
      fail(liquidMessages.tooDeep, { depth: this.limits.depth });
  }

  write(text: string): void {
    this.out += text;
    if (this.out.length > this.limits.output)
      checkLength(this.out.length, this.limits, 'the page', this.limits.output);
  }

  /** Returns what `render` writes instead of writing it. */
  capture(render: Renderer): string {
    const before = this.out;
    this.out = '';
    render(this);
    const text = this.out;
    this.out = before;
    return text;
  }

  /** Runs `step` with one place for all mistakes in it. A mistake leaves the place as it is, for whoever reports it. */
  standingIn<T>(span: Span, step: (context: RenderContext) => T): T {
    const before = this.standIn;
    this.standIn = before ?? span;
    const result = step(this);
    this.standIn = before;
    return result;
  }

  get trail(): readonly TrailStep[] {
    return this.includes.length === 0
      ? this.#outerTrail
      : [...this.includes.toReversed(), ...this.#outerTrail];
  }

  at(span: Span): { place: ReturnType<typeof placeOf>; trail: readonly TrailStep[] } {
    return { place: placeOf(this.source, this.standIn ?? span), trail: this.trail };
  }

  fail<Facts>(row: Parameters<typeof fail<Facts>>[0], facts: Facts, span?: Span): never {
    return fail(row.severity === 'error' ? row : { ...row, severity: 'error' }, facts, span);
  }
}
