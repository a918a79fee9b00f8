/**
 * Limits of the trunk, the code that every build passes: how long and how branched its functions are, how much its files
 * import, how many members of its interfaces may be missing. `npm run size` prints the largest.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Measured {
  readonly id: string;
  readonly line: number;
  readonly value: number;
}
type Measure = 'lines' | 'complexity' | 'imports' | 'optional';
interface Module {
  measureCode(
    root: string,
    isMeasured: (path: string) => boolean,
  ): Readonly<Record<Measure, readonly Measured[]>>;
}

const TRUNK =
  /^src\/(?:(?:pipeline|graph|cache|preview|render\/wiring|write)\/.*|(?:render|serve|cli\/commands)\/[^/]+)\.ts$/;

const LIMITS: Readonly<Record<Measure, number>> = { lines: 60, complexity: 15, imports: 20, optional: 3 };

/** A build, read from top to bottom. */
const MAIN = { name: 'buildSite', longest: 40 };

/** What is beyond a limit today. These lists may only get shorter. */
const BEYOND: Readonly<Record<Measure | 'main', readonly string[]>> = {
  main: [],
  lines: [],
  complexity: [],
  imports: [],
  optional: [],
};

/** Measured by hand; the lines count from 1. */
const SAMPLE = `import { b } from './b.ts';
import type { b as B } from './b.ts';
import { join } from 'node:path';

export interface Ports {
  readonly a?: number;
  b?(): void;
  c: typeof B;
}
/** A comment is no line of the function. */
export function outer(list: readonly number[], more = join('a')): number {
  // two arms
  const inner = (n: number): number => (n > 1 ? n : b);
  let sum = 0;
  list.forEach((n) => {
    if (n > 0) sum += inner(n);
  });
  for (const n of list) sum += n ?? 0;
  if (more === '') return 0;
  // the last
  return sum;
}
class C {
  constructor() {}
  field = () => 1;
  get(n: number) {
    switch (n) { case 1: return 1; default: return n && 2; }
  }
}
new C();
`;

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const { measureCode } = (await import(
  new URL('../scripts/measure-code.mjs', import.meta.url).href
)) as Module;
const measures = measureCode(root, (path) => TRUNK.test(path));

const beyond = (measure: Measure): readonly string[] => {
  const found = measures[measure].filter(({ value }) => value > LIMITS[measure]);
  return [...new Set(found.map(({ id }) => id))].sort();
};

test('functions, files and interfaces are measured', () => {
  const folder = mkdtempSync(join(tmpdir(), 'measured-'));
  try {
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'tsconfig.json'), '{"include": ["src"]}');
    writeFileSync(join(folder, 'src/b.ts'), 'export const b = 1;\n');
    writeFileSync(join(folder, 'src/a.ts'), SAMPLE);
    expect(measureCode(folder, (path) => path === 'src/a.ts')).toEqual({
      lines: [
        { id: 'src/a.ts outer.inner', line: 13, value: 1 },
        { id: 'src/a.ts outer.(callback)', line: 15, value: 3 },
        { id: 'src/a.ts outer', line: 11, value: 12 },
        { id: 'src/a.ts C.constructor', line: 24, value: 1 },
        { id: 'src/a.ts C.field', line: 25, value: 1 },
        { id: 'src/a.ts C.get', line: 26, value: 3 },
      ],
      complexity: [
        { id: 'src/a.ts outer.inner', line: 13, value: 2 },
        { id: 'src/a.ts outer.(callback)', line: 15, value: 2 },
        { id: 'src/a.ts outer', line: 11, value: 4 },
        { id: 'src/a.ts C.constructor', line: 24, value: 1 },
        { id: 'src/a.ts C.field', line: 25, value: 1 },
        { id: 'src/a.ts C.get', line: 26, value: 3 },
      ],
      imports: [{ id: 'src/a.ts', line: 1, value: 1 }],
      optional: [{ id: 'src/a.ts Ports', line: 5, value: 2 }],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the trunk', () => {
  test('is there to be measured', () => {
    const folders = new Set(measures.imports.map(({ id }) => id.slice(0, id.lastIndexOf('/'))));
    for (const folder of [
      'pipeline',
      'graph',
      'cache',
      'preview',
      'render/wiring',
      'render',
      'write',
      'serve',
      'cli/commands',
    ])
      expect(folders).toContain(`src/${folder}`);
    expect(measures.lines.length).toBeGreaterThan(500);
  });

  test.each([
    [`has functions of at most ${LIMITS.lines} lines`, 'lines'],
    [`has functions of a cyclomatic complexity of at most ${LIMITS.complexity}`, 'complexity'],
    [`has files that import at most ${LIMITS.imports} others`, 'imports'],
    [`has interfaces with at most ${LIMITS.optional} optional members`, 'optional'],
  ] as const)('%s', (_, measure) => {
    expect(beyond(measure)).toEqual(BEYOND[measure]);
  });

  test(`has a main line of at most ${MAIN.longest} lines`, () => {
    const found = measures.lines.filter(
      ({ id }) => id.startsWith('src/pipeline/') && id.endsWith(` ${MAIN.name}`),
    );
    expect(found).toHaveLength(1);
    expect(found.filter(({ value }) => value > MAIN.longest).map(({ id }) => id)).toEqual(BEYOND.main);
  });
});
