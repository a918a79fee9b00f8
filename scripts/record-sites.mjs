// Records what the installed Jekyll makes of the sources in test/sites: node scripts/record-sites.mjs [NAME …]
// A site whose folder holds `jekyll: differs` in its NOTE keeps what was written there by hand.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sites = join(import.meta.dirname, '../test/sites');
const names = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(sites);

for (const name of names) {
  const source = join(sites, name, 'source');
  const note = join(sites, name, 'NOTE');
  if (!existsSync(source) || (existsSync(note) && /^jekyll: differs/m.test(readFileSync(note, 'utf8'))))
    continue;
  const copy = mkdtempSync(join(tmpdir(), 'record-'));
  const built = join(copy, 'out');
  cpSync(source, join(copy, 'source'), { recursive: true });
  execFileSync(
    'jekyll',
    ['build', '--quiet', '--disable-disk-cache', '-d', built],
    {
      // Bundler looks for a Gemfile here
      cwd: join(copy, 'source'),
      env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8', JEKYLL_ENV: 'production' },
      stdio: ['ignore', 'inherit', 'ignore'],
    },
  );
  const expected = join(sites, name, 'expected');
  rmSync(expected, { recursive: true, force: true });
  cpSync(built, expected, { recursive: true });
  rmSync(copy, { recursive: true });
  console.log(`recorded ${name}`);
}
