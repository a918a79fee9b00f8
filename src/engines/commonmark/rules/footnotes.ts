/** The option FOOTNOTES: `[^name]` in the text, `[^name]: …` anywhere, printed at the end in the order of their use. */

import type { MarkdownIt, Token } from 'markdown-it';

const REFERENCE = /\[\^([^\]\s]+)\]/y;
const DEFINITION = /^\[\^([^\]\s]+)\]:[ \t]*/;

interface Notes {
  /** The tokens of each definition, by its label in lower case. */
  readonly definitions: Map<string, Token[]>;
  /** Labels in the order of their first use. */
  readonly used: string[];
}

const NOTES = Symbol('footnotes');

export function addFootnotes(md: MarkdownIt): void {
  const notesOf = (env: Record<PropertyKey, unknown>): Notes => {
    env[NOTES] ??= { definitions: new Map(), used: [] } satisfies Notes;
    return env[NOTES] as Notes;
  };

  md.block.ruler.before(
    'reference',
    'footnote_definition',
    (state, startLine, endLine, silent) => {
      const start = state.bMarks[startLine]! + state.tShift[startLine]!;
      const match = DEFINITION.exec(state.src.slice(start, state.eMarks[startLine]));
      if (match === null || state.sCount[startLine]! - state.blkIndent > 3) return false;
      if (silent) return true;
      let next = startLine + 1;
      while (next < endLine && (state.isEmpty(next) || state.sCount[next]! >= 4)) next++;
      const lines = [state.src.slice(start + match[0].length, state.eMarks[startLine])];
      for (let line = startLine + 1; line < next; line++)
        lines.push(state.getLines(line, line + 1, 4, false));
      const tokens: Token[] = [];
      state.md.block.parse(lines.join('\n'), state.md, state.env, tokens);
      const { definitions } = notesOf(state.env);
      const label = match[1]!.toLowerCase();
      if (!definitions.has(label)) definitions.set(label, tokens);
      state.line = next;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );

  md.inline.ruler.before('link', 'footnote_reference', (state, silent) => {
    REFERENCE.lastIndex = state.pos;
    const match = REFERENCE.exec(state.src);
    const notes = notesOf(state.env);
    const label = match?.[1]?.toLowerCase() ?? '';
    if (match === null || !notes.definitions.has(label)) return false;
    if (!silent) {
      if (!notes.used.includes(label)) notes.used.push(label);
      state.push('footnote_reference', '', 0).meta = { number: notes.used.indexOf(label) + 1 };
    }
    state.pos = REFERENCE.lastIndex;
    return true;
  });

  md.core.ruler.after('inline', 'footnotes', (state) => {
    const { definitions, used } = notesOf(state.env);
    // a footnote may refer to another one: the list grows during the loop
    for (let at = 0; at < used.length; at++) {
      const tokens = definitions.get(used[at]!) ?? [];
      for (const token of tokens)
        if (token.type === 'inline')
          state.md.inline.parse(token.content, state.md, state.env, (token.children ??= []));
      const open = new state.Token('footnote_open', '', 1);
      open.meta = { number: at + 1 };
      const back = new state.Token('footnote_back', '', 0);
      back.meta = { number: at + 1 };
      const last = tokens.findLast(({ type }) => type === 'inline');
      if (tokens.at(-1)?.type === 'paragraph_close' && last !== undefined) last.children?.push(back);
      else tokens.push(back);
      state.tokens.push(open, ...tokens, new state.Token('footnote_close', '', -1));
    }
    if (used.length > 0) state.tokens.push(new state.Token('footnotes_end', '', 0));
  });

  const { rules } = md.renderer;
  rules.footnote_reference = (tokens, at) => {
    const number = String(tokens[at]?.meta?.number);
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
  };
  rules.footnote_open = (tokens, at) => {
    const number = String(tokens[at]?.meta?.number);
    return `${number === '1' ? '<section class="footnotes">\n<ol>\n' : ''}<li id="fn${number}">\n`;
  };
  rules.footnote_back = (tokens, at) =>
    ` <a href="#fnref${String(tokens[at]?.meta?.number)}" class="footnote-backref">↩</a>`;
  rules.footnote_close = () => '</li>\n';
  rules.footnotes_end = () => '</ol>\n</section>\n';
}
