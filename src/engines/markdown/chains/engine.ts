/**
 * Makes a markdown-it parser for kramdown: the `zero` preset, its three chains filled from order.ts, and the tree that
 * they make of a document printed.
 */

import MarkdownIt, { type Ruler } from 'markdown-it';
import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import type { Highlighter } from '../../../ports/highlighter.ts';
import { type BlockChain, type BlockChainName, BlockState, type Chains, runBlocks } from '../block/state.ts';
import { updateGfmElements } from '../gfm/elements.ts';
import { printDocument } from '../html/print-document.ts';
import { nextOf, nextSpecial } from '../span/next-special.ts';
import type { SpanChainName, SpanRule } from '../span/state.ts';
import { replaceAbbreviations } from '../tree/abbreviations.ts';
import type { Document } from '../tree/document.ts';
import type { Options } from '../tree/options.ts';
import { ANY } from '../tree/scan.ts';
import { fullTextOf, parseTexts, plainTextOf, type RawTextOf } from '../tree/spans.ts';
import {
  type BlockOrder,
  blockOrder,
  type CoreRuleName,
  coreOrder,
  disabledRules,
  type Entry,
  type Input,
  type SpanOrder,
  spanOrder,
} from './order.ts';

/** markdown-it's rulers, typed for the rules of this engine and their arguments. */
interface Rulers {
  readonly core: Ruler<[Document], void>;
  readonly block: Ruler<[BlockState, boolean], boolean>;
  readonly span: Ruler<Parameters<SpanRule>, boolean>;
}

export interface Engine {
  readonly chains: Chains;
  render(doc: Document): string;
}

export function createEngine(input: Input, options: Options, highlighter: Highlighter | undefined): Engine {
  const md = new MarkdownIt('zero');
  const rulers = { core: md.core.ruler, block: md.block.ruler, span: md.inline.ruler } as unknown as Rulers;
  const blocks = blockOrder(input, options);
  const spans = spanOrder(input);
  for (const { name, rule, also } of blocks) rulers.block.push(own(name), rule, { alt: [...(also ?? [])] });
  for (const { name, rule, also } of spans) rulers.span.push(own(name), rule, { alt: [...(also ?? [])] });
  rulers.block.enableOnly(blocks.map(({ name }) => own(name)));
  rulers.span.enableOnly(spans.map(({ name }) => own(name)));
  rulers.span.disable(disabledRules(input, options).map(own), true);

  const chains = chainsOf(rulers, blocks, spans);
  const work = createPasses(input, options, chains);
  for (const name of coreOrder) rulers.core.push(own(name), work[name]);
  rulers.core.enableOnly(coreOrder.map(own));
  const passes = rulers.core.getRules('');

  return {
    chains,
    render(doc) {
      for (const pass of passes) pass(doc);
      return printDocument(doc, highlighter);
    },
  };
}

/** The name of a rule, distinct from markdown-it's own `list` or `table`. */
function own(name: string): string {
  return `kramdown_${name}`;
}

function chainsOf({ block, span }: Rulers, blockOrder: BlockOrder, spanOrder: SpanOrder): Chains {
  const blocks = (name: BlockChainName): BlockChain => byCharacter(block.getRules(name), blockOrder);
  const spans = (name: SpanChainName) => byCharacter(span.getRules(name), spanOrder);
  return {
    block: {
      '': blocks(''),
      paragraph: blocks('paragraph'),
      lazy: blocks('lazy'),
      codeblock: blocks('codeblock'),
      'list-line': blocks('list-line'),
      boundary: blocks('boundary'),
    },
    span: {
      '': { rulesAt: spans(''), next: nextSpecial },
      html: { rulesAt: spans('html'), next: nextOf('<') },
      code: { rulesAt: spans('code'), next: nextOf('`') },
      'code-html': { rulesAt: spans('code-html'), next: nextOf('`', '<') },
    },
  };
}

/** A chain's rules by the code of the character that they may start with; under ANY those for characters beyond ASCII. */
function byCharacter<Rule>(rules: readonly Rule[], order: readonly Entry<Rule>[]): Rule[][] {
  const starts = new Map(order.map((entry) => [entry.rule, entry.starts]));
  return Array.from({ length: ANY + 1 }, (_, code) =>
    rules.filter((rule) => starts.get(rule)?.includes(String.fromCharCode(code)) ?? true),
  );
}

/** What each pass does. */
function createPasses(
  input: Input,
  initial: Options,
  chains: Chains,
): Readonly<Record<CoreRuleName, (doc: Document) => void>> {
  const rawTextOf = (doc: Document): RawTextOf => {
    if (input === 'GFM') return fullTextOf;
    return doc.options.auto_id_stripping ? plainTextOf : undefined;
  };
  return {
    blocks: (doc) => runBlocks(new BlockState(doc, chains, doc.source, doc.root, 0)),
    spans: (doc) => parseTexts(doc, chains.span, doc.root, rawTextOf(doc)),
    abbreviations: (doc) => replaceAbbreviations(doc, doc.root),
    footnotes: (doc) => finishFootnotes(doc, chains, rawTextOf(doc)),
    gfm: (doc) => {
      if (input === 'GFM') updateGfmElements(doc, initial.hard_wrap);
    },
  };
}

function finishFootnotes(doc: Document, { span }: Chains, rawTextOf: RawTextOf): void {
  for (const { content } of doc.footnotes.values()) {
    parseTexts(doc, span, content, rawTextOf);
    replaceAbbreviations(doc, content);
  }
  for (const [name, footnote] of doc.footnotes)
    if (!footnote.used) doc.warn(markdownMessages.unusedFootnote, { name }, footnote.outer, footnote.offset);
}
