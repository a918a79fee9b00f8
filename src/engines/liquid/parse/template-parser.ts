/** liquidjs's parser over Ruby's tokens: builds bodies of compiled nodes, and gathers every mistake of a template. */

import { type Liquid, Parser, Tag, type TagToken, type TopLevelToken, TypeGuards } from 'liquidjs';
import { nearest } from '../../../base/nearest.ts';
import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { leftStrip } from '../../../ruby/text.ts';
import type { Renderer } from '../context.ts';
import { fail, type Span, TemplateMistake } from '../errors.ts';
import type { Branch, CompiledTag, TagDefinition } from '../tag.ts';
import { BodyBuilder, type Node, textRenderer } from './body.ts';
import { encodedOutputRenderer, encodedTextRenderer, partOf } from './encoding.ts';
import { type Grammar, type Markup, MOST_SUGGESTIONS, oneLine } from './grammar.ts';
import { compileOutput } from './output.ts';
import { outputRenderer } from './print.ts';
import { placeOf, type TemplateSource, whereabouts } from './source.ts';
import { TagReader } from './tag-reader.ts';
import { LiquidTag, lineTags, type Rest, RubyTokenizer, spanOf } from './tokenizer.ts';

/** Ends the parsing of a template: further mistakes would not help. */
class EnoughSaid extends Error {}

const nothing: CompiledTag = { render: () => {}, blank: true };

interface OpenBlock {
  readonly name: string;
  readonly span: Span;
  readonly branches: readonly string[];
  readonly ignoreUnknown: boolean;
}

/** Makes the liquidjs tag class that compiles through a definition. */
export function tagClass(
  definition: TagDefinition,
): new (
  token: TagToken,
  rest: Rest,
  liquid: Liquid,
  parser: Parser,
) => Tag {
  return class extends CompiledNode {
    constructor(token: TagToken, rest: Rest, liquid: Liquid, parser: Parser) {
      if (!(token instanceof LiquidTag && parser instanceof TemplateParser))
        throw new TypeError('tags are parsed by the template parser alone');
      super(token, rest, liquid, parser.compileTag(definition, token, rest));
    }
  };
}

/** A compiled tag as a liquidjs tag; liquidjs's own `render` is never called. */
class CompiledNode extends Tag {
  readonly compiled: CompiledTag;
  constructor(token: TagToken, rest: Rest, liquid: Liquid, compiled: CompiledTag) {
    super(token, rest, liquid);
    this.compiled = compiled;
  }
  override render(): never {
    throw new TypeError('templates are rendered by their closures alone');
  }
}

export class TemplateParser extends Parser {
  readonly mistakes: Diagnostic[] = [];
  readonly #grammar: Grammar;
  readonly #deepest: number;
  readonly #tags: Liquid['tags'];
  readonly #liquid: Liquid;
  readonly #open: OpenBlock[] = [];
  readonly #definitions: ReadonlyMap<string, TagDefinition>;
  /** The next text loses the white space at its head: what `-%}` does. */
  #trimNext = false;

  constructor(
    liquid: Liquid,
    definitions: ReadonlyMap<string, TagDefinition>,
    grammar: Grammar,
    deepest: number,
  ) {
    super(liquid);
    this.#liquid = liquid;
    this.#tags = liquid.tags;
    this.#definitions = definitions;
    this.#grammar = grammar;
    this.#deepest = deepest;
  }

