/**
 * The order of the rules, and the only place where it is decided: each input's block and span chains, what may interrupt
 * what, and which rules an option leaves out. Filled into markdown-it's rulers by engine.ts.
 */

import { abbreviationDefinition } from '../block/abbreviation-definition.ts';
import { createAtxHeader } from '../block/atx-header.ts';
import { blankLine } from '../block/blank-line.ts';
import { blockquote } from '../block/blockquote.ts';
import { codeblock } from '../block/codeblock.ts';
import { definitionList } from '../block/definition-list.ts';
import { eobMarker } from '../block/eob-marker.ts';
import { extensionBlock } from '../block/extension-block.ts';
import { createFencedCodeblock } from '../block/fenced-codeblock.ts';
import { footnoteDefinition } from '../block/footnote-definition.ts';
import { horizontalRule } from '../block/horizontal-rule.ts';
import { htmlBlock } from '../block/html-block.ts';
import { linkDefinition } from '../block/link-definition.ts';
import { list } from '../block/list.ts';
import { mathBlock } from '../block/math-block.ts';
import { paragraph } from '../block/paragraph.ts';
import { setextHeader } from '../block/setext-header.ts';
import type { BlockChainName, BlockRule } from '../block/state.ts';
import { table } from '../block/table.ts';
import { textLine } from '../block/text-line.ts';
import { strikethrough } from '../gfm/strikethrough.ts';
import { withTasks } from '../gfm/task-list.ts';
import { autolink } from '../span/autolink.ts';
import { codespan } from '../span/codespan.ts';
import { emphasis } from '../span/emphasis.ts';
import { entity } from '../span/entity.ts';
import { createEscapedChar, ESCAPABLE } from '../span/escaped-char.ts';
import { extensionSpan } from '../span/extension-span.ts';
import { footnoteMarker } from '../span/footnote-marker.ts';
import { htmlSpan } from '../span/html-span.ts';
import { inlineMath } from '../span/inline-math.ts';
import { lineBreak } from '../span/line-break.ts';
import { link } from '../span/link.ts';
import { smartQuotes } from '../span/smart-quotes.ts';
import type { SpanChainName, SpanRule } from '../span/state.ts';
import { typographicSymbol } from '../span/typographic-symbol.ts';
import type { Options } from '../tree/options.ts';

export type Input = 'kramdown' | 'GFM' | 'SmartyPants';

export interface Entry<Rule, Chain = string> {
  readonly name: string;
  readonly rule: Rule;
  /** The other chains that the rule is in, in the same order. */
  readonly also?: readonly Chain[];
  /** The characters that the rule may start with, for blocks after up to three spaces; absent for any. */
  readonly starts?: string;
}

export type BlockOrder = readonly Entry<BlockRule, BlockChainName>[];
export type SpanOrder = readonly Entry<SpanRule, SpanChainName>[];

const WHITE_SPACE = ' \t\n\v\f\r';
const LIST_MARKERS = '*+-0123456789';

const kramdownBlocks: BlockOrder = [
  { name: 'blank_line', rule: blankLine, also: ['paragraph', 'lazy', 'boundary'], starts: WHITE_SPACE },
  { name: 'codeblock', rule: codeblock, starts: ' \t' },
  { name: 'codeblock_fenced', rule: createFencedCodeblock({ backticks: false, indent: 0 }), starts: '~' },
  { name: 'blockquote', rule: blockquote, starts: '>' },
  { name: 'atx_header', rule: createAtxHeader({ space: false, anywhere: false }), starts: '#' },
  { name: 'horizontal_rule', rule: horizontalRule, starts: '*-_' },
  { name: 'list', rule: list, starts: LIST_MARKERS },
  { name: 'definition_list', rule: definitionList, also: ['paragraph'], starts: ':' },
  { name: 'block_html', rule: htmlBlock, also: ['paragraph', 'lazy', 'codeblock', 'list-line'], starts: '<' },
  { name: 'setext_header', rule: setextHeader },
  { name: 'block_math', rule: mathBlock, starts: '$\\' },
  { name: 'table', rule: table },
  { name: 'footnote_definition', rule: footnoteDefinition, starts: '[' },
  { name: 'link_definition', rule: linkDefinition, starts: '[' },
  { name: 'abbrev_definition', rule: abbreviationDefinition, starts: '*' },
  {
    name: 'block_extensions',
    rule: extensionBlock,
    also: ['paragraph', 'lazy', 'codeblock', 'list-line', 'boundary'],
    starts: '{',
  },
  { name: 'eob_marker', rule: eobMarker, also: ['paragraph', 'lazy', 'codeblock', 'boundary'], starts: '^' },
  { name: 'paragraph', rule: paragraph },
];

