/** `hastie highlight-css NAME`: the style sheet of a named theme. */
import { highlightMessages } from '../../../diagnostics/catalogue/engines/highlight.ts';
import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts';
import { printTheme, readTheme } from './theme.ts';
import { THEMES, themeNamed } from './themes.ts';

export interface HighlightCssOptions {
  readonly mode?: 'light' | 'dark' | undefined;
  /** The selector of the code's wrapper; `.highlight` in Jekyll's themes. */
  readonly scope?: string;
}

export type HighlightCss = { readonly css: string } | { readonly diagnostic: Diagnostic };

/** The sheet as Rouge prints it, with a newline at its end; a diagnostic where no theme of that name and mode is. */
export function highlightCss(name: string, { mode, scope }: HighlightCssOptions = {}): HighlightCss {
  const own = themeNamed(name);
  if (own === undefined) {
    return { diagnostic: diagnose(highlightMessages.unknownTheme, { name, names: themeNames() }) };
  }
  const base = name.replace(/\.(?:light|dark)$/, '');
  const table = mode === undefined ? own : themeNamed(`${base}.${mode}`);
  if (table === undefined) {
    const others = themeNames().filter((other) => other.endsWith(`.${mode}`));
    return { diagnostic: diagnose(highlightMessages.noSuchMode, { name, mode: mode ?? '', others }) };
  }
  return { css: `${printTheme(readTheme(table), scope)}\n` };
}

/** The names to choose from, sorted. */
export function themeNames(): readonly string[] {
  return Object.keys(THEMES).sort();
}
