/** Markdown pages of this repository, split into what their claims are read from: code, links, headings. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Piece {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** Code in backticks within the prose. */
  readonly spans: readonly Piece[];
  /** The lines of fenced and indented code. */
  readonly code: readonly Piece[];
  /** The targets of inline links and images. */
  readonly links: readonly Piece[];
  /** The anchors that GitHub gives its headings. */
  readonly anchors: ReadonlySet<string>;
}

export function readPage(root: string, path: string): Page {
  const text = readFileSync(join(root, path), 'utf8');
  const { prose, code } = separateCode(text);
  const spans = find(prose, /(?<!`)(`{1,2})(?!`)([\s\S]*?)(?<!`)\1(?!`)/g, 2);
  const withoutSpans = prose.replace(/(?<!`)(`{1,2})(?!`)[\s\S]*?(?<!`)\1(?!`)/g, blank);
  const headings = [...prose.matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return {
    path,
    text,
    code,
    spans,
    links: find(withoutSpans, /\]\(([^)\s]+)\)/g, 1),
    anchors: new Set(headings),
  };
}

/** The lines of code apart from the rest, in which they are blank. */
function separateCode(text: string): { readonly prose: string; readonly code: readonly Piece[] } {
  const code: Piece[] = [];
  let fence: string | undefined;
  let isAfterBlank = true;
  let isIndented = false;
  const prose = text.split('\n').map((line, index) => {
    const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim() === fence)) {
      fence = fence === undefined ? mark : undefined;
      return '';
    }
    isIndented = fence === undefined && /^ {4}\S/.test(line) && (isAfterBlank || isIndented);
    isAfterBlank = line.trim() === '';
    if (fence === undefined && !isIndented) return line;
    code.push({ text: line.trim(), line: index + 1 });
    return '';
  });
  return { prose: prose.join('\n'), code };
}

function find(text: string, pattern: RegExp, group: number): Piece[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: (match[group] ?? '').replace(/\s*\n\s*/g, ' '),
    line: text.slice(0, match.index).split('\n').length,
  }));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** As GitHub makes it: lower case, without punctuation, a hyphen for each space. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** Every file below some folders of the repository, by its path from the root. */
export function filesBelow(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
}
