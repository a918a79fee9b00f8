/** Diagnostics as text for a person: the place first, so that terminals make a link of it; then what is wrong, where, and what to do. */

import {
  type Diagnostic,
  distinct,
  jekyllSentence,
  type Place,
  type Severity,
} from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Palette } from './colour.ts';
import { frameLines } from './frame.ts';
import { visible } from './visible-text.ts';

export interface ReportSettings {
  readonly palette: Palette;
  /** The text of a file that a place names, where it is known. */
  readonly sources: (file: string) => SourceText | undefined;
  /** The absolute path of the source folder. */
  readonly source: string;
  /** A place's file as it is to be printed: relative to where the user is. */
  readonly path: (file: string) => string;
  /** The least severity of which everything is shown, in full; what is less severe is one line a kind. */
  readonly fullFrom: Severity;
}

/** How many places of a repeated message are listed. */
const REPEATS = 5;

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const LABELS: Readonly<Record<Severity, string>> = { info: 'note', warning: 'warning', error: 'error' };

/**
 * All of `diagnostics`, errors last (where the eye is when the program ends). In full, the same sentence is said once with all of
 * its places; in brief there is one line for each code, and one for all quirks of the template.
 */
export function reportText(diagnostics: readonly Diagnostic[], settings: ReportSettings): string {
  const isFull = ({ severity }: Diagnostic): boolean => RANK[severity] >= RANK[settings.fullFrom];
  const each = distinct(diagnostics).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const isQuirk = (one: Diagnostic): boolean => one.quirk !== undefined && !isFull(one);
  const quirks = each.filter(isQuirk);
  const others = groupBy(
    each.filter((one) => !isQuirk(one)),
    (one) => [one.severity, one.code, isFull(one) ? one.message : ''].join(' '),
  );
  return [
    ...(quirks.length > 0 ? [quirksLine(quirks, settings.palette)] : []),
    ...others.map((group) => (isFull(group[0]!) ? entry(group, settings) : brief(group, settings))),
  ].join('');
}

function groupBy(diagnostics: readonly Diagnostic[], keyOf: (one: Diagnostic) => string): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()];
}

/** `note: the template has 3 quirks, treated as in Jekyll (2 liquid/undefined-variable, 1 layout/missing); --verbose lists them` */
function quirksLine(quirks: readonly Diagnostic[], palette: Palette): string {
  const kinds = groupBy(quirks, ({ code }) => code).map((group) => `${group.length} ${group[0]!.code}`);
  const count = `${quirks.length} ${quirks.length === 1 ? 'quirk' : 'quirks'}`;
  return `${palette.info('note')}: the template has ${count}, treated as in Jekyll (${kinds.join(', ')}); run with \`--verbose\` to list ${quirks.length === 1 ? 'it' : 'them'}\n`;
}

/** One line for the first of a kind and the number of the others; below it the hint and Jekyll's own sentence. */
function brief(group: readonly Diagnostic[], settings: ReportSettings): string {
  const first = group[0]!;
  const more = group.length - 1;
  const { palette } = settings;
  const noun = more === 1 ? 'place' : 'places';
  const others =
    more === 0
      ? ''
      : ` ${palette.faint(`(and ${more} more ${noun}; run with \`--verbose\` to list ${more === 1 ? 'it' : 'them'})`)}`;
  return `${headLine(first, settings)}${others}\n${hintLine(first, palette)}${jekyllLine(first, settings)}`;
}

function entry(group: readonly Diagnostic[], settings: ReportSettings): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const { palette } = settings;
  const { place, trail = [] } = first;
  const lines = [headLine(first, settings)];
  const source = place && settings.sources(place.file);
  if (place !== undefined && source !== undefined) {
    lines.push(...frameLines(source, place, palette).map((line) => `  ${line}`));
  }
  for (const { kind, place: at } of trail) {
    lines.push(`  ${palette.faint(WAYS[kind])} ${placeText(at, settings)}`);
  }
  for (const line of [hintLine(first, palette), jekyllLine(first, settings)])
    if (line !== '') lines.push(line.trimEnd());
  const places = others.flatMap((other) => (other.place ? [placeText(other.place, settings)] : []));
  const isAll = settings.fullFrom === 'info';
  if (places.length > 0) {
    const more = isAll ? 0 : places.length - REPEATS;
    const named = more > 0 ? places.slice(0, REPEATS) : places;
    lines.push(`  ${palette.faint('also at')} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function headLine({ severity, code, message, place }: Diagnostic, settings: ReportSettings): string {
  const { palette } = settings;
  const head = place === undefined ? '' : `${palette.place(placeText(place, settings))} `;
  return `${head}${palette[severity](LABELS[severity])} ${palette.faint(code)}: ${sentence(message)}`;
}

function hintLine({ hint }: Diagnostic, palette: Palette): string {
  return hint === undefined ? '' : `  ${palette.info('hint:')} ${sentence(hint)}\n`;
}

/** Jekyll's own sentence, for those who search for it. */
function jekyllLine(diagnostic: Diagnostic, { palette, source }: ReportSettings): string {
  const jekyll = jekyllSentence(diagnostic, source);
  return jekyll === undefined ? '' : `  ${palette.faint('in Jekyll:')} ${sentence(jekyll)}\n`;
}

const WAYS = {
  include: 'included at',
  layout: 'layout used at',
  page: 'for the page',
  import: 'imported at',
  call: 'called at',
} as const;

export function placeText({ file, line, column }: Place, { path }: Pick<ReportSettings, 'path'>): string {
  return `${visible(path(file))}:${line}:${column}`;
}

/** Some sentences have more than one line (Sass's): the others are set in. */
function sentence(text: string): string {
  return text.trimEnd().split(/\r?\n/).map(visible).join('\n    ');
}
