/** Checks the sources, read as text, against the floors and rules of docs/ARCHITECTURE.md. */

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A folder imports from folders on lower floors. */
const FLOORS: Readonly<Record<string, number>> = {
  base: 0,
  html: 1,
  ports: 1,
  ruby: 2,
  diagnostics: 3,
  files: 4,
  settings: 4,
  engines: 5,
  model: 6,
  config: 7,
  graph: 7,
  read: 8,
  write: 8,
  plugin: 9,
  themes: 9,
  render: 10,
  cache: 11,
  preview: 11,
  pipeline: 12,
  plugins: 13,
  stats: 13,
  doctor: 13,
  serve: 13,
  node: 13,
  cli: 14,
  'index.ts': 15,
};

/** Who may touch Node. */
const EDGES = /^src\/(?:node|cli|serve)\/|^src\/index\.ts$/;

/** All that the built-in plugins may import besides one another, and what the package exports for the plugins of others. */
const PLUGIN_API = /^src\/plugin\/api\/[a-z-]+\.ts$/;

/** What belongs to the world and comes in through a port. */
const WORLD =
  /\bprocess\.(?:env|argv|cwd|std\w+|platform|pid|on|hrtime|memoryUsage)\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b|\bAbortSignal\.timeout\b|\bconsole\.(?:log|error|warn|info|debug)\b/g;

/** Deadlines of requests, which are not ports yet: this list may only get shorter. */
const TIMERS: readonly string[] = [
  'src/plugin/host/prefetch.ts',
  'src/stats/request.ts',
  'src/stats/refresh.ts',
];

/** What of an engine is for the outside: the files at the top of its folder. */
const ENGINE_INSIDE = /^src\/engines\/([a-z]+)\/[a-z-]+\//;

/** At the top of an engine though nothing outside imports them: this list may only get shorter. */
const MISPLACED: readonly string[] = [];

/** May pass on what other files export, because they are for the outside: of the package, of the plugin API. */
const PUBLIC = /^src\/(?:index|plugin\/api\/[a-z-]+)\.ts$/;

/** How many files a folder may hold before a wall is missing. */
const WIDEST = 15;
/** May hold more, because they are tables: one file an entry, all of one form. */
const WIDE: Readonly<Record<string, string>> = {
  'src/engines/highlight/lexers': 'one file a language, listed in find/registry.ts',
  'src/engines/highlight/words': 'the words of one language a file',
  'src/engines/markdown/block': 'one file a block element, listed in chains/order.ts',
  'src/engines/markdown/span': 'one file a span element, listed in chains/order.ts',
  'src/engines/liquid/tags': 'one file a tag, listed in all.ts',
  'src/pipeline/stages': 'one file a stage, listed in build-site.ts',
};

