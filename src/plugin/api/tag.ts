/** Public: the short way to write tags and filters; most plugins need no more of the engine. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Globals, RenderContext, type Renderer } from '../../engines/liquid/context.ts';
import type { Span } from '../../engines/liquid/errors.ts';
import { type FilterDefinition, filter } from '../../engines/liquid/filter.ts';
import { locateAt, locateNested } from '../../engines/liquid/locate-mistakes.ts';
import type { Expression, TagDefinition, TagSource } from '../../engines/liquid/tag.ts';
import { noFiles, type SiteFiles } from '../../ports/source-files.ts';
import { toText } from '../../ruby/print.ts';
import { Drop, type RubyHash, type Value } from '../../ruby/values.ts';

/** What a filter sees of the page that it is called in. */
export interface FilterCall {
  /** `page`, whatever is named so inside of the template. */
  readonly page: Value;
  /** `site`, likewise. */
  readonly site: Value;
  /** A setting of the configuration. */
  setting(name: string): Value;
  /** What a template would print for a value. */
  print(value: Value): string;
  /** Files of the source folder. What a page read of them decides whether it is rendered again. */
  readonly files: SiteFiles;
}

/** A tag at its place in a page, while that is rendered. */
export interface TagCall extends FilterCall {
  /** What stands between the tag's name and `%}`, without white space around it. */
  readonly markup: string;
  /** The value of an output expression: `liquid('site.title | default: "x" | xml_escape')`. */
  liquid(expression: string): Value;
  /** The text of a template: `template(call.markup)` where the markup may hold `{{ page.author }}`. */
  template(text: string): string;
  /**
   * Renders the text of a layout (without the layouts around it), or a text of the plugin's, with variables beside
   * `page`, `site` and the other ones around a page; what it assigns is forgotten.
   */
  render(template: { readonly layout: string } | { readonly text: string }, variables: RubyHash): string;
  /** Whether the site has a layout of this name. */
  hasLayout(name: string): boolean;
  /** Reports something that does not stop the page, at this place or another one. */
  report(diagnostic: Omit<Diagnostic, 'trail'>): void;
  /** What `step` gives; mistakes in it are about a key of a document's front matter: `about(page, 'date', () => …)`. */
  about<Result>(page: Value, key: string, step: () => Result): Result;
  /** Calls a filter by its name: `filter('truncate', title, 20)`. */
  filter(name: string, input: Value, ...args: readonly Value[]): Value;
  /**
   * Texts that last from here to the end of the build, by keys that begin with the plugin's name. Whoever finds one is
   * rendered again when it has changed; a page that is not rendered again still leaves what it left before.
   */
  readonly kept: { get(key: string): string | undefined; set(key: string, text: string): void };
  /** The rendered text between the tag and its end tag; empty for a tag without one. */
  readonly inner: string;
}

/** A tag without an end tag; `render` gives the text that it prints. Call `refuse` for markup that it can't read. */
export function defineTag(name: string, render: (call: TagCall) => string): TagDefinition {
  return { name, compile: (tag) => compile(tag, () => '', render) };
}

/** A tag that ends with `{% end<name> %}`; `call.inner` is the rendered text between the two. */
export function defineBlock(name: string, render: (call: TagCall) => string): TagDefinition {
  return {
    name,
    block: {},
    compile(tag) {
      const [body] = tag.branches();
      const inner = (context: RenderContext) => (body === undefined ? '' : context.capture(body.body.render));
      return compile(tag, inner, render);
    },
  };
}

/** A filter: `run(input, arguments, call)`. At most so many arguments as `most` says. */
export function defineFilter(
  run: (input: Value, args: readonly Value[], call: FilterCall) => Value,
  most = 8,
): FilterDefinition {
  return filter(0, most, (input, args, context) => run(input, args, callOf(context)));
}

