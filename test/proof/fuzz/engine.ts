/** A row of the long proof that gives one engine hostile texts. */

import { type Diagnostic, DiagnosticError } from '../../../src/diagnostics/diagnostic.ts';
import { broken, type Failure, type Row } from '../row.ts';
import { hostileText, type Language } from './texts.ts';

/** What of the program is attacked. */
export interface Engine {
  readonly name: string;
  readonly counted: string;
  /** How many texts are the whole row. */
  readonly full: number;
  /** Of the row. */
  readonly weight: number;
  /** Opened anew now and then: what it keeps of its inputs is no leak. */
  open(): Promise<Attacked> | Attacked;
}

export interface Attacked {
  readonly language: Language;
  /**
   * Gives what it has to say about the text. Throws whatever the engine throws; a `DiagnosticError` is an answer, too.
   *
   * @param number of the attempt, to choose among the engine's options
   */
  read(text: string, number: number): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
  close?(): void;
}

/** The name of the file that the text is given out as. */
export const FILE = 'a.md';

const OPENED_FOR = 2_000;
/** Small inputs: what takes longer than this has no end. */
const LIMIT_MS = 20_000;

export function fuzzRow({ name, counted, full, weight, open }: Engine): Row {
  return {
    name: `fuzz-${name}`,
    promise: 'P8',
    counted,
    each: 1,
    weight,
    limitMs: LIMIT_MS,
    flags: [],
    async open() {
      let attacked = await open();
      let uses = 0;
      return {
        full,
        async attempt(number, chance) {
          if (uses++ >= OPENED_FOR) {
            attacked.close?.();
            attacked = await open();
            uses = 1;
          }
          const text = hostileText(chance, attacked.language);
          return await readBy(attacked, text, number);
        },
        close: () => attacked.close?.(),
      };
    },
  };
}

async function readBy(attacked: Attacked, text: string, number: number): Promise<readonly Failure[]> {
  try {
    const answer = attacked.read(text, number);
    return wrongIn(answer instanceof Promise ? await answer : answer, text);
  } catch (error) {
    if (error instanceof DiagnosticError) return wrongIn(error.diagnostics, text);
    return [broken(whatOf(error), `${JSON.stringify(text)}\n${error instanceof Error ? error.stack : ''}`)];
  }
}

/** The message, and where it came from: texts of the input would make a cause of each. */
function whatOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const from = /\n\s+at (?:async )?([\w.#<>$ [\]]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name}: ${error.message.replace(/(["'`]).*\1/gs, '…').slice(0, 80)}, from ${from}`;
}

function wrongIn(diagnostics: readonly Diagnostic[], text: string): readonly Failure[] {
  if (diagnostics.length === 0) return [];
  const lines = text.split(/\r\n?|\n/).length;
  return diagnostics.flatMap(({ code, message, hint, severity, place }): readonly Failure[] => {
    const detail = `${message}\n${JSON.stringify(text)}`;
    if (place === undefined) return [{ kind: 'no place', what: `${code} without a place`, detail }];
    const isInside = place.line >= 1 && place.line <= lines && place.column >= 1;
    return [
      ...(isInside
        ? []
        : [
            {
              kind: 'no place',
              what: `${code} at a place that is not there`,
              detail: `${place.line}:${place.column} ${detail}`,
            } as const,
          ]),
      ...(severity === 'error' && !hint ? [broken(`${code} without a hint`, detail)] : []),
      ...(/\n\s+at |\bundefined\b(?! (?:variable|mixin|function|operation))|\[object /.test(
        message.replace(/`[^`]*`/g, ''),
      )
        ? [broken(`${code}: a message for programmers`, detail)]
        : []),
    ];
  });
}
