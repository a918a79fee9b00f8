/** GitHub's extensions of CommonMark. */

import type { MarkdownIt } from 'markdown-it';

/** `| a | b |`, with the alignment in an attribute of its own unless styles are preferred. */
export function addTables(md: MarkdownIt, styles: boolean): void {
  md.enable('table');
  md.core.ruler.push('table_alignment', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const side = /text-align:\s*(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
      if (side === undefined) continue;
      token.attrs = [styles ? ['style', `text-align: ${side}`] : ['align', side]];
    }
  });
}

/** `~~text~~`. */
export function addStrikethrough(md: MarkdownIt): void {
  md.enable('strikethrough');
  md.renderer.rules.s_open = () => '<del>';
  md.renderer.rules.s_close = () => '</del>';
}

/** Links URLs with a scheme or `www.` and mail addresses, not other text that looks like a domain. */
export function addAutolinks(md: MarkdownIt): void {
  md.enable('linkify');
  md.linkify.set({ fuzzyLink: true, fuzzyEmail: true });
  const match = md.linkify.match.bind(md.linkify);
  // an empty list where nothing is left: the rule has asked before whether there is any, and takes no null
  md.linkify.match = (text) =>
    (match(text) ?? []).filter(
      ({ schema, raw }) => /^(?:https?:|ftp:|mailto:)$/.test(schema) || /^www\./i.test(raw),
    );
}

/** `- [ ] open`, `- [x] done`. */
export function addTaskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', (state) => {
    for (const [at, token] of state.tokens.entries()) {
      const text = state.tokens[at + 2]?.children?.[0];
      if (token.type !== 'list_item_open' || text?.type !== 'text') continue;
      const box = /^\[([ xX])\][ \t]+/.exec(text.content);
      if (box === null) continue;
      text.content = text.content.slice(box[0].length);
      token.meta = { checked: box[1] !== ' ' };
    }
  });
  md.renderer.rules.list_item_open = (tokens, at, options, _env, renderer) => {
    const opening = renderer.renderToken(tokens, at, options);
    const meta: unknown = tokens[at]?.meta;
    if (typeof meta !== 'object' || meta === null || !('checked' in meta)) return opening;
    const state = meta.checked === true ? 'checked="" disabled=""' : 'disabled=""';
    return opening.replace('>', `><input type="checkbox" ${state} />`);
  };
}

const FILTERED =
  /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?:[\s/>]|$))/gi;

/** Escapes the tags that would change how the rest of the page is parsed. */
export function addTagFilter(md: MarkdownIt): void {
  const filtered = (text: string) => text.replace(FILTERED, '&lt;');
  md.renderer.rules.html_block = (tokens, at) => filtered(tokens[at]?.content ?? '');
  md.renderer.rules.html_inline = (tokens, at) => filtered(tokens[at]?.content ?? '');
}
