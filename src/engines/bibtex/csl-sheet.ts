/** Styles of the Citation Style Language (CSL) from the texts of their files. */

import { type CslLocale, ENGLISH, parseLocale } from './citeproc/locale.ts';
import { CslMistake, type CslStyle, parseStyle } from './citeproc/style.ts';

/** A style in a language. */
export interface CslSheet {
  readonly style: CslStyle;
  readonly locale: CslLocale;
}

/** The style; the name of the style that its file stands for; or what is wrong, in which file and where from its beginning. */
export type OpenedCsl =
  | { readonly sheet: CslSheet }
  | { readonly parent: string }
  | {
      readonly fault: {
        readonly file: 'style' | 'locale';
        readonly message: string;
        readonly offset: number;
      };
    };

/** Of the text of a `.csl` file, and of a locale's (`locales-de-DE.xml`) where the language is not English. */
export function openCsl(style: string, locale?: string): OpenedCsl {
  let file: 'style' | 'locale' = 'style';
  try {
    const parsed = parseStyle(style);
    if ('parent' in parsed) return parsed;
    file = 'locale';
    return { sheet: { style: parsed, locale: locale === undefined ? ENGLISH : parseLocale(locale) } };
  } catch (error) {
    if (!(error instanceof CslMistake)) throw error;
    return { fault: { file, message: error.message, offset: error.offset } };
  }
}
