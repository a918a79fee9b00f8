/** The Liquid engine: liquidjs reads templates, closures render them by Ruby's rules. The only `new Liquid(…)` is here. */

import { Liquid } from 'liquidjs';
import { liquidMessages } from '../../diagnostics/catalogue/engines/liquid.ts';
import { type Diagnostic, DiagnosticError, diagnose, type TrailStep } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Value } from '../../ruby/values.ts';
import {
  type Counters,
  type Evaluate,
  type Globals,
  type LoadedTemplate,
  RenderContext,
  type Renderer,
  type RenderShare,
} from './context.ts';
import type { LiquidDialect } from './dialect.ts';
import { fail } from './errors.ts';
import { strictCondition } from './expression/condition.ts';
import { GrammarMistake } from './expression/lexer.ts';
import type { FilterDefinition } from './filter.ts';
import { filtersOf } from './filters/all.ts';
import type { Host } from './host.ts';
import { locateMistakes, NO_FILE } from './locate-mistakes.ts';
import { type ErrorMode, type Grammar, oneLine } from './parse/grammar.ts';
import { compileOutput } from './parse/output.ts';
import { placeOf, type TemplateSource } from './parse/source.ts';
import { TemplateParser, tagClass } from './parse/template-parser.ts';
import { defaultLimits, type Limits } from './render/limits.ts';
import { Recorder } from './reuse/recorder.ts';
import { type IncludeCounts, Uses } from './reuse/uses.ts';
import type { TagDefinition } from './tag.ts';
import { tagsOf } from './tags/all.ts';

/** Jekyll's `liquid:` settings, limits, and additions by plugins. */
export interface LiquidOptions {
  /** `jekyll-4` where absent. */
  readonly dialect?: LiquidDialect | undefined;
  /** `liquid.error_mode`; `warn` where absent, as in Jekyll. */
  readonly errorMode?: ErrorMode | undefined;
  readonly strictFilters?: boolean | undefined;
  readonly strictVariables?: boolean | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** `blank?` of a value, where a gem of the site brings it; absent, nothing is `== blank`. */
  readonly isBlank?: ((value: Value) => boolean) | undefined;
  /** Unknown tags are left out with one warning per name, instead of ending the page. */
  readonly passUnknownTags?: boolean | undefined;
  /** Tags of plugins; one by a built-in name takes its place. */
  readonly tags?: readonly TagDefinition[] | undefined;
  readonly filters?: Iterable<readonly [name: string, definition: FilterDefinition]> | undefined;
  /** Whether an include is rendered once for all pages on which it reads the same; true where absent. */
  readonly reuseIncludes?: boolean | undefined;
  /** The ports of every render without ports of its own. */
  readonly host: Host;
}

/** What one render works with. */
export interface RenderScope {
  readonly globals: Globals;
  /** What `increment` counts, for all renders that go on from one another; absent, for this one alone. */
  readonly counters?: Counters | undefined;
  /** Ports that differ from the engine's for this page. */
  readonly host?: Partial<Host> | undefined;
  /** How the template was reached: the page that a layout wraps. */
  readonly trail?: readonly TrailStep[] | undefined;
}

export interface LiquidTemplate {
  readonly source: TemplateSource;
  /** Found while parsing; each render reports them again, so that a stored result can replay them. */
  readonly warnings: readonly Diagnostic[];
  /** Throws `DiagnosticError` where Jekyll aborts. */
  render(scope: RenderScope): string;
  /** The same, with what Ruby knows of the text. */
  rendering(scope: RenderScope): Rendering;
}

/** A rendered text. */
export interface Rendering {
  readonly text: string;
  /** Whether it is in US-ASCII to Ruby: only in the dialect `jekyll-3`, where nothing but ASCII stands behind a part that is empty or no text. */
  readonly isAscii: boolean;
}

