/** Diagnostics as text for a person: the place first, so that terminals make a link of it; then what is wrong, where, and what to do. */

import { type Diagnostic, jekyllSentence, type Place, type Severity } from '../base/diagnostic.ts';
import type { SourceText } from '../base/source-text.ts';
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
}

/** How many places of a repeated message are named. */
const REPEATS = 5;

/** All of `diagnostics`, errors last (where the eye is when the program ends), each said once with all of its places. */
export function reportText(diagnostics: readonly Diagnostic[], settings: ReportSettings): string {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const said = `${diagnostic.severity} ${diagnostic.code} ${diagnostic.message}`;
    const group = groups.get(said);
    if (group === undefined) groups.set(said, [diagnostic]);
    else group.push(diagnostic);
  }
  const rank: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
  return [...groups.values()]
    .sort(([a], [b]) => rank[a!.severity] - rank[b!.severity])
    .map((group) => entry(group, settings))
    .join('');
}

function entry(group: readonly Diagnostic[], settings: ReportSettings): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  const { palette } = settings;
  const { severity, code, message, hint, place, trail = [] } = first;
  const jekyll = jekyllSentence(first, settings.source);
  const head = place === undefined ? '' : `${palette.place(placeText(place, settings))} `;
  const lines = [`${head}${palette[severity](severity)} ${palette.faint(code)}: ${sentence(message)}`];
  const source = place && settings.sources(place.file);
  if (place !== undefined && source !== undefined) {
    lines.push(...frameLines(source, place, palette).map((line) => `  ${line}`));
  }
  for (const { kind, place: at } of trail) {
    lines.push(`  ${palette.faint(WAYS[kind])} ${placeText(at, settings)}`);
  }
  if (hint !== undefined) lines.push(`  ${palette.info('hint:')} ${sentence(hint)}`);
  if (jekyll !== undefined) lines.push(`  ${palette.faint('in Jekyll:')} ${sentence(jekyll)}`);
  const places = [
    ...new Set(others.flatMap((other) => (other.place ? [placeText(other.place, settings)] : []))),
  ];
  if (places.length > 0) {
    const more = places.length - REPEATS;
    lines.push(
      `  ${palette.faint('also at')} ${places.slice(0, REPEATS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const WAYS = {
  include: 'included at',
  layout: 'laid out by',
  page: 'for the page',
  import: 'imported at',
} as const;

export function placeText({ file, line, column }: Place, { path }: Pick<ReportSettings, 'path'>): string {
  return `${visible(path(file))}:${line}:${column}`;
}

/** Some sentences have more than one line (Sass's): the others are set in. */
function sentence(text: string): string {
  return text.trimEnd().split(/\r?\n/).map(visible).join('\n    ');
}
