/** Finds the links of a Markdown text and gives those that lead to source files other addresses. */

/** What stands behind `](`: a path, perhaps a fragment, perhaps a title. */
const INLINE = /([^)]+?)(#[^\n]+?|)?(\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\)/y;
const REFERENCE =
  /\[([^\n]*?)\]: ([^\n]+?)(#[^\n]+?|)?(\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\s*?(?=\n|$)/y;

/**
 * @param urlOf the address of a path as it is written, or undefined for what is no file of the site
 */
export function replaceLinks(text: string, urlOf: (path: string) => string | undefined): string {
  let out = '';
  let copied = 0;
  let at = 0;
  const replace = (link: Link | undefined): boolean => {
    if (link === undefined) return false;
    const url = isReplaceable(link.path) ? urlOf(link.path) : undefined;
    if (url !== undefined) {
      out += text.slice(copied, link.start) + link.write(url);
      copied = link.end;
    }
    at = link.end;
    return true;
  };
  const ends = createEnds(text);
  while (at < text.length) {
    if (text[at] === '[' && replace(inlineLink(text, at, ends))) continue;
    if ((at === 0 || text[at - 1] === '\n') && replace(referenceLink(text, at))) continue;
    at = nextStart(text, at + 1);
  }
  return out + text.slice(copied);
}

interface Link {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly write: (url: string) => string;
}

/** Where the next link may begin: at a bracket, or at the beginning of a line. */
function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '[' || text[at - 1] === '\n') return at;
  return text.length;
}

/** What matches behind each `](`, found once, however many brackets open before it. */
function createEnds(text: string): (at: number) => RegExpExecArray | undefined {
  const found = new Map<number, RegExpExecArray | undefined>();
  return (at) => {
    if (!found.has(at)) {
      INLINE.lastIndex = at;
      // without a closing parenthesis ahead the search would run to the end each time
      found.set(at, text.includes(')', at) ? (INLINE.exec(text) ?? undefined) : undefined);
    }
    return found.get(at);
  };
}

function inlineLink(
  text: string,
  start: number,
  endOf: (at: number) => RegExpExecArray | undefined,
): Link | undefined {
  const newline = text.indexOf('\n', start);
  const lineEnd = newline < 0 ? text.length : newline;
  for (let close = text.indexOf('](', start); close >= 0 && close < lineEnd; ) {
    const match = endOf(close + 2);
    if (match !== undefined) {
      const [whole, path = '', fragment = '', title = ''] = match;
      return {
        start,
        end: close + 2 + whole.length,
        path,
        write: (url) => `[${text.slice(start + 1, close)}](${url}${fragment}${title})`,
      };
    }
    close = text.indexOf('](', close + 1);
  }
  return undefined;
}

/** A definition takes the blank lines before it along and leaves one line end in their place. */
function referenceLink(text: string, start: number): Link | undefined {
  let bracket = start;
  while (/\s/.test(text[bracket] ?? '')) bracket++;
  if (text[bracket] !== '[') return undefined;
  REFERENCE.lastIndex = bracket;
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [whole, label = '', path = '', fragment = '', title = ''] = match;
  return {
    start,
    end: bracket + whole.length,
    path,
    write: (url) => `\n[${label}]: ${url}${fragment}${title}`,
  };
}

function isReplaceable(path: string): boolean {
  return !path.startsWith('#') && !/^[a-z][a-z0-9+.-]*:/i.test(path);
}