const LONGEST = 400;
/** May be longer, because they are tables: the words of a language. */
const TABLES = /^src\/engines\/highlight\/words\//;
/** Longer than they should be: this list may only get shorter. */
const TOO_LONG: readonly string[] = [];

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function filesBelow(folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources: readonly Source[] = filesBelow('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(`${root}/${path}`, 'utf8');
    const statements = text.matchAll(
      /^(?:import|export)\b[^;'"]*?\bfrom '([^'\n]+)'|^import '([^'\n]+)'|\bimport\('([^'\n]+)'\)/gm,
    );
    const names = [...statements].map(([, from, alone, later]) => from ?? alone ?? later ?? '');
    const imports = names.map((name) =>
      name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
    );
    return { path, text, imports };
  });

const areaOf = (path: string): string => path.split('/')[1] ?? '';

/** What breaks a rule, as a list that is to be empty. */
function offenders(breaks: (source: Source) => boolean | readonly string[]): string[] {
  return sources.flatMap((source) => {
    const found = breaks(source);
    if (found === true) return [source.path];
    return found === false ? [] : found.map((what) => `${source.path}: ${what}`);
  });
}

describe('imports', () => {
  test('there are sources to look at, each on a floor', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(offenders(({ path }) => FLOORS[areaOf(path)] === undefined)).toEqual([]);
  });

  test('point down the floors', () => {
    expect(
      offenders(({ path, imports }) =>
        imports.filter((target) => {
          const from = areaOf(path);
          const to = areaOf(target);
          if (!target.startsWith('src/') || from === to) return false;
          return (FLOORS[to] ?? 99) >= (FLOORS[from] ?? 0);
        }),
      ),
    ).toEqual([]);
  });

  test('name a file with its extension', () => {
    expect(
      offenders(({ imports }) => imports.filter((name) => name.startsWith('src/') && !name.endsWith('.ts'))),
    ).toEqual([]);
  });

  test('of the middle name no module of Node’s', () => {
    expect(
      offenders(({ path, imports }) => !EDGES.test(path) && imports.some((name) => name.startsWith('node:'))),
    ).toEqual([]);
  });

  test('of Node’s ports are made at the edges alone', () => {
    expect(
      offenders(
        ({ path, imports }) => !EDGES.test(path) && imports.some((name) => name.startsWith('src/node/')),
      ),
    ).toEqual([]);
  });

  test('of plugins are of the public API alone, and a plugin imports nothing of another one', () => {
    const folderOf = (path: string): string => path.split('/')[2] ?? '';
    expect(
      offenders(({ path, imports }) =>
        path.startsWith('src/plugins/') && path !== 'src/plugins/all.ts'
          ? imports.filter(
              (name) =>
                /^(?:src\/|node:)/.test(name) &&
                !PLUGIN_API.test(name) &&
                name !== 'src/plugins/liquid-text.ts' &&
                !(name.startsWith('src/plugins/') && folderOf(name) === folderOf(path)),
            )
          : [],
      ),
    ).toEqual([]);
  });

  test('of plugins name what the package exports', () => {
    const exported = new Set(exportsOf('src/index.ts'));
    const used = sources.flatMap(({ path, text }) =>
      path.startsWith('src/plugins/')
        ? [...text.matchAll(/^import ([^;']*) from '[^']*\/plugin\/api\/[^']*';/gm)].map(
            ([, names = '']) => ({ path, names: namesIn(names) }),
          )
        : [],
    );
    expect(used.length).toBeGreaterThan(50);
    // a namespace or a default would have no names
    expect(used.filter(({ names }) => names.length === 0)).toEqual([]);
    expect(
      used.flatMap(({ path, names }) =>
        names.filter((name) => !exported.has(name)).map((name) => `${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  test('of a plugin of others may be of all that the API has: the package exports each of its names', () => {
    const exported = new Set(exportsOf('src/index.ts'));
    const doors = sources.filter(({ path }) => PLUGIN_API.test(path));
    expect(doors.map(({ path }) => posix.basename(path, '.ts'))).toEqual(
      ['bibtex', 'diagnostics', 'html', 'markup', 'plugin', 'refuse', 'scholar', 'tag', 'values'].sort(),
    );
    expect(
      doors.flatMap(({ path }) =>
        exportsOf(path)
          .filter((name) => !exported.has(name))
          .map((name) => `${path}: ${name}`),
      ),
    ).toEqual([]);
  });

  test('of an engine from outside are of files at the top of its folder', () => {
    expect(
      offenders(({ path, imports }) =>
        imports.filter((target) => {
          const engine = ENGINE_INSIDE.exec(target)?.[1];
          return engine !== undefined && !path.startsWith(`src/engines/${engine}/`);
        }),
      ),
    ).toEqual([]);
  });

  test('of an engine from outside are of every file at the top of its folder', () => {
    const engineOf = (path: string): string => path.split('/', 3).join('/');
    const used = new Set(
      sources.flatMap(({ path, imports }) => imports.filter((target) => engineOf(target) !== engineOf(path))),
    );
    const unused = sources
      .map(({ path }) => path)
      .filter((path) => /^src\/engines\/[a-z]+\/[a-z-]+\.ts$/.test(path) && !used.has(path));
    expect(unused).toEqual(MISPLACED);
  });

  test('have no rings, types included', () => {
    expect(rings()).toEqual([]);
  });
});

/** The names in `{ a, type B, c as d }`, as the module that it is written in has them. */
function namesIn(braces: string): string[] {
  const [, list = ''] = /\{([^}]*)\}/.exec(braces) ?? [];
  return list
    .split(',')
    .map((each) => each.trim().replace(/^type /, ''))
    .filter((each) => each !== '')
    .map((each) => each.replace(/^.* as /, ''));
}

/** All names that a file exports, types included. */
function exportsOf(path: string): readonly string[] {
  const text = sources.find((source) => source.path === path)?.text ?? '';
  const declared = text.matchAll(
    /^export (?:async )?(?:function|const|class|abstract class|interface|type) (\w+)/gm,
  );
  const listed = text.matchAll(/^export (?:type )?(\{[^}]*\})/gm);
  return [...declared]
    .map(([, name = '']) => name)
    .concat([...listed].flatMap(([, names = '']) => namesIn(names)));
}

/** The largest sets of files that all reach each other by imports (Tarjan's strongly connected components). */
function rings(): readonly (readonly string[])[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const numbers = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): number => {
    const own = numbers.size;
    numbers.set(path, own);
    open.push(path);
    let lowest = own;
    for (const next of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(next)) continue;
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, numbers.get(next) ?? own);
    }
    if (lowest === own) {
      const ring = open.splice(open.indexOf(path));
      if (ring.length > 1 || byPath.get(path)?.imports.includes(path)) found.push(ring.sort());
    }
    return lowest;
  };
  for (const { path } of sources) if (!numbers.has(path)) visit(path);
  return found.sort();
}

describe('files', () => {
  test('are named in kebab-case for what they hold', () => {
    expect(
      offenders(
        ({ path }) => !/^src\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path),
      ),
    ).toEqual([]);
    expect(
      offenders(({ path }) =>
        /(?:^|[/-])(?:managers?|helpers?|utils?|core|common|misc)(?:[-./]|$)/.test(path),
      ),
    ).toEqual([]);
  });

  test('say at their head what they are for', () => {
    expect(offenders(({ text }) => !text.startsWith('/**'))).toEqual([]);
  });

  test('stay short', () => {
    const long = offenders(({ text }) => text.split('\n').length - 1 > LONGEST);
    expect(long.filter((path) => !TABLES.test(path)).sort()).toEqual(TOO_LONG);
    const lengths = sources.map(({ text }) => text.split('\n').length).sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThanOrEqual(80);
  });

  test('of one folder are few enough to be read as one list', () => {
    const counts = new Map<string, number>();
    for (const { path } of sources) {
      const folder = posix.dirname(path);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const wide = [...counts].filter(([, count]) => count > WIDEST).map(([folder]) => folder);
    expect(wide.sort()).toEqual(Object.keys(WIDE).sort());
  });

  test('export by name, and no file passes another one’s exports on', () => {
    expect(offenders(({ text }) => /^export default\b/m.test(text))).toEqual([]);
    expect(offenders(({ text }) => /^export \*/m.test(text))).toEqual([]);
    expect(
      offenders(({ path, text }) => !PUBLIC.test(path) && /^export (?:type )?\{[^}]*\} from '\./m.test(text)),
    ).toEqual([]);
  });
});

describe('the program', () => {
  const code = ({ text }: Source): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

  test('makes no code from strings', () => {
    expect(offenders((source) => /\beval\(|\bnew Function\(|\bFunction\(/.test(code(source)))).toEqual([]);
  });

  test('reads settings from the typed record: the values themselves are for templates', () => {
    const isValues = (path: string) => /^src\/(?:config|render\/drops)\//.test(path);
    expect(
      offenders((source) => {
        if (isValues(source.path)) return false;
        return [...code(source).matchAll(/\bvalues\??\.(?:get|has)\(['"`][^)]*\)/g)].map(([call]) => call);
      }),
    ).toEqual([]);
  });

  test('learns which builder is meant from one table: only the configuration asks for the setting', () => {
    const asks = (path: string) => /^src\/(?:config\/load-config|model\/builder\/rules)\.ts$/.test(path);
    expect(
      offenders((source) => {
        if (asks(source.path)) return false;
        return [
          ...code(source).matchAll(/\.githubPages\b|\bget\(['"`]github_pages|\bconfig\(['"`]github_pages/g),
        ].map(([call]) => call);
      }),
    ).toEqual([]);
  });

  test('ends in one place', () => {
    expect(offenders((source) => /\bprocess\.exit(?:Code)?\b/.test(code(source)))).toEqual([
      'src/cli/main.ts',
    ]);
  });

  test('asks the process, the clock, timers and chance at the edges alone', () => {
    const found = offenders((source) => {
      if (EDGES.test(source.path)) return false;
      return [...code(source).matchAll(WORLD)].map(([what]) => what);
    });
    const timers = TIMERS.map((path) => `${path}: AbortSignal.timeout`);
    expect(found.filter((each) => !timers.includes(each))).toEqual([]);
    expect(timers.filter((each) => !found.includes(each))).toEqual([]);
  });
});

describe('the catalogue', () => {
  const codes = [
    ...new Set(
      sources
        .filter(({ path }) => /^src\/(?:diagnostics\/catalogue\/.*|plugins\/.*\/messages)\.ts$/.test(path))
        .flatMap(({ text }) => [...text.matchAll(/\bcode: '([^']+)'/g)].map((match) => match[1] ?? '')),
    ),
  ].sort();
  const tests = filesBelow('test')
    .filter((path) => /\.(?:test\.ts|json)$/.test(path) && !path.endsWith('architecture.test.ts'))
    .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
    .join('\n');

  test('has codes of the form area/name', () => {
    expect(codes.length).toBeGreaterThan(50);
    expect(codes.filter((each) => !/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(each))).toEqual([]);
  });

  test('is where every diagnostic comes from', () => {
    expect(
      offenders(
        ({ path, text }) =>
          !/^src\/(?:diagnostics|plugins)\//.test(path) && /\bcode: '[a-z-]+\/[a-z0-9-]+'/.test(text),
      ),
    ).toEqual([]);
  });

  test('has no row that no test speaks of', () => {
    const silent = codes.filter((each) => !tests.includes(each));
    expect(silent.filter((each) => !UNPROVOKED.includes(each))).toEqual([]);
    expect(UNPROVOKED.filter((each) => !codes.includes(each))).toEqual([]);
  });
});

/** Codes without a test: this list may only get shorter. */
const UNPROVOKED: readonly string[] = [
  'highlight/unknown-language',
  'liquid/markup-failed',
  'liquid/no-engine',
  'markdown/block-parsing-in-text',
  'read/bad-name',
  'sass/unreadable',
  'serve/restart-needed',
];
