/** P2: a destination that is not ours is refused before any write. */

import { describe, expect, test } from 'vitest';
import { startOfFile } from '../../src/model/output.ts';
import type { DestinationQuestion } from '../../src/write/destination.ts';
import { writeOutputs } from '../../src/write/write.ts';
import { ask } from '../support/destinations.ts';
import { createFaultyFs } from '../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../support/memory-fs.ts';
import { textOutputs } from '../support/outputs.ts';
import { createProcesses } from '../support/processes.ts';

interface Danger {
  readonly what: string;
  readonly destination: string;
  readonly code: string;
  readonly site?: Partial<DestinationQuestion>;
  readonly prepare?: (fs: MemoryFs) => void;
}

const link =
  (target: string) =>
  (fs: MemoryFs): void =>
    fs.putLink('/home/ada/link', target);

const DANGERS: readonly Danger[] = [
  { what: 'the root of the disk', destination: '/', code: 'destination/protected' },
  { what: 'the root of a drive', destination: 'C:/', code: 'destination/protected' },
  {
    what: 'a link to the root',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: link('/'),
  },
  { what: 'the home folder', destination: '/home/ada', code: 'destination/protected' },
  {
    what: 'the home folder, when the site is elsewhere',
    destination: '/home/ada',
    code: 'destination/protected',
    site: { source: '/srv/site', cacheFolder: '/srv/site/.hastie-cache', inputs: [] },
  },
  {
    what: 'the folder of all homes',
    destination: '/home',
    code: 'destination/protected',
    site: { source: '/srv/site', cacheFolder: '/srv/site/.hastie-cache', inputs: [] },
  },
  {
    what: 'a link to the home folder',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: link('/home/ada'),
  },
  {
    what: 'a home folder that is itself a link',
    destination: '/data/ada',
    code: 'destination/protected',
    site: { home: '/home/bob' },
    prepare: (fs) => {
      fs.putFolder('/data/ada');
      fs.putLink('/home/bob', '/data/ada');
    },
  },
  { what: 'the source', destination: '/home/ada/site', code: 'destination/protected' },
  {
    what: 'the folder that holds the source',
    destination: '/home/ada',
    code: 'destination/protected',
    site: { home: '/root' },
  },
  {
    what: 'a folder further up',
    destination: '/home',
    code: 'destination/protected',
    site: { home: undefined },
  },
  {
    what: 'a link to the source',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: link('/home/ada/site'),
  },
  {
    what: 'a relative link to the source',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: link('site'),
  },
  {
    what: 'a link to a link to the source',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: (fs) => {
      fs.putLink('/home/ada/second', '/home/ada/site');
      fs.putLink('/home/ada/link', '/home/ada/second');
    },
  },
  {
    what: 'a link to the folder that holds the source',
    destination: '/home/ada/site/out',
    code: 'destination/protected',
    site: { home: undefined },
    prepare: (fs) => fs.putLink('/home/ada/site/out', '..'),
  },
  {
    what: 'the source where that is named through a link',
    destination: '/home/ada/site',
    code: 'destination/protected',
    site: { source: '/home/ada/link' },
    prepare: link('/home/ada/site'),
  },
  {
    what: 'a link inside the source that leads back to it',
    destination: '/home/ada/site/dist',
    code: 'destination/protected',
    prepare: (fs) => fs.putLink('/home/ada/site/dist', '/home/ada/site'),
  },
  { what: '`.git`', destination: '/home/ada/site/.git', code: 'destination/protected' },
  { what: 'a folder inside `.git`', destination: '/home/ada/site/.git/pages', code: 'destination/protected' },
  {
    what: '`.GIT`, which is the same on some disks',
    destination: '/home/ada/site/.GIT',
    code: 'destination/protected',
  },
  { what: '`.git` of somebody else', destination: '/srv/other/.git', code: 'destination/protected' },
  { what: '`.svn`', destination: '/home/ada/site/.svn', code: 'destination/protected' },
  { what: '`.hg`', destination: '/home/ada/site/.hg/store', code: 'destination/protected' },
  {
    what: 'a link to `.git`',
    destination: '/home/ada/link',
    code: 'destination/protected',
    prepare: (fs) => {
      fs.putFolder('/home/ada/site/.git');
      fs.putLink('/home/ada/link', '/home/ada/site/.git');
    },
  },
  { what: 'the cache folder', destination: '/home/ada/site/.hastie-cache', code: 'destination/protected' },
  {
    what: 'a folder inside the cache',
    destination: '/home/ada/site/.hastie-cache/out',
    code: 'destination/protected',
  },
  {
    what: 'a folder that holds the cache',
    destination: '/srv/out',
    code: 'destination/protected',
    site: { cacheFolder: '/srv/out/cache' },
  },
  { what: 'the layouts', destination: '/home/ada/site/_layouts', code: 'destination/holds-inputs' },
  {
    what: 'a folder inside the layouts',
    destination: '/home/ada/site/_layouts/out',
    code: 'destination/holds-inputs',
  },
  {
    what: 'a link to the layouts',
    destination: '/home/ada/link',
    code: 'destination/holds-inputs',
    prepare: link('/home/ada/site/_layouts'),
  },
  { what: 'the posts', destination: '/home/ada/site/_posts', code: 'destination/holds-inputs' },
  { what: 'the theme', destination: '/home/ada/theme', code: 'destination/holds-inputs' },
  {
    what: 'a folder that holds the theme',
    destination: '/srv/themes',
    code: 'destination/holds-inputs',
    site: { inputs: ['/srv/themes/plain'] },
    prepare: (fs) => fs.putFolder('/srv/themes/plain'),
  },
  {
    what: 'a folder that holds a configuration file',
    destination: '/srv/settings',
    code: 'destination/holds-inputs',
    site: { inputs: ['/srv/settings/site.yml'] },
    prepare: (fs) => fs.put('/srv/settings/site.yml', ''),
  },
  { what: 'a file', destination: '/home/ada/thesis.txt', code: 'destination/not-a-folder' },
  {
    what: 'a folder below a file',
    destination: '/home/ada/thesis.txt/out',
    code: 'destination/not-a-folder',
  },
  {
    what: 'a link to a file',
    destination: '/home/ada/link',
    code: 'destination/not-a-folder',
    prepare: link('/home/ada/thesis.txt'),
  },
  {
    what: 'a link that leads nowhere',
    destination: '/home/ada/link',
    code: 'destination/not-a-folder',
    prepare: link('/gone'),
  },
  {
    what: 'a device',
    destination: '/dev/null',
    code: 'destination/not-a-folder',
    prepare: (fs) => fs.putOther('/dev/null'),
  },
  { what: 'somebody else’s folder', destination: '/home/ada/important', code: 'destination/not-ours' },
  {
    what: 'somebody else’s folder inside the source',
    destination: '/home/ada/site/important',
    code: 'destination/not-ours',
  },
  { what: 'a folder of pictures', destination: '/home/ada/site/images', code: 'destination/not-ours' },
  { what: 'a folder with one hidden file', destination: '/home/ada/hidden', code: 'destination/not-ours' },
  {
    what: 'another site with a page of the same name',
    destination: '/home/ada/other',
    code: 'destination/not-ours',
  },
  {
    what: 'a link to somebody else’s folder',
    destination: '/home/ada/link',
    code: 'destination/not-ours',
    prepare: link('/home/ada/important'),
  },
  {
    what: 'a folder that holds a link only',
    destination: '/home/ada/links',
    code: 'destination/not-ours',
    prepare: (fs) => fs.putLink('/home/ada/links/index.html', '/home/ada/thesis.txt'),
  },
  {
    what: 'a folder reached through `_site`, which is a link to it',
    destination: '/home/ada/site/_site',
    code: 'destination/not-ours',
    prepare: (fs) => fs.putLink('/home/ada/site/_site', '/home/ada/important'),
  },
];

