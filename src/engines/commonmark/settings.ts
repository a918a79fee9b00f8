/** The settings under `commonmark:`: options and extensions by the names that the library cmark-gfm gives them. */

import { commonmarkMessages } from '../../diagnostics/catalogue/engines/commonmark.ts';
import { type Diagnostic, diagnose, type Place } from '../../diagnostics/diagnostic.ts';
import { printed } from '../../settings/readers.ts';
import { setting } from '../../settings/setting.ts';

const OPTIONS = [
  'DEFAULT',
  'SOURCEPOS',
  'HARDBREAKS',
  'UNSAFE',
  'NOBREAKS',
  'VALIDATE_UTF8',
  'SMART',
  'GITHUB_PRE_LANG',
  'LIBERAL_HTML_TAG',
  'FOOTNOTES',
  'STRIKETHROUGH_DOUBLE_TILDE',
  'TABLE_PREFER_STYLE_ATTRIBUTES',
  'FULL_INFO_STRING',
] as const;

export const EXTENSIONS = ['autolink', 'strikethrough', 'table', 'tagfilter', 'tasklist'] as const;

export const commonmarkTable = {
  options: setting(printed, {
    type: 'list',
    items: { type: 'string', examples: OPTIONS },
    doc: 'Options of cmark-gfm by their names, such as SMART or FOOTNOTES.',
  }),
  extensions: setting(printed, {
    type: 'list',
    items: { type: 'string', examples: EXTENSIONS },
    doc: 'Extensions of cmark-gfm by their names, such as table or strikethrough.',
  }),
};

export type Option = (typeof OPTIONS)[number];
export type Extension = (typeof EXTENSIONS)[number];

export interface CommonMarkSettings {
  readonly options: ReadonlySet<Option>;
  readonly extensions: ReadonlySet<Extension>;
}

/** @param names what the configuration lists; an unknown name is reported and skipped */
export function readCommonMarkSettings(
  options: readonly string[],
  extensions: readonly string[],
  report: (diagnostic: Diagnostic) => void,
  placeOf: (list: 'options' | 'extensions', at: number) => Place | undefined = () => undefined,
): CommonMarkSettings {
  const pick = <T extends string>(
    names: readonly string[],
    known: readonly T[],
    list: 'options' | 'extensions',
  ) =>
    new Set(
      names.flatMap((name, at) => {
        const found = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
        if (found === undefined)
          report(
            diagnose(
              commonmarkMessages.unknown,
              { name, what: list.slice(0, -1), known },
              { place: placeOf(list, at) },
            ),
          );
        return found === undefined ? [] : [found];
      }),
    );
  return {
    options: pick(options, OPTIONS, 'options'),
    extensions: pick(extensions, EXTENSIONS, 'extensions'),
  };
}
