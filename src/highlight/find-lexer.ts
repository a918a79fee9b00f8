/** Rouge's `find_fancy`: from a name with options to a lexer at its beginning. */
import type { LexerOptions, RunningLexer } from './lexer.ts';
import { lexerNamed } from './registry.ts';

/** Aliases of the tags. */
export function findLexer(name: string): RunningLexer | undefined {
  return (lexerNamed(name) ?? lexerNamed({ bash: 'shell', js: 'javascript' }[name] ?? ''))?.start();
}
export type { LexerOptions };
