/** Themes: which token looks how, and the style sheet that says so, as Rouge's `rougify style` prints it. */
import { isTokenClass, TOKEN_NAMES, type TokenClass } from '../lexing/tokens.ts';

/** Tokens (short names in a row; `text` is plain text) and their declarations, in the order they are printed. */
export type ThemeTable = readonly (readonly [tokens: string, declarations: string])[];

/** The declarations of each token that the theme names itself. */
export type Theme = ReadonlyMap<TokenClass, string>;

export function readTheme(table: ThemeTable): Theme {
  const theme = new Map<TokenClass, string>();
  for (const [tokens, declarations] of table) {
    for (const name of tokens.split(' ')) {
      const token = name === 'text' ? '' : name;
      if (isTokenClass(token)) theme.set(token, declarations);
    }
  }
  return theme;
}

/** The style sheet; `scope` is the selector of the code's wrapper. */
export function printTheme(theme: Theme, scope = '.highlight'): string {
  const blocks = [`${scope} table td { padding: 5px; }`, `${scope} table pre { margin: 0; }`];
  for (const [token, declarations] of theme) {
    const selectors = withHeirs(token, theme).map((heir) => (heir === '' ? scope : `${scope} .${heir}`));
    const body =
      declarations === '' ? [] : declarations.split('; ').map((declaration) => `  ${declaration};`);
    blocks.push(`${selectors.join(', ')} {`, ...body, '}');
  }
  return blocks.join('\n');
}

/** The declarations for a token, its own or its nearest ancestor's, for `style` attributes. */
export function styleFor(theme: Theme, token: TokenClass): string {
  for (
    let name: string = TOKEN_NAMES[token];
    name !== '';
    name = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  ) {
    const own = theme.get(BY_NAME.get(name) ?? '');
    if (own !== undefined && (BY_NAME.get(name) ?? '') !== '') return own;
  }
  return theme.get('') ?? '';
}

const SHORT_NAMES: readonly TokenClass[] = Object.keys(TOKEN_NAMES).filter(isTokenClass);
const BY_NAME: ReadonlyMap<string, TokenClass> = new Map(
  SHORT_NAMES.map((short) => [TOKEN_NAMES[short], short]),
);

/** A token and, below it, those that the theme does not name. */
function withHeirs(token: TokenClass, theme: Theme): readonly TokenClass[] {
  const name = TOKEN_NAMES[token];
  const children = SHORT_NAMES.filter(
    (short) =>
      TOKEN_NAMES[short].startsWith(`${name}.`) && !TOKEN_NAMES[short].slice(name.length + 1).includes('.'),
  );
  return [
    token,
    ...children.filter((child) => !theme.has(child)).flatMap((child) => withHeirs(child, theme)),
  ];
}
