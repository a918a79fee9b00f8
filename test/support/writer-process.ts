/**
 * A process that writes one numbered build of many pages, to be killed or raced by the tests that start it. Prints `begins`
 * before the first call that changes the disk, and in the end how many there were.
 *
 * Arguments: the folder of the site, the number of the build, the time to begin at, and the call in which the process is to
 * kill itself, counted from 1: with half of the file on disk where the call writes one.
 */

import { mkdirSync, writeSync } from 'node:fs';
import { startOfFile } from '../../src/model/output.ts';
import { nodeFs } from '../../src/node/fs.ts';
import { nodeProcesses } from '../../src/node/processes.ts';
import type { WriteFs } from '../../src/ports/fs.ts';
import { guardDestination } from '../../src/write/destination.ts';
import { writeOutputs } from '../../src/write/write.ts';
import { numberedBuild } from './numbered-build.ts';
import { textOutputs } from './outputs.ts';

const [folder = '', number = '0', startAt = '0', killAt = '0'] = process.argv.slice(2);
let calls = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

/** `half` is done in place of the call that is not survived. */
function mayDie(half: () => void = () => {}): void {
  if (++calls === 1) writeSync(1, 'begins\n');
  if (calls !== Number(killAt)) return;
  half();
  die();
}

const fs: WriteFs = {
  ...nodeFs,
  makeFolder(path) {
    mayDie();
    nodeFs.makeFolder(path);
  },
  createFile(path, content) {
    mayDie(() => nodeFs.createFile(path, content.slice(0, content.length >> 1)));
    nodeFs.createFile(path, content);
  },
  rename(from, to) {
    mayDie();
    nodeFs.rename(from, to);
  },
  removeFile(path) {
    mayDie();
    nodeFs.removeFile(path);
  },
  removeFolder(path) {
    mayDie();
    nodeFs.removeFolder(path);
  },
  setModified(path, mtimeMs) {
    mayDie();
    nodeFs.setModified(path, mtimeMs);
  },
};

mkdirSync(folder, { recursive: true });
// the cache is reached through no link
const site = nodeFs.realPath(folder);
const destination = guardDestination(fs, {
  destination: `${site}/dist`,
  source: site,
  cacheFolder: `${site}/.hastie-cache`,
  isCached: true,
  home: undefined,
  inputs: [],
});
if ('code' in destination) throw new Error(destination.message);
const outputs = textOutputs(numberedBuild(Number(number)));
// Races begin at the same moment however long each process took to start.
while (Date.now() < Number(startAt));
const { diagnostics } = writeOutputs(fs, destination, outputs, {
  keepFiles: [],
  adopt: false,
  placeOf: startOfFile,
  processes: nodeProcesses,
});
for (const { code, message } of diagnostics) process.stderr.write(`${code}: ${message}\n`);
process.stdout.write(`${calls}\n`);
process.exitCode = diagnostics.length === 0 ? 0 : 1;