export interface LiquidEngine {
  /** Throws `DiagnosticError` with all mistakes of the template. The same text of the same file is parsed once. */
  parse(source: TemplateSource): LiquidTemplate;
  /** The value of an output expression (`input | absolute_url`). Throws `DiagnosticError`, without a place. */
  evaluate(expression: string, scope: RenderScope): Value;
  /** Whether a tag of this name needs an end tag. */
  isBlock(name: string): boolean;
  /** How often includes were rendered, and how often that was not needed. */
  readonly includes: Readonly<IncludeCounts>;
  readonly tagNames: readonly string[];
  readonly filterNames: readonly string[];
}

/** Parsed templates that one engine keeps before it forgets the oldest. */
const mostTemplates = 20_000;

export function createLiquid(options: LiquidOptions): LiquidEngine {
  const {
    dialect = 'jekyll-4',
    errorMode = 'warn',
    strictFilters = false,
    strictVariables = false,
  } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  // Without a locale it opens Intl, which takes 10 ms; its own date filters are not used.
  const liquid = new Liquid({ locale: 'en-US' });
  const definitions = new Map<string, TagDefinition>();
  for (const definition of [...tagsOf(dialect), ...(options.tags ?? []).map(uncachedTag)]) {
    definitions.set(definition.name, definition);
    liquid.registerTag(definition.name, tagClass(definition));
  }
  const added = Array.from(options.filters ?? [], ([name, added]) => [name, uncachedFilter(added)] as const);
  const filters = new Map([...filtersOf(dialect), ...added]);
  const counts: IncludeCounts = { rendered: 0, reused: 0 };
  // an unknown name ends the page there, at its own place
  const reuses = options.reuseIncludes !== false && !strictVariables;
  const passed = new Set<string>();
  const onUnknownTag: Grammar['onUnknownTag'] = (name, place, near) => {
    if (passed.has(name)) return;
    passed.add(name);
    options.host.report(diagnose(liquidMessages.unknownTagIgnored, { name, nearest: near }, { place }));
  };
  const grammarOf = (source: TemplateSource): Grammar => ({
    ...(options.passUnknownTags === true ? { onUnknownTag } : {}),
    source,
    dialect,
    mode: errorMode,
    strictFilters,
    filters,
    warnings: [],
    warnedOf: new Set(),
  });
  const known = new Map<string, LoadedTemplate>();

  const load = (source: TemplateSource): LoadedTemplate => {
    const key = `${source.file}\0${source.startLine}`;
    const found = known.get(key);
    if (found?.source.text === source.text) return found;
    const grammar = grammarOf(source);
    const parser = new TemplateParser(liquid, definitions, grammar, limits.depth);
    const render = parseGuarded(parser);
    if (parser.mistakes.length > 0) throw new DiagnosticError(parser.mistakes);
    const include = reuses ? new Uses(render, counts).render : render;
    const template = { source, render, warnings: grammar.warnings, include };
    if (known.size >= mostTemplates) known.delete(known.keys().next().value!);
    known.set(key, template);
    return template;
  };

  const includes = new WeakMap<SourceText, LoadedTemplate>();
  const loadInclude = (text: SourceText | TemplateSource): LoadedTemplate => {
    let template = includes.get(text);
    if (template === undefined) {
      template = load({
        file: text.file,
        text: text.text,
        startLine: 'startLine' in text ? text.startLine : 1,
        at: 'at' in text ? text.at : undefined,
      });
      includes.set(text, template);
    }
    return template;
  };

  const compiled = new Map<string, Evaluate>();
  const compile = (kind: 'condition' | 'output', text: string): Evaluate => {
    const key = `${kind} ${text}`;
    let evaluate = compiled.get(key);
    if (evaluate === undefined) {
      const own = compileText(kind, text, grammarOf({ file: NO_FILE, text, startLine: 1 }));
      evaluate = (context) => context.standingIn(context.here, own);
      if (compiled.size >= mostTemplates) compiled.clear();
      compiled.set(key, evaluate);
    }
    return evaluate;
  };

  // the recorder of the current render; renders can be nested
  let running: Recorder<RenderContext> | undefined;
  const forbidReuse = (): void => running?.forbidReuse();
  const host: Host = { ...options.host, ...withoutReuse(options.host, forbidReuse) };
  const renderIn = (context: RenderContext, template: LoadedTemplate): string => {
    const before = running;
    running = context.recorder;
    try {
      return renderGuarded(template, context);
    } finally {
      running = before;
    }
  };

  const contextOf = (source: TemplateSource, scope: RenderScope): RenderContext => {
    const share: RenderShare = {
      host: scope.host === undefined ? host : { ...host, ...withoutReuse(scope.host, forbidReuse) },
      recorder: new Recorder(options.host.reads),
      modes: { strictVariables, strictFilters, isBlank: options.isBlank, limits },
      globals: scope.globals,
      counters: scope.counters ?? new Map(),
      load: loadInclude,
      compile,
    };
    const context = new RenderContext(share, source, scope.trail);
    context.openFiles.push(source.file);
    return context;
  };

  return {
    parse: (source) => {
      const template = load(source);
      return {
        source,
        warnings: template.warnings,
        render: (scope) => renderIn(contextOf(source, scope), template),
        rendering(scope) {
          const context = contextOf(source, scope);
          const text = renderIn(context, template);
          return { text, isAscii: context.isAscii && isAsciiText(text) };
        },
      };
    },
    evaluate(expression, scope) {
      const context = contextOf({ file: NO_FILE, text: expression, startLine: 1 }, scope);
      return locateMistakes(context, () => compile('output', expression)(context));
    },
    isBlock: (name) => definitions.get(name)?.block !== undefined,
    includes: counts,
    tagNames: [...definitions.keys()],
    filterNames: [...filters.keys()],
  };
}

