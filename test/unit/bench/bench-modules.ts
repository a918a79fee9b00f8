/** Types for the benchmark's modules, which are plain JavaScript for Node 20; tests import them from here. */

interface Statistics {
  readonly median: (numbers: readonly number[]) => number;
  readonly medians: (measures: Readonly<Record<string, readonly number[]>>) => Record<string, number>;
  readonly roundOrder: (names: readonly string[], round: number) => string[];
}

interface Table {
  readonly markdownTable: (
    headings: readonly string[],
    sides: string,
    rows: readonly (readonly (string | number)[])[],
  ) => string;
  readonly threeDigits: (value: number | undefined) => string;
  readonly whole: (value: number | undefined) => string;
}

export interface Aim {
  readonly name: string;
  readonly of: string;
  readonly to?: string;
  readonly minus?: string;
  readonly most?: number;
}

export interface Row {
  readonly number: string;
  readonly id: string;
  readonly site: string;
  readonly title: string;
  readonly peers?: readonly string[];
  readonly slowPeers?: readonly string[];
  readonly serve?: string;
  readonly aims: readonly Aim[];
}

interface Rows {
  readonly ROWS: readonly Row[];
  readonly FOLDER_ROWS: readonly Row[];
  readonly chooseRows: (rows: readonly Row[], only?: string) => { chosen: Row[]; unknown: string[] };
  readonly peersOf: (rows: readonly Row[], withSlow: boolean) => string[];
  readonly judge: (
    aim: Aim,
    figures: ReadonlyMap<string, number>,
  ) => { value?: number; met?: boolean; missing: string[] };
}

interface Report {
  readonly aimsTable: (results: {
    rows: readonly Row[];
    figures: ReadonlyMap<string, number>;
    sizes: Readonly<Record<string, number>>;
  }) => string;
  readonly equalityRemarks: (equality: Equality | undefined) => string[];
}

interface Equality {
  readonly pages: number;
  readonly equalPages: number;
  readonly files: number;
  readonly differ: readonly string[];
}

interface Flags {
  readonly readFlags: (words: readonly string[]) => Record<string, unknown>;
}

interface Trees {
  readonly readTree: (folder: string) => Map<string, string>;
  readonly differing: (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) => string[];
  readonly compareWithJekyll: (jekyll: string, hastie: string) => Equality;
}

interface Workload {
  readonly workloadFiles: (sizes: {
    posts: number;
    seed: number;
  }) => Iterable<{ path: string; text: string }>;
}

interface Sheets {
  readonly largestSheet: (source: string) => { text: string; partials: string[] };
}

interface AwaitFiles {
  readonly awaitFiles: (
    files: readonly { path: string; bytes: Buffer }[],
    since: number,
    limit: number,
  ) => Promise<{ first: number; all: number; late?: string }>;
}

export const BENCH = new URL('../../../bench/', import.meta.url);

async function load<Module>(name: string): Promise<Module> {
  return await import(new URL(name, BENCH).href);
}

export const statistics = await load<Statistics>('statistics.mjs');
export const table = await load<Table>('table.mjs');
export const rows = await load<Rows>('rows.mjs');
export const report = await load<Report>('report.mjs');
export const flags = await load<Flags>('flags.mjs');
export const trees = await load<Trees>('trees.mjs');
export const workload = await load<Workload>('workload/site.mjs');
export const sheets = await load<Sheets>('sheets.mjs');
export const waiting = await load<AwaitFiles>('await-files.mjs');
