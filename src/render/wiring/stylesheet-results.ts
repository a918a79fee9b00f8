/** Compiled stylesheets as results of tasks: each depends on the texts that it imports and on where imports were found. */

import { fingerprint } from '../../base/hash.ts';
import { sassUseMissing } from '../../diagnostics/catalogue/engines/sass.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Compiled, Reads, StylesheetJob } from '../../engines/sass/jobs.ts';
import type { SheetDisk, SheetMemory } from '../../engines/sass/sheet-disk.ts';
import type { CompiledString } from '../../engines/sass/stylesheets.ts';
import { type NodeOf, type Resolvers, resolveSome } from '../../graph/nodes.ts';
import type { Reading } from '../../graph/readings.ts';
import type { Results } from '../../graph/results.ts';
import type { StoredTask } from '../../graph/store.ts';
import type { TaskId } from '../../graph/task-id.ts';
import type { Tracker } from '../../graph/tracker.ts';

type SheetNodeKind = 'stylesheetText' | 'stylesheetLookup';

export function sheetResolvers(disk: SheetDisk): Resolvers<SheetNodeKind> {
  return {
    stylesheetText: ({ path }) => disk.fingerprint(path),
    stylesheetLookup: ({ place, name, rule }) => foundText(disk.found(place, name, rule === 'import')),
  };
}

/** What a compilation has read, as readings. */
export function sheetReadings({ files, lookups }: Reads): readonly (Reading & {
  readonly node: NodeOf<SheetNodeKind>;
})[] {
  return [
    ...lookups.map(([place, name, fromImport, found]) => ({
      node: { kind: 'stylesheetLookup', place, name, rule: fromImport ? 'import' : 'use' } as const,
      fingerprint: foundText(found)!,
    })),
    ...files.map(([path, print]) => ({
      node: { kind: 'stylesheetText', path } as const,
      fingerprint: print,
    })),
  ];
}

/** The running task depends on what a stylesheet inside of its page has read. */
export function trackStylesheet(
  { reads, diagnostics, isDeprecated }: CompiledString,
  tracker: Tracker,
): void {
  for (const { node, fingerprint: print } of sheetReadings(reads)) tracker.read(node, () => print);
  if (isDeprecated || hasUnrecordedHint(diagnostics))
    tracker.forbidKeeping({ because: 'compiles a stylesheet' });
}

export class StylesheetResults implements SheetMemory {
  readonly #disk: SheetDisk;
  readonly #results: Results;
  readonly #resolvers: Resolvers<SheetNodeKind>;
  /** By number of a reading: whether it holds. */
  readonly #verdicts = new Map<number, boolean>();

  constructor(disk: SheetDisk, results: Results) {
    this.#disk = disk;
    this.#results = results;
    this.#resolvers = sheetResolvers(disk);
  }

  find(job: StylesheetJob): Compiled | undefined {
    const task = taskOf(job);
    const stored = this.#results.stored(task);
    if (stored === undefined || stored.input !== this.#inputOf(job) || !this.#holds(stored)) return undefined;
    this.#results.keep(task, stored);
    // what `keep` has stored, with its text beside it
    return { ...(stored.sheet as Compiled), css: stored.output ?? '' };
  }

  importsHold(path: string): boolean {
    const stored = this.#results.stored({ of: 'stylesheet', document: path });
    return stored !== undefined && this.#holds(stored);
  }

  keep(job: StylesheetJob, compiled: Compiled): void {
    if (hasUnrecordedHint(compiled.diagnostics)) return;
    const { css, ...sheet } = compiled;
    this.#results.keep(taskOf(job), {
      input: this.#inputOf(job),
      readings: sheetReadings(compiled.reads).map(({ node, fingerprint: print }) =>
        this.#results.readings.numberOf(node, print),
      ),
      ...{ reported: [], cached: [], content: undefined, timed: undefined, output: css, sheet },
    });
  }

  #inputOf({ text, syntax, startLine }: StylesheetJob): string {
    return fingerprint(JSON.stringify([this.#disk.variant, text, syntax, startLine]));
  }

  #holds({ readings }: StoredTask): boolean {
    return Array.from(readings).every((number) => {
      let holds = this.#verdicts.get(number);
      if (holds === undefined) {
        const { node, fingerprint: before } = this.#results.readings.list[number]!;
        holds = resolveSome(this.#resolvers, node) === before;
        this.#verdicts.set(number, holds);
      }
      return holds;
    });
  }
}

/** Whether a hint names a file with a similar name, which may come and go without being read. */
function hasUnrecordedHint(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === sassUseMissing.code);
}

function taskOf({ path, text, syntax }: StylesheetJob): TaskId {
  return { of: 'stylesheet', document: path ?? fingerprint(`${syntax}\n${text}`) };
}

function foundText(found: readonly string[] | undefined): string | undefined {
  return found && JSON.stringify(found);
}