function callOf(context: RenderContext): FilterCall {
  return {
    page: context.share.globals.get('page'),
    site: context.share.globals.get('site'),
    setting: (key) => context.host.site.setting(key),
    print: toText,
    files: context.host.site.files ?? noFiles,
  };
}

function compile(
  tag: TagSource,
  innerOf: (context: RenderContext) => string,
  render: (call: TagCall) => string,
): { render: Renderer } {
  const expressionOf = remembered((text): Expression => tag.output(text));
  const templateOf = remembered((text): Renderer => tag.template(text));
  return {
    render(context) {
      const inner = innerOf(context);
      context.here = tag.span;
      const own = callOf(context);
      const call: TagCall = {
        page: own.page,
        site: own.site,
        setting: own.setting,
        print: own.print,
        files: own.files,
        kept: context.host.kept,
        markup: tag.markup.trim(),
        inner,
        liquid: (text) => context.standingIn(tag.span, expressionOf(text).evaluate),
        template: (text) => (text.includes('{') ? context.capture(templateOf(text)) : text),
        render: (template, variables) => renderApart(context, tag, template, variables),
        hasLayout: (name) => context.host.site.layout?.(name) !== undefined,
        report: (diagnostic) =>
          context.host.report(
            diagnostic.place === undefined ? { ...diagnostic, ...context.at(tag.span) } : diagnostic,
          ),
        about: (page, key, step) => locateAt(context, () => context.host.site.placeOfKey?.(page, key), step),
        filter: (name, input, ...args) =>
          callFilter(context, tag.span, expressionOf(filterExpression(name, args.length)), input, args),
      };
      context.write(render(call));
    },
  };
}

function renderApart(
  context: RenderContext,
  tag: TagSource,
  template: { readonly layout: string } | { readonly text: string },
  variables: RubyHash,
): string {
  const { place } = context.at(tag.span);
  const source =
    'layout' in template
      ? context.host.site.layout?.(template.layout)
      : { file: tag.source.file, text: template.text, startLine: place.line, at: () => place };
  if (source === undefined) return '';
  const { share } = context;
  const globals = new Overlay(variables, share.globals);
  const way = { kind: 'layout', place } as const;
  const trail = 'layout' in template ? [way, ...context.trail] : context.trail;
  const inner = new RenderContext({ ...share, globals, counters: new Map() }, source, trail, context);
  return locateNested(inner, () => {
    const loaded = share.load(source);
    inner.reportWarnings(loaded);
    loaded.render(inner);
    return inner.out;
  });
}

/** Variables over those around a page. */
class Overlay extends Drop {
  readonly #own: RubyHash;
  readonly #around: Globals;
  constructor(own: RubyHash, around: Globals) {
    super();
    this.#own = own;
    this.#around = around;
  }
  override get(key: string): Value {
    return this.#own.has(key) ? this.#own.get(key) : this.#around.get(key);
  }
  override has(key: string): boolean {
    return this.#own.has(key) || this.#around.has(key);
  }
  override keys(): readonly string[] {
    return [...new Set([...this.#own.keys(), ...this.#around.keys()].map(String))];
  }
}

/** The names that a filter's values have while it is called: no template can write them. */
const INPUT = 'filter-input';
const argument = (at: number): string => `filter-argument-${at}`;

function filterExpression(name: string, count: number): string {
  const names = Array.from({ length: count }, (_, at) => argument(at));
  return `${INPUT} | ${name}${count === 0 ? '' : `: ${names.join(', ')}`}`;
}

function callFilter(
  context: RenderContext,
  span: Span,
  expression: Expression,
  input: Value,
  args: readonly Value[],
): Value {
  const scope = new Map<string, Value>([[INPUT, input]]);
  for (const [at, value] of args.entries()) scope.set(argument(at), value);
  context.pushScope(scope);
  try {
    return context.standingIn(span, expression.evaluate);
  } finally {
    context.locals.pop();
  }
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    let found = made.get(text);
    if (found === undefined) {
      found = make(text);
      made.set(text, found);
    }
    return found;
  };
}
