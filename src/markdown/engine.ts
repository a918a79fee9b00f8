/** Makes a markdown-it that speaks kramdown: the `zero` preset, its three chains filled from order.ts, one rule that prints the tree. */

import MarkdownIt, { type Env, type Ruler, type StateCore } from 'markdown-it';
import { markdownMessages } from '../base/catalogue/markdown.ts';
import type { Highlighter } from '../base/highlighter.ts';
import { type BlockRule, BlockState, runBlocks } from './block/state.ts';
import { updateGfmElements } from './gfm/elements.ts';
import { printDocument } from './html/print-document.ts';
import type { Options } from './options.ts';
import {
  blockOrder,
  type CoreRuleName,
  coreOrder,
  disabledRules,
  type Input,
  type SpanOrder,
  spanOrder,
} from './order.ts';
import { nextOf, nextSpecial } from './span/next-special.ts';
import { ANY, type SpanRule } from './span/state.ts';
import { replaceAbbreviations } from './tree/abbreviations.ts';
import { type Chains, Document } from './tree/document.ts';
import { fullTextOf, parseTexts, plainTextOf, type RawTextOf } from './tree/spans.ts';

const DOCUMENT = Symbol('document');

/** markdown-it's rulers for rules of our own: the states that they are given are ours. */
interface Rulers {
  readonly block: Ruler<[BlockState, boolean], boolean>;
  readonly span: Ruler<Parameters<SpanRule>, boolean>;
}

export interface Engine {
  readonly chains: Chains;
  render(doc: Document): string;
}

export function createEngine(input: Input, options: Options, highlighter: Highlighter | undefined): Engine {
  const md = new MarkdownIt('zero');
  const rulers = { block: md.block.ruler, span: md.inline.ruler } as unknown as Rulers;
  const blocks = blockOrder(input, options);
  const spans = spanOrder(input);
  for (const { name, rule, also } of blocks) rulers.block.push(own(name), rule, { alt: [...(also ?? [])] });
  for (const { name, rule, also } of spans) rulers.span.push(own(name), rule, { alt: [...(also ?? [])] });
  rulers.block.enableOnly(blocks.map(({ name }) => own(name)));
  rulers.span.enableOnly(spans.map(({ name }) => own(name)));
  rulers.span.disable(disabledRules(input, options).map(own), true);

  const passes = createPasses(input, options);
  for (const name of coreOrder) md.core.ruler.push(own(name), passes[name]);
  md.core.ruler.enableOnly(coreOrder.map(own));
  md.renderer.rules.kramdown = (_tokens, _index, _options, env) =>
    printDocument(documentIn(env), highlighter);

  return {
    chains: chainsOf(rulers, spans),
    render: (doc) => md.render(doc.source.text, { [DOCUMENT]: doc }),
  };
}

/** The name of a rule of ours, apart from markdown-it's own `list` or `table`. */
function own(name: string): string {
  return `kramdown_${name}`;
}

function chainsOf({ block, span }: Rulers, spans: SpanOrder): Chains {
  const blocks = (name: string): readonly BlockRule[] => block.getRules(name);
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
      '': { rulesAt: byCharacter(span.getRules(''), spans), next: nextSpecial },
      html: { rulesAt: byCharacter(span.getRules('html'), spans), next: nextOf('<') },
      code: { rulesAt: byCharacter(span.getRules('code'), spans), next: nextOf('`') },
      'code-html': { rulesAt: byCharacter(span.getRules('code-html'), spans), next: nextOf('`<') },
    },
  };
}

/** A chain's rules by the code of the character that they may start with. */
function byCharacter(rules: readonly SpanRule[], spans: SpanOrder): SpanRule[][] {
  const starts = new Map(spans.map((entry) => [entry.rule, entry.starts]));
  return Array.from({ length: ANY + 1 }, (_, code) =>
    rules.filter((rule) => starts.get(rule)?.includes(String.fromCharCode(code)) ?? true),
  );
}

function documentIn(env: Env | undefined): Document {
  const doc = env?.[DOCUMENT];
  if (!(doc instanceof Document)) throw new TypeError('The engine was not given a document');
  return doc;
}

/** What each pass does; each gets the document from markdown-it's environment. */
function createPasses(
  input: Input,
  initial: Options,
): Readonly<Record<CoreRuleName, (state: StateCore) => void>> {
  const pass = (work: (doc: Document) => void) => (state: StateCore) => work(documentIn(state.env));
  const rawTextOf = (doc: Document): RawTextOf => {
    if (input === 'GFM') return fullTextOf;
    return doc.options.auto_id_stripping ? plainTextOf : undefined;
  };
  return {
    blocks: pass((doc) => runBlocks(new BlockState(doc, doc.source, doc.root, 0))),
    spans: pass((doc) => parseTexts(doc, doc.root, rawTextOf(doc))),
    abbreviations: pass((doc) => replaceAbbreviations(doc, doc.root)),
    footnotes: pass((doc) => {
      for (const { content } of doc.footnotes.values()) {
        parseTexts(doc, content, rawTextOf(doc));
        replaceAbbreviations(doc, content);
      }
      for (const [name, footnote] of doc.footnotes)
        if (!footnote.used)
          doc.warn(markdownMessages.unusedFootnote, { name }, footnote.outer, footnote.offset);
    }),
    gfm: pass((doc) => {
      if (input === 'GFM') updateGfmElements(doc, initial.hard_wrap);
    }),
    output: (state) => {
      state.tokens.push(new state.Token('kramdown', '', 0));
    },
  };
}
