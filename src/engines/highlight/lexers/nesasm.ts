/** NESASM, the assembler of the NES. */
import { type Lexing, pop } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { classify } from '../lexing/words.ts';

const kind = classify([
  [
    'k',
    `ADC AND ASL BIT BRK CMP CPX CPY DEC EOR INC JMP JSR LDA LDX LDY LSR NOP ORA ROL ROR RTI RTS SBC STA STX STY
    TAX TXA DEX INX TAY TYA DEY INY BPL BMI BVC BVS BCC BCS BNE BEQ CLC SEC CLI SEI CLV CLD SED TXS TSX PHA PLA
    PHP PLP`,
  ],
  ['kt', 'DB DW BYTE WORD'],
  [
    'kr',
    `INCBIN INCLUDE ORG BANK RSSET RS MACRO ENDM DS PROC ENDP PROCGROUP ENDPROCGROUP INCCHR DEFCHR ZP BSS CODE DATA
    IF IFDEF IFNDEF ELSE ENDIF FAIL INESPRG INESCHR INESMAP INESMIR FUNC`,
  ],
]);

export const nesasm = defineLexer({
  tag: 'nesasm',
  states: () => ({
    root: [
      [/\s+/, ''],
      [/;.*/, 'c1'],
      [/[(),.[\]]/, 'p'],
      [/#?%[01]+/, 'mb'],
      [/#?\$[0-9a-fA-F]+/, 'mh'],
      [/#?\d+/, 'm'],
      [/[~&*+=|?:<>/-]/, 'o'],
      [/#?\w+:?/, (lexing: Lexing<undefined>) => lexing.token(kind(lexing.matched.toUpperCase()) ?? 'nf')],
      [/#\(/, 'p'],
      [/"/, 's', 'string'],
      [/'\w'/, 'sc'],
      [/\\\??[\d@#]/, 'nb'],
    ],
    string: [
      [/"/, 's', pop],
      [/\\"?/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
});
