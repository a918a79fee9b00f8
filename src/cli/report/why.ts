/** `--why`: which documents were rendered, and what had changed of all that they read. */

import type { Reason, Rendered } from '../../graph/tasks.ts';

/** Rows of `--why` before the rest is only counted. */
const MOST = 200;

export function whyText(rendered: readonly Rendered[], reused: number): string {
  const rows = documentsOf(rendered).map(({ file, reason, spoilt }) => {
    const kept = spoilt === undefined || spoilt === 'failed' ? '' : ` (never kept: it ${spoilt})`;
    return `  ${file}: ${reasonText(reason)}${kept}\n`;
  });
  const rest = rows.length > MOST ? `  and ${rows.length - MOST} more\n` : '';
  const head =
    rows.length === 0
      ? 'Nothing had to be rendered'
      : `Rendered ${rows.length} ${rows.length === 1 ? 'document' : 'documents'}`;
  return `${head}; ${reused} ${reused === 1 ? 'result' : 'results'} of an earlier build still held.\n${rows.slice(0, MOST).join('')}${rest}`;
}

/** A row a document: what its content was made anew for goes for its page, too; excerpts are part of what shows them. */
export function documentsOf(rendered: readonly Rendered[]): readonly Rendered[] {
  const contents = new Set(rendered.map(({ file }) => file).filter((file) => file.startsWith('content ')));
  return rendered
    .filter(({ file }) => !file.startsWith('excerpt ') && !contents.has(`content ${file}`))
    .map((row) => ({ ...row, file: row.file.replace(/^content /, '') }));
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'new':
      return 'there is no result of an earlier build';
    case 'changed':
      return 'it has changed itself';
    case 'read':
      return `${nodeText(reason.node)} has changed`;
  }
}

/** What a node is, in the words of those who write templates. */
export function nodeText(node: string): string {
  const [kind = '', a = '', b = ''] = node.split('\0');
  switch (kind) {
    case 'f':
      return a.startsWith('file:') ? `\`${b}\` of the file ${a.slice(5)}` : `${fieldText(b)} of ${a}`;
    case 'F':
      return `${fieldText(b)} of one of the ${a === 'pages' ? 'pages' : `documents of ${a}`}`;
    case 'b':
      return `the file ${a}`;
    case 'B':
      return `the list of files in ${a}`;
    case 'o':
      return `the content of ${a}`;
    case 'O':
      return `the finished page of ${a}`;
    case 'e':
      return `the excerpt of ${a}`;
    case 's':
      return `\`site.${a}\``;
    case 'r':
      return '`site.related_posts`';
    case 'g':
      return `\`${b}\` of the collection ${a}`;
    case 'c':
      return `\`${a}\` of the configuration`;
    case 'C':
      return 'the list of settings';
    case 'd':
      return `\`site.data.${a}\``;
    case 'D':
      return '`site.data`';
    case 'l':
      return `the layout ${a}`;
    case 'L':
      return `the front matter of the layout ${a}`;
    case 'i':
      return `the include ${a}`;
    case 'x':
      return `the file ${b} beside ${a}`;
    case 'u':
      return `the address of ${a}`;
    case 'U':
      return 'the list of posts';
    case 'a':
      return 'what a template before it kept';
    default:
      return 'the time';
  }
}

function fieldText(key: string): string {
  return key.startsWith('\u0001') ? `the ${key.slice(1)}` : `\`${key}\``;
}
