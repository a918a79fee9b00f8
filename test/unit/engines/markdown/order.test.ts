import { describe, expect, it } from 'vitest';
import { BlockState } from '../../../../src/engines/markdown/block/state.ts';
import { createEngine } from '../../../../src/engines/markdown/chains/engine.ts';
import { blockOrder, type Input, spanOrder } from '../../../../src/engines/markdown/chains/order.ts';
import { SpanState } from '../../../../src/engines/markdown/span/state.ts';
import { Document } from '../../../../src/engines/markdown/tree/document.ts';
import { readOptions } from '../../../../src/engines/markdown/tree/options.ts';
import { Source } from '../../../../src/engines/markdown/tree/source.ts';

const options = readOptions({}, () => {});
const inputs: readonly Input[] = ['kramdown', 'GFM', 'SmartyPants'];
const characters = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), 'é', '😀'];
/** What makes something of a character that stands before it. */
const blockTails = ['', ' x\n', '\n', ' \n', '-- \n', '~~\nx\n~~~\n', '``\nx\n```\n', 'div>\n', '$x$$\n\n'];
blockTails.push('$$x$$\n\n', '^1]: x\n', 'x]: y\n', ':x}\n', '[x]: y\n', '. x\n', 'x\n---\n');
const spanTails = [
  '',
  'x*',
  'x_',
  'x`',
  'b>',
  '^1]',
  'x](y)',
  '[x](y)',
  '$x$$',
  ':x}',
  'amp;',
  'http:x>',
  '- ',
  '..',
  '<< ',
];
spanTails.push('> ', '>>', ' \nx', '\\\nx', '*', '~x~~');

describe.each(inputs)('in the order of %s', (input) => {
  const { chains } = createEngine(input, options, undefined);
  const documentOf = (text: string) => new Document(new Source(text), options, undefined);

  it.each(blockOrder(input, options))('block rule $name starts with what it says', ({ rule, starts }) => {
    const found = new Set<string>();
    for (const character of characters)
      for (const indent of ['', ' ', '   ', '    ', '\t'])
        for (const tail of blockTails)
          for (const silent of [true, false]) {
            const doc = documentOf(indent + character + tail);
            const state = new BlockState(doc, chains, doc.source, doc.root, 0);
            state.measure();
            const start = String.fromCharCode(state.code);
            if (rule(state, silent)) found.add(start);
          }
    expect(found.size).toBeGreaterThan(0);
    expect([...found].filter((start) => starts?.includes(start) === false)).toEqual([]);
  });

  it.each(spanOrder(input))('span rule $name starts with what it says', ({ rule, starts }) => {
    const found = new Set<string>();
    for (const character of characters)
      for (const tail of spanTails) {
        const doc = documentOf(character + tail);
        if (rule(new SpanState(doc, chains.span, doc.source, doc.root))) found.add(character);
      }
    expect(found.size).toBeGreaterThan(0);
    expect([...found].filter((start) => starts?.includes(start) === false)).toEqual([]);
  });
});
