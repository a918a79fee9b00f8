// Saves while a site is served: how long until the saved page, and until every page that a clean build would change, is on disk.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { awaitFiles } from './await-files.mjs';
import { editOf } from './edits.mjs';
import { measure } from './measure.mjs';
import { hastieBuild } from './peers.mjs';
import { progress } from './progress.mjs';
import { folderIn, remove } from './scratch.mjs';
import { startServer } from './server.mjs';
import { keepCompiler } from './sheets.mjs';
import { copySite } from './sites.mjs';
import { medians } from './statistics.mjs';
import { whole } from './table.mjs';
import { differing, readTree } from './trees.mjs';

const LATE = 30_000;

/**
 * Measures a serving row: medians in ms of `own`, `all` and of what they are held against, and how many pages depend on the
 * edit. The edit is made and taken back in turn; each save is measured.
 */
export async function measureServing(row, site, saves, bench) {
  const home = folderIn(bench.scratch, 'serve', row.id);
  const clean = copySite(site.sources.jekyll, join(home, 'clean'));
  const served = copySite(site.sources.jekyll, join(home, 'served'));
  const edit = editOf(row.serve, served);
  const states = [edit.before, edit.after];
  progress(`${row.id}: what a save of ${edit.file} changes, by two clean builds`);
  const expected = await expectedFiles(clean, join(home, 'expected'), edit, bench);

  const times = { own: [], all: [], 'clean build': [], 'sass-embedded': [] };
  const out = join(home, 'out');
  const server = await startServer(served, out, bench.env);
  const compiler =
    row.serve === 'sass' && bench.peers['sass-embedded'].version ? await keepCompiler(served) : undefined;
  try {
    // the first saves warm the server and the compiler, as a morning's first would
    await server.idle();
    for (let save = -2; save < saves; save++) {
      const state = (save + 3) % 2;
      const files = expected.files.map(({ path, bytes }) => ({ path: join(out, path), bytes: bytes[state] }));
      const start = performance.now();
      writeFileSync(join(served, edit.file), states[state]);
      const { first: own, all, late } = await awaitFiles(files, start, LATE);
      if (late !== undefined) bench.warn(`${row.id}: ${late} was not right ${LATE / 1000} s after a save`);
      await server.idle();
      const beside = await measureBeside(row, { clean, compiler }, bench);
      bench.raw.add({ row: row.id, save, file: edit.file, own, all, pages: files.length, ...beside });
      progress(
        `${row.id} save ${save + 1}/${saves}: its page ${whole(own)} ms, all ${files.length} ${whole(all)} ms`,
      );
      if (save < 0) continue;
      for (const [name, value] of Object.entries({ own, all, ...beside })) times[name].push(value);
    }
    const state = (saves + 2) % 2;
    const wrong = differing(readTree(out), expected.trees[state]).filter((path) => !/^\.hastie/.test(path));
    if (wrong.length > 0)
      bench.warn(`${row.id}: ${wrong.length} served files are not those of a clean build, e.g. ${wrong[0]}`);
  } finally {
    await compiler?.close();
    await server.stop();
    await remove(home);
  }
  return { ...medians(times), pages: expected.files.length, file: edit.file };
}

/** What the served figures are held against, measured in the same round. */
async function measureBeside({ serve }, { clean, compiler }, bench) {
  if (compiler !== undefined) return { 'sass-embedded': await compiler.compile() };
  if (serve !== 'layout') return {};
  return { 'clean build': (await buildClean(clean, join(bench.scratch, 'serve', 'timed'), bench)) * 1000 };
}

/** Builds without a cache and gives the wall time in seconds. */
async function buildClean(source, out, bench) {
  await remove(out, join(source, '.hastie-cache'));
  const { status, wall, log } = await measure(hastieBuild(source, out), { ...bench, cwd: source });
  if (status !== 0) throw new Error(`hastie could not build ${source}: ${log}`);
  return wall;
}

/** The trees before and after the edit, and the files in which they differ with the bytes of both, the own page first. */
async function expectedFiles(clean, out, edit, bench) {
  const outs = [join(out, 'before'), join(out, 'after')];
  for (const [index, text] of [edit.before, edit.after].entries()) {
    writeFileSync(join(clean, edit.file), text);
    await buildClean(clean, outs[index], bench);
  }
  writeFileSync(join(clean, edit.file), edit.before);
  const trees = outs.map(readTree);
  const files = differing(...trees)
    .filter((path) => trees.every((tree) => tree.has(path)))
    .map((path) => ({ path, bytes: outs.map((folder) => readFileSync(join(folder, path))) }))
    .sort((a, b) => Number(edit.own(b.path)) - Number(edit.own(a.path)));
  if (files.length === 0) throw new Error(`no page depends on ${edit.file}`);
  return { trees, files };
}
