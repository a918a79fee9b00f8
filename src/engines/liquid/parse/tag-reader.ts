/** What a tag's definition is given to compile: the tag as it stands, with readers for its markup and its body. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import type { Renderer } from '../context.ts';
import { fail, type Span } from '../errors.ts';
import { laxCondition, strictCondition } from '../expression/condition.ts';
import { parseExpression } from '../expression/expression.ts';
import type { Branch, TagDefinition, TagSource } from '../tag.ts';
import { type Grammar, type Markup, oneLine, readMarkup } from './grammar.ts';
import { compileOutput } from './output.ts';
import type { TemplateSource } from './source.ts';
import { type LiquidTag, type Rest, spanOf } from './tokenizer.ts';

/** The parser, as a tag needs it. */
export interface TagParser {
  readonly source: TemplateSource;
  readonly grammar: Grammar;
  readBranches(definition: TagDefinition, token: LiquidTag, rest: Rest): readonly Branch[];
  readRaw(token: LiquidTag, rest: Rest): string;
  parseInner(markup: Markup): Renderer;
}

export class TagReader implements TagSource {
  readonly name: string;
  readonly markup: string;
  readonly markupOffset: number;
  readonly span: Span;
  readonly source: TemplateSource;
  readonly #definition: TagDefinition;
  readonly #token: LiquidTag;
  readonly #rest: Rest;
  readonly #parser: TagParser;
  #read = false;
  bodiesBlank = true;

  constructor(definition: TagDefinition, token: LiquidTag, rest: Rest, parser: TagParser) {
    this.name = token.name;
    this.markup = token.markup;
    this.markupOffset = token.markupOffset;
    this.span = spanOf(token);
    this.source = parser.source;
    this.#definition = definition;
    this.#token = token;
    this.#rest = rest;
    this.#parser = parser;
  }

  readonly branches = (): readonly Branch[] => {
    this.#read = true;
    const found = this.#parser.readBranches(this.#definition, this.#token, this.#rest);
    this.bodiesBlank = found.every(({ body }) => body.blank);
    return found;
  };

  readonly rawBody = (): string => {
    this.#read = true;
    const text = this.#parser.readRaw(this.#token, this.#rest);
    this.bodiesBlank = text === '';
    return text;
  };

  /** Reads a body that the tag has not asked for, so that its end tag is not taken for another's. */
  finish(): void {
    if (this.#read) return;
    if (this.#definition.block?.raw === true) this.rawBody();
    else this.branches();
  }

  #at(markup: string, offset?: number): Markup {
    return { text: markup, offset: offset ?? this.markupOffset };
  }

  readonly expression: TagSource['expression'] = (markup, offset) => {
    const at = this.#at(markup, offset);
    return parseExpression(markup, { offset: at.offset, length: Math.max(1, markup.length) });
  };

  readonly output: TagSource['output'] = (markup, offset) =>
    compileOutput(this.#at(markup, offset), this.#parser.grammar);

  readonly condition: TagSource['condition'] = (markup, offset) => {
    const at = this.#at(markup, offset);
    return readMarkup(
      this.#parser.grammar,
      at,
      () => strictCondition(at),
      () =>
        laxCondition(at) ??
        fail(
          liquidMessages.tagSyntax,
          { tag: this.name, markup: oneLine(markup), expected: `{% ${this.name} page.title == "Home" %}` },
          this.span,
        ),
    );
  };

  readonly template: TagSource['template'] = (text, offset) =>
    this.#parser.parseInner(this.#at(text, offset));

  readonly read: TagSource['read'] = (strict, lax) =>
    readMarkup(this.#parser.grammar, this.#at(this.markup), strict, lax);

  readonly refuse: TagSource['refuse'] = (expected) =>
    fail(liquidMessages.tagSyntax, { tag: this.name, markup: oneLine(this.markup), expected }, this.span);
}
