/** `hastie clean`: removes what was built, as far as it is Hastie's own, and the cache. */

import { loadConfig } from '../../config/load-config.ts';
import { cleanFailed, cleanRefused } from '../../diagnostics/catalogue/program/cli.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import { bearsMark } from '../../files/sealed.ts';
import type { Config } from '../../model/config.ts';
import { startOfFile } from '../../model/output.ts';
import { attempt, FsError, type WriteFs } from '../../ports/fs.ts';
import { MARK_FILES, wasFound } from '../../write/cache-folder.ts';
import { examineHolding } from '../../write/ownership.ts';
import { pathOfRecord, recordsInUse } from '../../write/record.ts';
import { keptFiles, mayUseCache, siteDestination } from '../../write/site-destination.ts';
import { systemReason } from '../../write/system-reason.ts';
import { writeOutputs } from '../../write/write.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics, shownPath } from '../context.ts';
import { jsonFailure } from '../report/json-report.ts';
import { count } from '../report/summary.ts';

/** Returns the exit status. */
export function runClean(context: Context): number {
  const { args, world, terminal, workingFolder } = context;
  const config = loadConfig(world.fs, world.env, { workingFolder, overrides: args.overrides }, world.plugins);
  const diagnostics = [...args.remarks, ...config.diagnostics];
  let removed = 0;
  if (!hasErrors(diagnostics)) {
    const built = cleanDestination(context, config);
    const cache = cleanCache(world.fs, config);
    diagnostics.push(...built.diagnostics, ...cache.diagnostics);
    removed = built.removed + cache.removed;
  }
  reportDiagnostics(context, diagnostics, config.source);
  const failed = hasErrors(diagnostics);
  if (args.program.get('json') === true) {
    terminal.out(failed ? jsonFailure(diagnostics) : `${JSON.stringify({ ok: true, removed })}\n`);
  }
  if (!failed && !isQuiet(args, world)) {
    const what = [config.destination, config.cacheFolder].map((path) => shownPath(workingFolder, path));
    print(
      context,
      removed === 0
        ? 'Nothing to remove.\n'
        : `Removed ${count(removed, 'file')} from ${what.join(' and ')}.\n`,
    );
  }
  return failed ? EXIT.failed : EXIT.ok;
}

interface Cleaning {
  readonly removed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A site of no outputs: everything that is ours no longer belongs. */
function cleanDestination({ world }: Context, config: Config): Cleaning {
  const { fs, processes, env, announce } = world;
  if (fs.linkStat(config.destination) === undefined) return { removed: 0, diagnostics: [] };
  const destination = siteDestination(fs, env, config);
  if ('code' in destination) return { removed: 0, diagnostics: [destination] };
  const keepFiles = keptFiles(config);
  try {
    const { ownership, isMade } = examineHolding(fs, destination, keepFiles);
    if (ownership === 'unproven')
      return { removed: 0, diagnostics: [diagnose(cleanRefused, { folder: config.destination })] };
    if (ownership === 'empty') return { removed: 0, diagnostics: [] };
    const { removed, diagnostics } = writeOutputs(fs, destination, [], {
      keepFiles,
      adopt: false,
      placeOf: startOfFile,
      processes,
      announce,
    });
    if (!hasErrors(diagnostics)) {
      // What was kept keeps the folder, too.
      if (isMade) attempt(() => fs.removeFolder(destination.path));
      const { record } = destination;
      if (record !== undefined) attempt(() => fs.removeFile(pathOfRecord(record)));
    }
    return { removed: removed.length, diagnostics };
  } catch (error) {
    return { removed: 0, diagnostics: [failure(error)] };
  }
}

/** Any other exception than the system's refusal is a bug and flies on. */
function failure(error: unknown): Diagnostic {
  if (!(error instanceof FsError)) throw error;
  return diagnose(cleanFailed, { path: error.path, reason: systemReason(error) });
}

/**
 * Only a folder that bears our mark goes. The records of other destinations stay, and the mark with them, without which these
 * could not be removed any more.
 */
function cleanCache(fs: WriteFs, config: Config): Cleaning {
  const { cacheFolder } = config;
  const nothing = { removed: 0, diagnostics: [] };
  if (!mayUseCache(config)) return nothing;
  try {
    const there = fs.linkStat(cacheFolder);
    if (there === undefined || (there.kind === 'folder' && fs.list(cacheFolder).length === 0)) return nothing;
    if (!bearsMark(fs, cacheFolder))
      return { removed: 0, diagnostics: [diagnose(cleanRefused, { folder: cacheFolder })] };
    const isFound = wasFound(fs, cacheFolder);
    const marks = MARK_FILES.map((name) => `${cacheFolder}/${name}`);
    const { files } = removeTree(fs, cacheFolder, new Set([...recordsInUse(fs, cacheFolder), ...marks]));
    // the marks go last: what is left of a removal that broke off is still ours
    if (fs.list(cacheFolder).every(({ name }) => MARK_FILES.includes(name))) {
      for (const { name } of fs.list(cacheFolder)) fs.removeFile(`${cacheFolder}/${name}`);
      if (!isFound) fs.removeFolder(cacheFolder);
    }
    return { removed: files, diagnostics: [] };
  } catch (error) {
    return { removed: 0, diagnostics: [failure(error)] };
  }
}

/** Removes all but the files to `keep` and the folders that they lie in; a link goes as a link. */
function removeTree(
  fs: WriteFs,
  folder: string,
  keep: ReadonlySet<string>,
): { readonly files: number; readonly isGone: boolean } {
  let files = 0;
  let isEmpty = true;
  for (const { name, kind } of fs.list(folder)) {
    const path = `${folder}/${name}`;
    if (kind === 'folder') {
      const inside = removeTree(fs, path, keep);
      files += inside.files;
      isEmpty &&= inside.isGone;
    } else if (keep.has(path)) isEmpty = false;
    else {
      fs.removeFile(path);
      files++;
    }
  }
  if (isEmpty) fs.removeFolder(folder);
  return { files, isGone: isEmpty };
}
