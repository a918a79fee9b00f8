/** A process that writes one numbered build of many pages, to be killed or raced by the tests that start it. */

import { mkdirSync } from 'node:fs';
import { nodeFs } from '../../src/node/fs.ts';
import { nodeProcesses } from '../../src/node/processes.ts';
import { guardDestination } from '../../src/write/destination.ts';
import { writeOutputs } from '../../src/write/write.ts';
import { numberedBuild } from './numbered-build.ts';
import { textOutputs } from './outputs.ts';

const [folder = '', number = '0', startAt = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
// the cache is reached through no link
const site = nodeFs.realPath(folder);
const destination = guardDestination(nodeFs, {
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
const { diagnostics } = writeOutputs(nodeFs, destination, outputs, {
  keepFiles: [],
  adopt: false,
  processes: nodeProcesses,
});
for (const { code, message } of diagnostics) process.stderr.write(`${code}: ${message}\n`);
process.exit(diagnostics.length === 0 ? 0 : 1);
