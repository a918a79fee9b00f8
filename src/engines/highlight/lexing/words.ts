/** Word lists for lexers' tables: kinds of identifiers by the lists they stand in. */
import type { Lexing } from './lexer.ts';
import type { TokenClass } from './tokens.ts';

/** Splits a list written as one string. */
export function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** Lists in the order they are asked, each with the kind it gives. */
export type WordLists = readonly (readonly [TokenClass, string])[];

/** The kind of a word by the first list that holds it. The lists are split when first asked. */
export function classify(lists: WordLists): (word: string) => TokenClass | undefined {
  let kinds: Map<string, TokenClass> | undefined;
  return (word) => {
    if (kinds === undefined) {
      kinds = new Map();
      for (const [type, list] of lists) {
        for (const entry of words(list)) if (!kinds.has(entry)) kinds.set(entry, type);
      }
    }
    return kinds.get(word);
  };
}

/** An action: the match gets the kind of its list, or `otherwise`. */
export function byWord(lists: WordLists, otherwise: TokenClass): <Data>(lexing: Lexing<Data>) => void {
  const kind = classify(lists);
  return (lexing) => {
    const word = lexing.matched;
    lexing.token(kind(word) ?? otherwise, word);
  };
}

/** A pattern's alternatives, in the order given, each escaped. */
export function anyOf(list: string): string {
  return words(list)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