function disk(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', 'title: Ada');
  fs.put('/home/ada/site/_layouts/default.html', '{{ content }}');
  fs.put('/home/ada/site/_posts/2020-01-01-a.md', '');
  fs.put('/home/ada/site/images/me.png', 'png');
  fs.put('/home/ada/site/important/thesis.txt', 'years of work');
  fs.put('/home/ada/theme/_layouts/page.html', '');
  fs.put('/home/ada/thesis.txt', 'years of work');
  fs.put('/home/ada/important/thesis.txt', 'years of work');
  fs.put('/home/ada/hidden/.secret', 'key');
  fs.put('/home/ada/other/index.html', 'the other site');
  return fs;
}

describe('a dangerous destination is refused, and nothing is written', () => {
  test.each(DANGERS)('$what', ({ destination, code, site, prepare }) => {
    const fs = disk();
    prepare?.(fs);
    const before = fs.tree('/');
    const watched = createFaultyFs(fs);
    const answer = ask(watched, destination, site);
    const refusals =
      'code' in answer
        ? [answer]
        : writeOutputs(watched, answer, textOutputs({ 'index.html': 'ours' }), {
            keepFiles: ['.git', '.svn'],
            adopt: false,
            placeOf: startOfFile,
            processes: createProcesses(1),
          }).diagnostics;
    expect(refusals.map((refusal) => [refusal.code, refusal.severity])).toEqual([[code, 'error']]);
    expect(refusals[0]?.hint).toBeTruthy();
    expect(watched.log).toEqual([]);
    expect(fs.tree('/')).toEqual(before);
  });

  test('on a disk that ignores letter case, the source under another spelling', () => {
    const fs = createMemoryFs({ ignoreCase: true });
    fs.put('/home/ada/site/_config.yml', '');
    expect(ask(fs, '/home/ada/SITE')).toMatchObject({ code: 'destination/protected' });
    expect(ask(fs, '/HOME/Ada/site/_layouts/../')).toMatchObject({ code: 'destination/protected' });
  });
});

describe('`--adopt-destination`', () => {
  test('writes beside files that Hastie did not make, and never removes them', () => {
    const fs = disk();
    const write = (outputs: Record<string, string>, adopt: boolean) => {
      const answer = ask(fs, '/home/ada/important');
      if ('code' in answer) throw new Error(answer.message);
      return writeOutputs(fs, answer, textOutputs(outputs), {
        keepFiles: [],
        adopt,
        placeOf: startOfFile,
        processes: createProcesses(1),
      });
    };
    expect(write({ 'index.html': '1', 'a.html': '1' }, true).diagnostics).toEqual([]);
    expect(fs.tree('/home/ada/important')).toEqual({
      'a.html': '1',
      'index.html': '1',
      'thesis.txt': 'years of work',
    });
    // Once is enough: the record says which files are ours.
    expect(write({ 'index.html': '2' }, false)).toMatchObject({ removed: ['a.html'], diagnostics: [] });
    expect(fs.tree('/home/ada/important')).toEqual({ 'index.html': '2', 'thesis.txt': 'years of work' });
  });

  test('does not help against a folder that must never be one', () => {
    expect(ask(disk(), '/home/ada/site')).toMatchObject({ code: 'destination/protected' });
  });
});
