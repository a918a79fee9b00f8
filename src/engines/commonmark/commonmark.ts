/** CommonMark as `markdown: CommonMark` and `CommonMarkGhPages` have it: markdown-it's preset, printing as cmark-gfm does. */

import MarkdownIt from 'markdown-it';
import type { Highlighter } from '../../ports/highlighter.ts';
import { printCode } from './rules/code-block.ts';
import { addAutolinks, addStrikethrough, addTables, addTagFilter, addTaskLists } from './rules/extensions.ts';
import { addFootnotes } from './rules/footnotes.ts';
import { addHeadingIds } from './rules/heading-ids.ts';
import { leaveOutHtml } from './rules/raw-html.ts';
import { limitReferences } from './rules/reference-limit.ts';
import { addSmartPunctuation } from './rules/smart.ts';
import type { CommonMarkSettings } from './settings.ts';

export interface CommonMark {
  render(text: string): string;
}

/** @param headingIds as GitHub Pages adds them */
export function createCommonMark(
  { options, extensions }: CommonMarkSettings,
  headingIds: boolean,
  highlighter: Highlighter | undefined,
): CommonMark {
  const md = new MarkdownIt('commonmark', {
    html: true,
    xhtmlOut: true,
    breaks: options.has('HARDBREAKS'),
    linkify: extensions.has('autolink'),
  });
  limitReferences(md);
  md.renderer.rules.fence = (tokens, at) => printCode(tokens[at]!, options, highlighter);
  md.renderer.rules.code_block = (tokens, at) => printCode(tokens[at]!, options, highlighter);
  if (options.has('NOBREAKS')) md.renderer.rules.softbreak = () => ' ';
  if (options.has('SMART')) addSmartPunctuation(md);
  if (options.has('FOOTNOTES')) addFootnotes(md);
  if (extensions.has('table')) addTables(md, options.has('TABLE_PREFER_STYLE_ATTRIBUTES'));
  if (extensions.has('strikethrough')) addStrikethrough(md);
  if (extensions.has('autolink')) addAutolinks(md);
  if (extensions.has('tasklist')) addTaskLists(md);
  if (headingIds) addHeadingIds(md);
  if (!options.has('UNSAFE')) leaveOutHtml(md);
  else if (extensions.has('tagfilter')) addTagFilter(md);
  return { render: (text) => md.render(text, {}) };
}