  /** Whether the encoding of what is rendered matters. */
  get #encodes(): boolean {
    return this.#grammar.dialect === 'jekyll-3';
  }

  get source(): TemplateSource {
    return this.#grammar.source;
  }

  /** The whole template. Mistakes are in `mistakes`; what is returned is of use only where there are none. */
  parseTemplate(): Renderer {
    const { text } = this.source;
    if (!text.includes('{%') && !text.includes('{{'))
      return this.#encodes ? encodedTextRenderer(text) : textRenderer(text);
    const rest = new RubyTokenizer(text).tokens().reverse();
    const body = new BodyBuilder(this.#encodes);
    try {
      for (let stray = this.#readBody(body, rest); stray !== undefined; stray = this.#readBody(body, rest))
        this.#strayTag(stray);
    } catch (stop) {
      if (!(stop instanceof EnoughSaid)) throw stop;
    }
    return body.build(false).render;
  }

  /** Tags and only tags: text and outputs are made into nodes by `readBody`. */
  override parseToken(token: TopLevelToken, rest: Rest): Tag {
    const Class = TypeGuards.isTagToken(token) ? this.#tags[token.name] : undefined;
    if (Class === undefined || !TypeGuards.isTagToken(token)) throw new TypeError('not a registered tag');
    return new Class(token, rest, this.#liquid, this);
  }

  /** Reads nodes until a tag that is not known by itself; that tag, or undefined at the end. */
  #readBody(body: BodyBuilder, rest: Rest): LiquidTag | undefined {
    for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
      if (token instanceof LiquidTag) {
        this.#trimBefore(body, token);
        if (token.name === 'liquid' && this.#grammar.dialect === 'jekyll-4') {
          this.#readLines(body, token);
          continue;
        }
        const node = this.#readTag(token, rest);
        if (node === undefined) {
          if (this.#passesOver(token)) continue;
          return token;
        }
        body.nodes.push(node);
      } else if (TypeGuards.isOutputToken(token)) {
        this.#trimBefore(body, token);
        body.nodes.push(this.#readOutput(token));
      } else this.#readText(body, token);
    }
    return undefined;
  }

  /** Whether an unknown tag is left out: where that is allowed, and no open block ends or branches with it. */
  #passesOver({ name, begin, end }: LiquidTag): boolean {
    const { onUnknownTag } = this.#grammar;
    if (onUnknownTag === undefined || branchNames.has(name)) return false;
    if (this.#open.some((block) => `end${block.name}` === name || block.branches.includes(name)))
      return false;
    const ends = name.startsWith('end') ? name.slice(3) : undefined;
    if (ends !== undefined && this.#definitions.has(ends)) return false;
    // the end tag of a block that is left out is left out as well
    if (ends === undefined)
      onUnknownTag(name, placeOf(this.source, { offset: begin, length: end - begin }), this.#nearest(name));
    return true;
  }

  #trimBefore(body: BodyBuilder, token: TopLevelToken): void {
    if (token.input[token.begin] !== '{') return;
    if (token.input[token.begin + 2] === '-') body.trimEnd();
    this.#trimNext = token.input[token.end - 3] === '-';
  }

  #readText(body: BodyBuilder, token: TopLevelToken): void {
    const text = token.input.slice(token.begin, token.end);
    const open = text.startsWith('{%') ? '{%' : text.startsWith('{{') ? '{{' : undefined;
    if (open === undefined) {
      body.addText(this.#trimNext ? leftStrip(text) : text);
      this.#trimNext = false;
      return;
    }
    const span = { offset: token.begin, length: Math.min(text.trimEnd().length, 40) };
    const close = open === '{%' ? '%}' : '}}';
    this.#note(() => fail(liquidMessages.unterminatedTag, { open, close }, span));
  }

  #readOutput(token: TopLevelToken): Node {
    const inner = token.input.slice(token.begin + 2, token.end - 2);
    const lead = inner.startsWith('-') ? 1 : 0;
    const text = inner.length > lead && inner.endsWith('-') ? inner.slice(lead, -1) : inner.slice(lead);
    const markup = { text, offset: token.begin + 2 + lead };
    const span = { offset: token.begin, length: token.end - token.begin };
    const printer = this.#encodes ? encodedOutputRenderer : outputRenderer;
    const render = this.#note(() => printer(compileOutput(markup, this.#grammar), span));
    return { render: render ?? nothing.render, blank: false, part: 'inner' };
  }

  /** The node of a known tag; undefined for another. */
  #readTag(token: LiquidTag, rest: Rest): Node | undefined {
    if (this.#tags[token.name] === undefined || !this.#definitions.has(token.name)) return undefined;
    const node = this.parseToken(token, rest);
    if (!(node instanceof CompiledNode)) return undefined;
    const blank = node.compiled.blank ?? false;
    const isBlock = this.#definitions.get(token.name)?.block !== undefined;
    return { render: node.compiled.render, blank, part: partOf(token.name, isBlock && blank) };
  }

  #readLines(body: BodyBuilder, token: LiquidTag): void {
    const lines = lineTags(token.input, token.markup, token.markupOffset).reverse();
    const open = this.#open.splice(0);
    while (lines.length > 0) {
      const tags: Rest = [];
      while (lines.length > 0) {
        const line = lines.at(-1);
        if (!(line instanceof LiquidTag)) break;
        tags.push(line);
        lines.pop();
      }
      tags.reverse();
      for (let tag = this.#readBody(body, tags); tag !== undefined; tag = this.#readBody(body, tags))
        this.#strayTag(tag);
      const line = lines.pop();
      if (line === undefined || line instanceof LiquidTag) continue;
      const name = line.line.trim();
      const span = { offset: line.at, length: line.line.length };
      this.#note(() => fail(liquidMessages.unknownTag, { name, nearest: this.#nearest(name) }, span));
    }
    this.#open.push(...open);
  }

  /** Compiles a tag; where that fails the mistake is noted, and a block is read to its end all the same. */
  compileTag(definition: TagDefinition, token: LiquidTag, rest: Rest): CompiledTag {
    const tag = new TagReader(definition, token, rest, this);
    const compiled = this.#note(() => definition.compile(tag));
    if (definition.block !== undefined) this.#note(() => tag.finish());
    if (compiled === undefined) return nothing;
    return {
      render: compiled.render,
      blank: compiled.blank ?? (definition.block !== undefined && tag.bodiesBlank),
    };
  }

  /** The branches of a block up to its end tag. */
  readBranches(definition: TagDefinition, token: LiquidTag, rest: Rest): Branch[] {
    const span = spanOf(token);
    if (this.#open.length >= this.#deepest) {
      this.#note(() => fail(liquidMessages.tooDeep, { depth: this.#deepest }, span));
      throw new EnoughSaid();
    }
    const { branches = [], ignoreUnknown = false } = definition.block ?? {};
    const block: OpenBlock = { name: token.name, span, branches, ignoreUnknown };
    const end = `end${token.name}`;
    const parts: { tag: LiquidTag; body: BodyBuilder }[] = [
      { tag: token, body: new BodyBuilder(this.#encodes) },
    ];
    this.#open.push(block);
    try {
      while (true) {
        const found = this.#readBody(parts.at(-1)!.body, rest);
        if (found === undefined) return fail(liquidMessages.unclosedTag, { name: token.name }, span);
        if (found.name === end) break;
        if (branches.includes(found.name)) parts.push({ tag: found, body: new BodyBuilder(this.#encodes) });
        else if (!ignoreUnknown && this.#strayTag(found)) {
          // A misspelt end tag, or the end of a block around this one: this block is treated as ended here.
          if (this.#closesOuter(found.name)) rest.push(found);
          break;
        }
      }
    } finally {
      this.#open.pop();
    }
    const silent = parts.every(({ body }) => body.blank) && silentBlocks.has(token.name);
    return parts.map(({ tag, body }) => ({
      name: tag.name,
      markup: tag.markup,
      markupOffset: tag.markupOffset,
      span: spanOf(tag),
      body: body.build(silent),
    }));
  }

  /** The text up to the end tag, where Ruby's `raw` finds it. */
  readRaw(token: LiquidTag, rest: Rest): string {
    const from = token.end;
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const text = next.input.slice(next.begin, next.end);
      const at = endOfRaw(text, `end${token.name}`);
      if (at !== undefined) return next.input.slice(from, next.begin + at);
    }
    return fail(liquidMessages.unclosedTag, { name: token.name }, spanOf(token));
  }

  /** Reports a misplaced tag; true where it is meant to end the innermost block. */
  #strayTag(tag: LiquidTag): boolean {
    const { name } = tag;
    const block = this.#open.at(-1);
    const span = spanOf(tag);
    const isEnd = name.startsWith('end');
    const near = this.#nearest(name, this.#endings());
    this.#note(() => {
      if (block !== undefined && isEnd) {
        const openLine = placeOf(this.source, block.span).line;
        fail(
          liquidMessages.wrongEnd,
          { found: name, open: block.name, openLine, nearest: `end${block.name}` },
          span,
        );
      }
      if (isEnd || branchNames.has(name))
        fail(liquidMessages.strayEnd, { found: name, nearest: near === name ? undefined : near }, span);
      fail(liquidMessages.unknownTag, { name, nearest: near }, span);
    });
    return block !== undefined && isEnd;
  }

  #closesOuter(name: string): boolean {
    return this.#open.slice(0, -1).some((block) => `end${block.name}` === name);
  }

  #nearest(name: string, others: readonly string[] = []): string | undefined {
    if (this.mistakes.length >= MOST_SUGGESTIONS) return undefined;
    return nearest(name, [...others, ...this.#definitions.keys()]);
  }

  /** Names that may stand here beside those of tags: the end and the branches of the open block. */
  #endings(): string[] {
    const block = this.#open.at(-1);
    return block === undefined ? [] : [`end${block.name}`, ...block.branches];
  }

  /** Runs a part of parsing; a mistake in it is kept and undefined returned. */
  #note<T>(part: () => T): T | undefined {
    try {
      return part();
    } catch (mistake) {
      if (!(mistake instanceof TemplateMistake)) throw mistake;
      this.mistakes.push(
        mistake.toDiagnostic(whereabouts(this.source, mistake.span ?? { offset: 0, length: 1 })),
      );
      return undefined;
    }
  }

  get grammar(): Grammar {
    return this.#grammar;
  }

  /** A template inside of a tag's markup, such as the name of `{% include {{ x }}.html %}`. */
  parseInner(markup: Markup): Renderer {
    const source: TemplateSource = { ...this.source, text: markup.text };
    const span = { offset: markup.offset, length: markup.text.length };
    const { warnings } = this.#grammar;
    const known = warnings.length;
    const parser = new TemplateParser(
      this.#liquid,
      this.#definitions,
      { ...this.#grammar, source },
      this.#deepest,
    );
    const render = parser.parseTemplate();
    const [first] = parser.mistakes;
    if (first !== undefined)
      fail(
        liquidMessages.tagSyntax,
        { tag: 'include', markup: oneLine(markup.text), expected: '{{ name }}' },
        span,
      );
    const { place } = whereabouts(this.source, span);
    for (let at = known; at < warnings.length; at++) warnings[at] = { ...warnings[at]!, place };
    return (context) => context.standingIn(span, render);
  }
}

const branchNames: ReadonlySet<string> = new Set(['else', 'elsif', 'when']);

/** Blocks that print no white space where all of their branches are blank. */
const silentBlocks: ReadonlySet<string> = new Set(['if', 'unless', 'for', 'case']);

/** Where in a token's text the end tag of `raw` begins: the last `{%` there must be its own. */
function endOfRaw(text: string, end: string): number | undefined {
  if (!text.endsWith('%}')) return undefined;
  for (
    let at = text.lastIndexOf('{%', text.length - 4);
    at >= 0;
    at = at === 0 ? -1 : text.lastIndexOf('{%', at - 1)
  ) {
    const word = /^\{%[ \t\n\v\f\r]*(\w+)/.exec(text.slice(at));
    if (word !== null) return word[1] === end ? at : undefined;
  }
  return undefined;
}