function isAsciiText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** What a plugin's tag reads or keeps is unknown, so that an include with one is not reused. */
function uncachedTag(definition: TagDefinition): TagDefinition {
  return {
    ...definition,
    compile(tag) {
      const compiled = definition.compile(tag);
      return {
        ...compiled,
        render(context) {
          context.recorder.forbidReuse();
          compiled.render(context);
        },
      };
    },
  };
}

function uncachedFilter({ takes, run }: FilterDefinition): FilterDefinition {
  return {
    takes,
    run(input, args, context) {
      context.recorder.forbidReuse();
      return run(input, args, context);
    },
  };
}

/** Diagnostics belong to their page and random numbers differ: an include with either is not reused. */
function withoutReuse<Ports extends Partial<Host>>(ports: Ports, forbidReuse: () => void): Ports {
  const { report, random } = ports;
  return {
    ...ports,
    ...(report && {
      report(diagnostic: Diagnostic) {
        forbidReuse();
        report(diagnostic);
      },
    }),
    ...(random && {
      random() {
        forbidReuse();
        return random();
      },
    }),
  };
}

/** The text of `where_exp`'s condition, or of `group_by_exp`'s value with filters. */
function compileText(kind: 'condition' | 'output', text: string, grammar: Grammar): Evaluate {
  const markup = { text, offset: 0 };
  try {
    const { evaluate } =
      kind === 'condition'
        ? strictCondition(markup, true, grammar.dialect === 'jekyll-3')
        : compileOutput(markup, { ...grammar, mode: 'lax' });
    return evaluate;
  } catch (mistake) {
    if (!(mistake instanceof GrammarMistake)) throw mistake;
    const facts = { markup: oneLine(text), reason: mistake.reason, used: undefined };
    return fail({ ...liquidMessages.malformed, severity: 'error' }, facts);
  }
}

/** V8's stack overflows on some hostile templates before the engine's limits are reached. */
function parseGuarded(parser: TemplateParser): Renderer {
  try {
    return parser.parseTemplate();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const place = placeOf(parser.source, { offset: 0, length: 1 });
    throw new DiagnosticError([diagnose(liquidMessages.tooDeep, { depth: defaultLimits.depth }, { place })]);
  }
}

/** Mistakes become diagnostics with their place and trail; so do V8's limits of text and stack. */
function renderGuarded(template: LoadedTemplate, context: RenderContext): string {
  return locateMistakes(context, () => {
    context.reportWarnings(template);
    template.render(context);
    return context.out;
  });
}
