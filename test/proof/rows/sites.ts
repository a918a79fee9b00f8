/**
 * P3, P7 and P8: sites with spoilt files. Whatever is in them, a build ends, says what is wrong with a place in one of the
 * files and without a stack, and changes the destination only where it reports no error.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim } from '../../support/destinations.ts';
import type { Chance } from '../../support/edit-scripts.ts';
import type { MemoryFs } from '../../support/memory-fs.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';
import { filesBelow } from '../../support/recorded-sites.ts';
import { BIBTEX } from '../fuzz/data-engines.ts';
import { LIQUID, MARKDOWN, YAML } from '../fuzz/page-engines.ts';
import { hostileText, type Language } from '../fuzz/texts.ts';
import { broken, type Failure, type Row } from '../row.ts';

type Files = Readonly<Record<string, string>>;

const SITES = join(import.meta.dirname, '../../sites');
/** Code and Sass need more than a disk in memory; what another test keeps there is none of the site. */
const LEFT_OUT = /(?:^|\/)(?:_plugins|\.hastie-cache)\/|\.s[ac]ss$/;
const LARGEST = 20_000;

function textsOf(site: string): Files {
  const folder = join(SITES, site, 'source');
  const texts: Record<string, string> = {};
  for (const path of filesBelow(folder)) {
    if (LEFT_OUT.test(path)) continue;
    const text = readFileSync(join(folder, path), 'utf8');
    if (text.length < LARGEST && !text.includes('\ufffd')) texts[path] = text;
  }
  return texts;
}

const all = (...languages: readonly Language[]): readonly string[] =>
  languages.flatMap(({ pieces }) => pieces);
const PAGE = all(MARKDOWN, LIQUID, YAML);
/** What a file is spoilt with. */
function piecesFor(path: string): readonly string[] {
  if (/\.ya?ml$/.test(path)) return YAML.pieces;
  if (/\.bib$/.test(path)) return BIBTEX.pieces;
  return /\.(?:md|markdown)$/.test(path) ? PAGE : all(LIQUID, YAML);
}

interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

function diskOf(files: Files): MemoryFs {
  const fs = siteOnDisk(files);
  fs.put('/site/dist/index.html', 'the last good one');
  fs.put('/site/dist/old/page.html', 'gone from the source');
  claim(fs, '/site/dist', { source: '/site', cacheFolder: '/site/.hastie-cache', inputs: [] });
  return fs;
}

/** Settings may put the destination elsewhere; what is at its usual place stays then. */
async function wrongWith(files: Files, context: string): Promise<readonly Failure[]> {
  const fs = diskOf(files);
  const before = JSON.stringify(fs.tree('/site/dist'));
  const { status, out, err } = await hastie(fs, 'build --json');
  const { errors, warnings } = JSON.parse(out) as { errors: Told[]; warnings: Told[] };
  const failures = [...errors, ...warnings].flatMap((told) => wrongIn(told, files, context));
  for (const told of errors)
    if (told.hint === undefined)
      failures.push(broken(`${told.code} without a hint`, `${told.message}\n${context}`));
  if ((status === 1) !== errors.length > 0)
    failures.push(broken(`the status is ${status}`, `${err}\n${context}`));
  const isWriting = errors.some(({ code }) => code.startsWith('write/'));
  if (errors.length > 0 && !isWriting && JSON.stringify(fs.tree('/site/dist')) !== before)
    failures.push(broken('an error, and the destination has changed', `${err}\n${context}`));
  return failures;
}

function wrongIn(told: Told, files: Files, context: string): readonly Failure[] {
  const { code, message, file, line = 0, column = 0 } = told;
  const detail = `${JSON.stringify(told)}\n${context}`;
  if (code === 'build/internal-error') {
    const reason = message.slice(message.indexOf(': ') + 2).replace(/(["'`]).*\1/gs, '…');
    return [broken(`an internal error: ${reason.slice(0, 100)}`, detail)];
  }
  if (file === undefined) return [{ kind: 'no place', what: `${code} without a place`, detail }];
  const text = files[file];
  const isThere = text !== undefined && line >= 1 && line <= text.split(/\r\n?|\n/).length && column >= 1;
  const isForProgrammers = /\n\s+at |\bundefined\b(?! (?:variable|mixin|function|operation))|\[object /.test(
    message.replace(/`[^`]*`/gs, ''),
  );
  return [
    ...(isThere ? [] : [{ kind: 'no place', what: `${code} at a place that is not there`, detail } as const]),
    ...(isForProgrammers ? [broken(`${code}: a message for programmers`, detail)] : []),
  ];
}

async function open() {
  const sites = readdirSync(SITES).sort();
  const known = new Map<string, Files>();
  const filesOf = (site: string): Files => {
    const files = known.get(site) ?? textsOf(site);
    known.set(site, files);
    return files;
  };
  return {
    full: 100_000,
    async attempt(_number: number, chance: Chance) {
      const site = chance.pick(sites);
      const files: Record<string, string> = { ...filesOf(site) };
      const paths = Object.keys(files);
      if (paths.length === 0) return [];
      const spoilt: Record<string, string> = {};
      for (let count = 1 + chance.number(2); count > 0; count--) {
        const path = chance.pick(paths);
        files[path] = spoilt[path] = hostileText(chance, { texts: [files[path]!], pieces: piecesFor(path) });
      }
      return await wrongWith(files, `test/sites/${site} with ${JSON.stringify(spoilt)}`);
    },
    close: () => {},
  };
}

export const sites: Row = {
  name: 'sites',
  promise: 'P7',
  counted: 'sites with spoilt files',
  each: 1,
  weight: 20,
  limitMs: 30_000,
  flags: [],
  open,
};
