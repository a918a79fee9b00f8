/** One name as a style's `name` element writes it. */

import type { PersonName } from '../names.ts';
import type { XmlElement } from './xml.ts';

/** What decides on a name's form: options of `name`, of the section and of the style. */
export interface NameForm {
  readonly options: ReadonlyMap<string, string>;
  /** `name-part` elements. */
  readonly parts: readonly XmlElement[];
  /** The style's `demote-non-dropping-particle`. */
  readonly demote: string;
  /** Whether this name is written with the family name first. */
  readonly sorted: boolean;
  apply(text: string, node: XmlElement): string;
}

interface Pieces {
  given: string;
  family: string;
  particle: string;
  suffix: string;
}

export function formatPerson({ first, prefix, last, suffix }: PersonName, form: NameForm): string {
  const pieces: Pieces = { given: first, family: last, particle: prefix, suffix };
  const isSwapped = !isRomanesque(pieces);
  const separator = form.options.get('sort-separator') ?? ', ';
  const isDemoted =
    /^(?:display-and-sort|always)$/i.test(form.demote) ||
    (form.sorted && /^sort(?:-only)?$/i.test(form.demote));
  for (const part of form.parts) formatPart(pieces, part, form, isDemoted);
  const { family, particle } = pieces;
  const given = initialsOf(pieces, form);
  if (isSwapped) return spaced(family, given);
  if (form.options.get('form') === 'short') return spaced(particle, family);
  if (!form.sorted) return spaced(given, particle, family, pieces.suffix);
  const [head, tail] = isDemoted ? [family, spaced(given, particle)] : [spaced(particle, family), given];
  return [head, tail, pieces.suffix].filter((piece) => piece !== '').join(separator);
}

function formatPart(pieces: Pieces, part: XmlElement, form: NameForm, isDemoted: boolean): void {
  const after = part.attributes.get('suffix');
  if (part.attributes.get('name') === 'family') {
    if (!isDemoted && pieces.particle !== '') {
      pieces.family = form.apply(spaced(pieces.particle, pieces.family), part);
      pieces.particle = '';
    } else pieces.family = form.apply(pieces.family, part);
    if (pieces.suffix !== '' && !form.sorted && after !== undefined) {
      pieces.family = `${without(pieces.family, after)} ${pieces.suffix}${after}`;
      pieces.suffix = '';
    }
    return;
  }
  pieces.given = form.apply(initialsOf(pieces, form), part);
  if (pieces.particle !== '' && isDemoted && form.sorted && after !== undefined) {
    pieces.given = `${without(pieces.given, after)} ${pieces.particle}${after}`;
    pieces.particle = '';
  }
}

function without(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, text.length - end.length) : text;
}

/** `D. E.` of `Donald E.`, as `initialize-with` says. */
function initialsOf(pieces: Pieces, { options }: NameForm): string {
  const dot = options.get('initialize-with');
  if (dot === undefined || !isRomanesque(pieces)) return pieces.given;
  const short =
    options.get('initialize') === 'false'
      ? pieces.given
          .replace(/(\p{Lu})(\p{Lu})/gu, '$1 $2')
          .replace(
            /(?<![\p{L}\p{M}\p{N}_])(\p{Lu})(?![\p{L}\p{M}\p{N}_])[^\p{L}-]*/gu,
            (_, letter: string) => letter + dot,
          )
      : pieces.given.replace(/(\p{Lu})[^\p{Lu}\s-]*\s*/gu, (_, letter: string) => letter + dot);
  return short.replace(/\s*-/g, '-').trim();
}

const ROMANESQUE =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]*$/u;

/** Scripts that write the family name first keep both names as they are. */
function isRomanesque({ given, family }: Pieces): boolean {
  return ROMANESQUE.test((given + family).normalize('NFC').replace(/<[^<>]*>/g, ''));
}

function spaced(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
