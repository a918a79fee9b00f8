/** Finds the elements of a page whose content a citation count replaces. One pass over the text, whatever is in it. */

/** An element to be filled: its content is `html.slice(start, end)`. */
export interface Slot {
  readonly kind: 'paper' | 'total';
  /** The paper's id; empty for the total. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const MARKUP = /<!--|<\/?[a-zA-Z][^\s/>]*/g;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y;
const TAG_END = /[\s/]*>/y;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

interface Open {
  readonly kind?: Slot['kind'];
  readonly id: string;
  readonly start: number;
}

/** Outermost elements only, in the order of the text; one that is never closed is left out. */
export function findSlots(html: string): Slot[] {
  const slots: Slot[] = [];
  const open = new Map<string, Open[]>();
  const markup = new RegExp(MARKUP);
  for (let found = markup.exec(html); found !== null; found = markup.exec(html)) {
    const [text] = found;
    if (text === '<!--') {
      const end = html.indexOf('-->', markup.lastIndex);
      if (end < 0) break;
      markup.lastIndex = end + 3;
      continue;
    }
    const isEnd = text[1] === '/';
    const name = text.slice(isEnd ? 2 : 1).toLowerCase();
    const { attributes, end } = readTag(html, markup.lastIndex);
    if (end === undefined) break;
    markup.lastIndex = end;
    if (isEnd) {
      const element = open.get(name)?.pop();
      if (element?.kind !== undefined)
        slots.push({ kind: element.kind, id: element.id, start: element.start, end: found.index });
    } else if (isRawText(name)) {
      markup.lastIndex = endOfRaw(html, name, end);
    } else if (!VOID.test(name)) {
      const element = { ...slotOf(attributes), start: end };
      const same = open.get(name);
      if (same === undefined) open.set(name, [element]);
      else same.push(element);
    }
  }
  return outermost(slots);
}

function slotOf(attributes: ReadonlyMap<string, string>): Omit<Open, 'start'> {
  const classes = attributes.get('class')?.split(/\s+/) ?? [];
  const id = attributes.get('data');
  if (id !== undefined && classes.includes('show_paper_citations')) return { kind: 'paper', id };
  return attributes.get('id') === 'total_cit' ? { kind: 'total', id: '' } : { id: '' };
}

/** The attributes behind a tag's name and where the tag ends; no end where the text does first. */
function readTag(html: string, from: number): { attributes: Map<string, string>; end: number | undefined } {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    TAG_END.lastIndex = at;
    if (TAG_END.test(html)) return { attributes, end: TAG_END.lastIndex };
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(html);
    if (found === null) return { attributes, end: at < html.length ? at + 1 : undefined };
    const [, name = '', double, single, bare] = found;
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decode(double ?? single ?? bare ?? ''));
    at = ATTRIBUTE.lastIndex;
  }
}

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

function decode(text: string): string {
  return text.includes('&')
    ? text.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => CHARACTERS[entity]!)
    : text;
}

function isRawText(name: string): boolean {
  return /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/.test(name);
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : found.index;
}

function outermost(slots: readonly Slot[]): Slot[] {
  const kept: Slot[] = [];
  for (const slot of [...slots].sort((a, b) => a.start - b.start))
    if (slot.start >= (kept.at(-1)?.end ?? 0)) kept.push(slot);
  return kept;
}