const kramdownSpans: SpanOrder = [
  { name: 'emphasis', rule: emphasis, starts: '*_' },
  { name: 'codespan', rule: codespan, also: ['code', 'code-html'], starts: '`' },
  { name: 'autolink', rule: autolink, starts: '<' },
  { name: 'span_html', rule: htmlSpan, also: ['html', 'code-html'], starts: '<' },
  { name: 'footnote_marker', rule: footnoteMarker, starts: '[' },
  { name: 'link', rule: link, starts: '[!' },
  { name: 'smart_quotes', rule: smartQuotes },
  { name: 'inline_math', rule: inlineMath, starts: '$' },
  { name: 'span_extensions', rule: extensionSpan, starts: '{' },
  { name: 'html_entity', rule: entity, starts: '&' },
  { name: 'typographic_syms', rule: typographicSymbol, starts: '-.<> \\' },
  { name: 'line_break', rule: lineBreak, starts: ' \\' },
  { name: 'escaped_chars', rule: createEscapedChar(ESCAPABLE), starts: '\\' },
];

/** What GFM puts in the place of kramdown's rules. With `paragraph_end` more of them interrupt a paragraph. */
function gfmBlocks(paragraphEnd: boolean): BlockOrder {
  const also: readonly BlockChainName[] = paragraphEnd ? ['paragraph'] : [];
  const own: BlockOrder = [
    {
      name: 'codeblock_fenced',
      rule: createFencedCodeblock({ backticks: true, indent: 3 }),
      also,
      starts: '~`',
    },
    { name: 'blockquote', rule: blockquote, also, starts: '>' },
    { name: 'atx_header', rule: createAtxHeader({ space: true, anywhere: paragraphEnd }), also, starts: '#' },
    { name: 'list', rule: withTasks(list), also, starts: LIST_MARKERS },
  ];
  return kramdownBlocks.map((entry) => own.find(({ name }) => name === entry.name) ?? entry);
}

const gfmSpans: SpanOrder = [
  ...kramdownSpans.filter(({ name }) => name !== 'escaped_chars'),
  { name: 'escaped_chars', rule: createEscapedChar(`${ESCAPABLE}~`), starts: '\\' },
  { name: 'strikethrough', rule: strikethrough, starts: '~' },
];

/** Jekyll's SmartyPants: each line is text, and only quotes, symbols, entities and HTML mean anything. */
const smartyPantsBlocks: BlockOrder = [
  { name: 'block_html', rule: htmlBlock, starts: '<' },
  { name: 'text_line', rule: textLine },
];
const smartyPantsSpans: SpanOrder = [
  { name: 'smart_quotes', rule: smartQuotes },
  { name: 'html_entity', rule: entity, starts: '&' },
  { name: 'typographic_syms', rule: typographicSymbol, starts: '-.<> \\' },
  { name: 'span_html', rule: htmlSpan, also: ['html'], starts: '<' },
];

export function blockOrder(input: Input, options: Options): BlockOrder {
  if (input === 'SmartyPants') return smartyPantsBlocks;
  return input === 'GFM' ? gfmBlocks(options.gfm_quirks.includes('paragraph_end')) : kramdownBlocks;
}

export function spanOrder(input: Input): SpanOrder {
  if (input === 'SmartyPants') return smartyPantsSpans;
  return input === 'GFM' ? gfmSpans : kramdownSpans;
}

/** The rules that an input's options leave out. */
export function disabledRules(input: Input, options: Options): readonly string[] {
  if (input !== 'GFM') return [];
  const disabled: string[] = [];
  if (options.hard_wrap) disabled.push('line_break');
  if (options.gfm_quirks.includes('no_auto_typographic')) disabled.push('typographic_syms');
  return disabled;
}

/** The passes over a document, which are markdown-it's core chain. */
export const coreOrder = ['blocks', 'spans', 'abbreviations', 'footnotes', 'gfm'] as const;
export type CoreRuleName = (typeof coreOrder)[number];
