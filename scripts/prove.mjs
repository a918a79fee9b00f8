// Holds the promises of docs/PROMISES.md against generated attacks: `npm run prove -- --help`. Bundles test/proof and runs it.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTestScripts } from './bundle-test-script.mjs';

// below node_modules, so that packages that are not bundled are found
const cache = join(import.meta.dirname, '../node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'hastie-prove-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await bundleTestScripts(['proof/prove.ts', 'proof/attempts-process.ts'], folder);
const child = spawn(process.execPath, [join(folder, 'prove.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (status) => {
  process.exitCode = status ?? 1;
});
