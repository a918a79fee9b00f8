/**
 * What a style reads of an entry. Groups and substitutes depend on what was read inside of them: a group without any value
 * prints nothing, and what stood in for a name is not printed again.
 */

import type { CslDate, CslItem } from '../csl/item.ts';
import { type PersonName, parseNames } from '../names.ts';

export type Variable =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'names'; readonly people: readonly PersonName[] }
  | { readonly kind: 'date'; readonly date: CslDate };

/** The variables that were read, each with whether it was absent, empty or had a value. */
export type Log = Map<string, 'absent' | 'empty' | 'full'>;

/** Variables that are names though BibTeX has no such field. */
const NAMES: ReadonlySet<string> = new Set([
  'collection-editor',
  'container-author',
  'editorial-director',
  'illustrator',
  'interviewer',
  'original-author',
  'recipient',
  'reviewed-author',
]);

export class Reading {
  readonly type: string;
  readonly #item: CslItem;
  readonly #number: number | undefined;
  readonly #logs: Log[] = [];
  readonly #suppressed: Set<string>;

  constructor(item: CslItem, number: number | undefined) {
    this.type = item.type;
    this.#item = item;
    this.#number = number;
    this.#suppressed = new Set(item.hidden);
  }

  /** A variable's value, unseen by groups. */
  peek(name: string): Variable | undefined {
    const { variables, people, issued, accessed } = this.#item;
    const listed = people.get(name);
    if (listed !== undefined) return { kind: 'names', people: listed };
    const date = name === 'issued' ? issued : name === 'accessed' ? accessed : undefined;
    if (date !== undefined) return { kind: 'date', date };
    if (name === 'citation-number') return { kind: 'text', text: String(this.#number ?? '') };
    if (name === 'type') return { kind: 'text', text: this.type };
    const text = variables.get(name);
    if (text === undefined) return undefined;
    return NAMES.has(name) ? { kind: 'names', people: parseNames(text) } : { kind: 'text', text };
  }

  /** A variable's value; undefined for one that is absent or has been used as a substitute. */
  read(name: string): Variable | undefined {
    const value = this.peek(name);
    this.note(name, value === undefined ? 'absent' : isEmpty(value) ? 'empty' : 'full');
    return this.#suppressed.has(name) ? undefined : value;
  }

  note(name: string, state: 'absent' | 'empty' | 'full'): void {
    for (const log of this.#logs) log.set(name, state);
  }

  /** Runs `work` and gives what it read with what it returned. */
  watch<Result>(work: () => Result): { readonly result: Result; readonly log: Log } {
    const log: Log = new Map();
    this.#logs.push(log);
    try {
      return { result: work(), log };
    } finally {
      this.#logs.pop();
    }
  }

  suppress(name: string): void {
    this.#suppressed.add(name);
  }

  isSuppressed(name: string): boolean {
    return this.#suppressed.has(name);
  }

  /** Whether a condition counts the variable as present. */
  has(name: string): boolean {
    const value = this.peek(name);
    if (value === undefined || isEmpty(value)) return false;
    return value.kind !== 'text' || !/^(?:false|no|never)$/im.test(value.text);
  }

  text(name: string): string {
    return textOf(this.read(name));
  }
}

function isEmpty(value: Variable): boolean {
  if (value.kind === 'text') return value.text === '';
  if (value.kind === 'names') return value.people.length === 0;
  return value.date.literal === undefined && value.date.year === undefined;
}

export function textOf(value: Variable | undefined): string {
  if (value === undefined) return '';
  if (value.kind === 'text') return value.text;
  if (value.kind === 'names')
    return value.people.map(({ first, last }) => [first, last].filter(Boolean).join(' ')).join(', ');
  return value.date.literal ?? value.date.year ?? '';
}
