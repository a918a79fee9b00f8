/** Lean 3. */
import { pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { guarded } from '../lexing/scanner.ts';
import { byWord } from '../lexing/words.ts';
import { KEYWORDS } from '../words/lean.ts';

export const lean = defineLexer({
  tag: 'lean',
  states: () => ({
    root: [
      [guarded(/\s*--+\s+.*/, /[^-]/), 'cd'],
      [/"/, 's', 'string'],
      [/\d+/, 'mi'],
      [
        /#?\w+/,
        byWord(
          [
            ['k', KEYWORDS],
            ['kt', 'Sort Prop Type'],
          ],
          'n',
        ),
      ],
      [/λ/, 'k'],
      [/:=?/, ''],
      [/\.[0-9]*/, 'o'],
      [/[!#&*+\-/@`;<=>|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩]|⁻¹/, 'o'],
      [/[\s(),[\]αβ‹›]+/, ''],
    ],
    string: [
      [/"/, 's', pop],
      [/\\/, 'se', 'escape'],
      [/[^\\"]+/, 's'],
    ],
    escape: [
      [/[nrt"'\\]/, 'se', pop],
      [/x[\da-f]+/i, 'se', pop],
    ],
  }),
});
