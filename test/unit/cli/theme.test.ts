/** `hastie theme list|update|vendor`, and what `hastie doctor` says of a theme. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noCache } from '../../../src/cache/disk-cache.ts';
import { run } from '../../../src/cli/run.ts';
import { archiveOf } from '../../support/tarball.ts';
import { ThemedSite } from '../themes/themed-site.ts';

const OTHER = 'fedcba9876543210fedcba9876543210fedcba98';
const files = {
  '_layouts/default.html': '{{ content }}',
  '_includes/foot.html': 'foot',
  '_config.yml': 'title: A demonstration\n',
  'oar.gemspec': '',
  LICENSE: 'MIT',
};

let site: ThemedSite;
beforeEach(async () => {
  site = await ThemedSite.create({
    '_config.yml': 'remote_theme: ada/oar@v1\nurl: https://ada.example\n',
    'index.md': '---\nlayout: default\ntitle: Home\n---\nhi',
  });
  site.server.serve('/ada/oar/tar.gz/v1', archiveOf(files));
});
afterEach(() => site.close());

async function hastie(words: string) {
  let [out, err] = ['', ''];
  const status = await run(words.split(' '), {
    world: site.world(),
    cache: noCache,
    terminal: {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      interactive: false,
      outInteractive: false,
      columns: 80,
    },
    workingFolder: site.source,
    interrupted: () => false,
  });
  return { status, out, err };
}

describe('hastie theme list', () => {
  test('says which theme is used, from where, and whether it is locked', async () => {
    expect((await hastie('theme list')).out).toBe(
      'ada/oar (v1) of https://github.com/ada/oar, not locked, not yet on this machine\n',
    );
    expect(site.server.requests).toEqual([]);
    await site.build();
    const { out, status } = await hastie('theme list');
    expect([status, out]).toEqual([
      0,
      'ada/oar (v1, commit 0123456) of https://github.com/ada/oar, locked\n',
    ]);
    expect(JSON.parse((await hastie('theme list --json')).out)).toMatchObject({
      ok: true,
      theme: { name: 'ada/oar', ref: 'v1', from: 'repository', locked: true },
    });
  });

  test('says where an installed theme and a folder lie', async () => {
    site.put({ '_config.yml': 'theme: ./own\n', 'own/_layouts/a.html': '' });
    expect((await hastie('theme list')).out).toBe(`./own, the folder ${site.source}/own\n`);
    site.put({ '_config.yml': '' });
    expect((await hastie('theme list')).out).toBe('The site uses no theme\n');
    expect((await hastie('theme update')).err).toContain('theme/none');
  });
});

describe('hastie theme update', () => {
  test('moves the lock to what the ref is now', async () => {
    await site.build();
    expect((await hastie('theme update')).out).toBe('ada/oar is up to date: v1, commit 0123456.\n');
    site.server.serve(
      '/ada/oar/tar.gz/v1',
      archiveOf({ ...files, '_includes/foot.html': 'new' }, { commit: OTHER }),
    );
    expect((await hastie('theme update ada/oar')).out).toBe(
      'Updated ada/oar from v1, commit 0123456 to v1, commit fedcba9.\n',
    );
    expect(site.lock().themes).toMatchObject([{ commit: OTHER }]);
    const before = site.server.requests.length;
    expect((await site.build()).ok).toBe(true);
    expect(site.server.requests).toHaveLength(before);
  });

  test('takes the name of the theme alone, and a theme that can be locked', async () => {
    const other = await hastie('theme update minima');
    expect([other.status, other.err]).toEqual([1, expect.stringContaining('theme/other')]);
    site.put({ '_config.yml': 'theme: ./own\n', 'own/_layouts/a.html': '' });
    expect((await hastie('theme update')).err).toContain('theme/not-from-repository');
  });

  test('leaves everything as it is where it fails', async () => {
    await site.build();
    const before = readFileSync(join(site.source, 'hastie-themes.lock.json'), 'utf8');
    site.server.serve('/ada/oar/tar.gz/v1', Buffer.from('no archive'));
    const { status, err } = await hastie('theme update');
    expect([status, err]).toEqual([1, expect.stringContaining('theme/archive-refused')]);
    expect(readFileSync(join(site.source, 'hastie-themes.lock.json'), 'utf8')).toBe(before);
    expect((await site.build()).ok).toBe(true);
  });
});

describe('hastie theme vendor', () => {
  test('copies the theme into the site, which is built the same from there', async () => {
    const { status, out } = await hastie('theme vendor');
    expect([status, out]).toEqual([
      0,
      'Copied 4 files to _themes/oar. Now write `theme: ./_themes/oar` in _config.yml, and remove `remote_theme`.\n',
    ]);
    // jekyll-remote-theme would not read it
    expect(existsSync(join(site.source, '_themes/oar/_config.yml'))).toBe(false);
    site.put({ '_config.yml': 'theme: ./_themes/oar\n' });
    await site.server.close();
    expect((await site.build()).ok).toBe(true);
    expect(site.files(join(site.root, 'out'))).toEqual(['index.html']);
    expect((await hastie('theme vendor')).out).toContain('The theme is in the site already');
  });

  test('does not touch a folder that is there', async () => {
    site.put({ '_themes/oar/_includes/mine.html': 'mine' });
    const { status, err } = await hastie('theme vendor');
    expect([status, err]).toEqual([1, expect.stringContaining('theme/vendored')]);
    expect(site.files(join(site.source, '_themes'))).toEqual(['oar/_includes/mine.html']);
  });
});

describe('the command line', () => {
  test('knows the subcommands', async () => {
    expect((await hastie('theme')).err).toContain('`hastie theme list|update|vendor`');
    expect(await hastie('theme lst')).toMatchObject({
      status: 2,
      err: expect.stringContaining('did you mean `list`?'),
    });
    expect((await hastie('theme --help')).out).toContain(
      'Usage: hastie theme list|update|vendor [NAME] [flags]',
    );
    expect((await hastie('completion bash')).out).toContain("words='list update vendor --source");
  });
});

describe('hastie doctor', () => {
  test('says which theme is used, and what the site overrides', async () => {
    await site.build();
    site.put({ '_includes/foot.html': 'own' });
    const { out, err } = await hastie('doctor');
    expect(err).toContain('the theme is ada/oar (v1, commit 0123456) of https://github.com/ada/oar, locked');
    expect(err).toContain('the site overrides 1 file of its theme: `_includes/foot.html`');
    expect(err).toContain('doctor/theme-overridden');
    expect(out).toContain('No problems found');
  });

  test('says that the lock does not name the theme, or is behind, and writes none itself', async () => {
    const { err, status } = await hastie('doctor');
    expect([status, err]).toEqual([1, expect.stringContaining('doctor/theme-not-locked')]);
    expect(existsSync(join(site.source, 'hastie-themes.lock.json'))).toBe(false);
    site.put({ '_config.yml': 'theme: just-the-docs\n', Gemfile: 'gem "just-the-docs", "0.10.1"\n' });
    site.server.serve('/just-the-docs/just-the-docs/tar.gz/v0.10.1', archiveOf(files));
    await site.build();
    site.put({ Gemfile: '' });
    const behind = await hastie('doctor');
    expect(behind.err).toContain('`just-the-docs` is locked at `v0.10.1`; `v0.12.0` is newer');
    expect(behind.err).toContain('doctor/theme-behind');
  });
});
