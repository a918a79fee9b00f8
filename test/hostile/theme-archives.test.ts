/** Hostile archives and servers: each gives one clear error, and nothing of it is left behind. */

import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DiagnosticError } from '../../src/diagnostics/diagnostic.ts';
import type { WantedTheme } from '../../src/model/config.ts';
import { FETCH_LIMITS, fetchAgain } from '../../src/themes/fetch-theme.ts';
import { archive, archiveOf, END, paxEntry, type TarEntry, tarEntry } from '../support/tarball.ts';
import { startThemeServer, type ThemeServer } from '../support/theme-server.ts';
import { codes, ThemedSite } from '../unit/themes/themed-site.ts';

let site: ThemedSite;
let elsewhere: ThemeServer;
beforeAll(async () => {
  site = await ThemedSite.create({
    '_config.yml': 'remote_theme: ada/oar@v1\n',
    'index.html': '---\n---\nx',
  });
  elsewhere = await startThemeServer();
  elsewhere.serve('/ada/oar/tar.gz/v1', archiveOf({ '_layouts/a.html': 'x' }));
});
afterAll(async () => {
  await elsewhere.close();
  await site.close();
});
afterEach(() => site.forgetCache());

const good: TarEntry = { path: 't/_layouts/default.html', content: 'good' };
const top: TarEntry = { path: 't/', type: '5' };
const long = 'x'.repeat(300);
const sound = archiveOf({ '_layouts/default.html': 'a layout '.repeat(2000) });

/** As many folders as an archive may not have, in few bytes. */
function manyEntries(count: number): Buffer {
  const one = tarEntry({ path: 't/_layouts/a/', type: '5' });
  return gzipSync(Buffer.concat([tarEntry(top), ...Array.from({ length: count }, () => one), END]));
}

const ARCHIVES: readonly (readonly [string, Buffer, string])[] = [
  ['a name that climbs', archive(top, good, { path: 't/../../evil', content: 'x' }), 'outside the theme'],
  ['a name that climbs at once', archive({ path: '../evil', content: 'x' }, good), 'outside the theme'],
  [
    'a name that climbs at its end',
    archive(top, { path: 't/_layouts/..', content: 'x' }),
    'outside the theme',
  ],
  ['an absolute name', archive({ path: '/etc/evil', content: 'x' }), 'absolute path'],
  ['a name of Windows', archive({ path: 'C:/evil', content: 'x' }), 'absolute path'],
  ['a share of Windows', archive({ path: '\\\\server\\evil', content: 'x' }), 'absolute path'],
  [
    'a name with backslashes',
    archive(top, { path: 't/_layouts\\..\\..\\evil', content: 'x' }),
    'forbidden character',
  ],
  ['a name with a line end', archive(top, { path: 't/_layouts/a\nb', content: 'x' }), 'forbidden character'],
  ['an empty name on the way', archive(top, { path: 't/_layouts//a', content: 'x' }), 'not a valid path'],
  ['a name of a full stop', archive(top, { path: 't/./a', content: 'x' }), 'not a valid path'],
  [
    'a name in an extended header that climbs',
    archive(top, paxEntry('x', { path: 't/../../evil' }), { path: 't/_layouts/a', content: 'x' }),
    'outside the theme',
  ],
  [
    'a long name of GNU that climbs',
    archive(top, { path: '././@LongLink', type: 'L', content: `../${long}\0` }, { path: 'a', content: 'x' }),
    'outside the theme',
  ],
  [
    'a name that is too long',
    archive(top, paxEntry('x', { path: `t/_layouts/${long}` }), { path: 't/_layouts/a', content: 'x' }),
    'too long a name',
  ],
  [
    'a path that is too long',
    archive(top, paxEntry('x', { path: `t/${'ab/'.repeat(2000)}` }), { path: 't/_layouts/a', content: 'x' }),
    'too long a path',
  ],
  [
    'folders without end',
    archive(top, paxEntry('x', { path: `t/_layouts/${'a/'.repeat(40)}b` }), { path: 'a', content: 'x' }),
    'too deep',
  ],
  [
    'a link to outside',
    archive(top, good, { path: 't/_includes', type: '2', target: '../../etc' }),
    'link to outside',
  ],
  ['an absolute link', archive(top, good, { path: 't/_data', type: '2', target: '/etc' }), 'link to outside'],
  [
    'a link that climbs on a detour',
    archive(top, good, { path: 't/a/b', type: '2', target: 'c/../../../x' }),
    'link to outside',
  ],
  [
    'a hard link',
    archive(top, good, { path: 't/_layouts/b', type: '1', target: '/etc/passwd' }),
    'neither a file',
  ],
  ['a character device', archive(top, good, { path: 't/_layouts/null', type: '3' }), 'neither a file'],
  ['a block device', archive(top, good, { path: 't/_layouts/disk', type: '4' }), 'neither a file'],
  ['a pipe', archive(top, good, { path: 't/_layouts/pipe', type: '6' }), 'neither a file'],
  [
    'an entry of an unknown kind',
    archive(top, good, { path: 't/_layouts/odd', type: 'Q' }),
    'neither a file',
  ],
  [
    'a second folder at its top',
    archive(top, good, { path: 'u/_layouts/a.html', content: 'x' }),
    'not in the folder',
  ],
  ['a file twice', archive(top, good, good), 'twice'],
  [
    'a file twice on a disk without case',
    archive(top, good, { ...good, path: 't/_layouts/Default.html' }),
    'twice',
  ],
  [
    'a folder that is a file, too',
    archive(top, { path: 't/_layouts/a', content: 'x' }, { path: 't/_layouts/a/b', content: 'x' }),
    'a file, too',
  ],
  ['entries without number', manyEntries(FETCH_LIMITS.entries + 1), 'more than 50000 entries'],
  ['a file that claims to be huge', archive(top, { ...good, size: 2 ** 32 }), 'larger than 20 MB'],
  [
    'a bomb',
    gzipSync(
      Buffer.concat([
        tarEntry(top),
        tarEntry({ path: 't/x.bin', content: Buffer.alloc(401 * 2 ** 20) }),
        END,
      ]),
    ),
    'unpacks to more than 400 MB',
  ],
  [
    'a bomb after its end',
    gzipSync(Buffer.concat([tarEntry(top), tarEntry(good), END, Buffer.alloc(400 * 2 ** 20)])),
    'unpacks to more than 400 MB',
  ],
  ['a header that is damaged', archive(top, { ...good, isDamaged: true }), 'damaged'],
  ['half of it', sound.subarray(0, sound.length / 2), 'not a sound gzip file'],
  ['a tar that stops', gzipSync(Buffer.concat([tarEntry(top), tarEntry(good).subarray(0, 600)])), 'damaged'],
  ['a tar without its end', gzipSync(Buffer.concat([tarEntry(top), tarEntry(good)])), 'ends too early'],
  ['a web page', Buffer.from('<!doctype html><p>Sign in'), 'not a sound gzip file'],
  ['nothing', Buffer.alloc(0), 'not a'],
  ['a compressed web page', gzipSync('<p>Sign in'.repeat(100)), 'not a tar archive'],
  ['an archive in an archive', gzipSync(sound), 'not a tar archive'],
  ['no theme', archive(top, { path: 't/README.md', content: 'x' }), 'contains neither layouts'],
];

describe('an archive with', () => {
  test.each(ARCHIVES)('%s', async (_, answer, says) => {
    site.server.serve('/ada/oar/tar.gz/v1', answer);
    const result = await site.build();
    expect(codes(result)).toEqual(['theme/archive-refused']);
    expect(result.diagnostics[0]?.message).toContain(says);
    expect(result.diagnostics[0]?.place).toMatchObject({ file: '_config.yml', line: 1 });
    expect(site.files(site.root)).toEqual(['site/_config.yml', 'site/index.html']);
  });

  test('a link inside it is used without the link', async () => {
    site.server.serve(
      '/ada/oar/tar.gz/v1',
      archive(top, good, { path: 't/_layouts/b.html', type: '2', target: 'default.html' }),
    );
    expect(codes(await site.build())).toEqual(['theme/fetched']);
    expect(site.files(site.caches).filter((path) => path.endsWith('.html'))).toHaveLength(1);
  });
});

/** Answers that no archive comes of. */
const SERVERS: readonly (readonly [string, RequestListener, string])[] = [
  [
    'redirects to another server',
    (_, response) => response.writeHead(302, { location: `${elsewhere.address}/ada/oar/tar.gz/v1` }).end(),
    'redirects to another server',
  ],
  [
    'redirects to an address that is none',
    (_, response) => response.writeHead(302, { location: 'http://[' }).end(),
    'redirects to another server',
  ],
  [
    'redirects to a file of this machine',
    (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    'redirects to another server',
  ],
  [
    'redirects in a circle',
    (_, response) => response.writeHead(302, { location: '/ada/oar/tar.gz/v1' }).end(),
    'again and again',
  ],
  ['never answers', () => {}, 'sends nothing for 0.2 seconds'],
  [
    'stops in the middle',
    (_, response) => void response.writeHead(200).write(sound.subarray(0, 100)),
    'sends nothing for 0.2 seconds',
  ],
  [
    'sends a byte now and then',
    (_, response) => {
      response.writeHead(200);
      let sent = 0;
      const timer = setInterval(() => response.write(sound.subarray(sent, ++sent)), 50);
      response.on('close', () => clearInterval(timer));
    },
    'takes longer than 0.6 seconds',
  ],
  [
    'hangs up in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': `${sound.length}` });
      response.write(sound.subarray(0, 100), () => response.destroy());
    },
    '',
  ],
  [
    'announces more than anybody wants',
    (_, response) => void response.writeHead(200, { 'content-length': `${2 ** 40}` }).write('x'),
    'larger than',
  ],
  [
    'sends without end',
    (_, response) => {
      response.writeHead(200);
      const more = (): void => void (response.destroyed || response.write(Buffer.alloc(65_536), more));
      more();
    },
    '',
  ],
];

describe('a server that', () => {
  const wanted: WantedTheme = {
    name: 'ada/oar',
    repository: 'https://github.com/ada/oar',
    ref: 'v1',
    as: 'remote',
    asked: 'v1',
    isDefault: false,
    locked: undefined,
    place: undefined,
  };
  const limits = { ...FETCH_LIMITS, stallMs: 200, totalMs: 600, archiveBytes: 2 ** 20 };

  test.each(SERVERS)('%s', async (_, answer, says) => {
    site.server.serve('/ada/oar/tar.gz/v1', answer);
    const failure = await fetchAgain({ ...site.world(), progress: () => {} }, wanted, limits).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(DiagnosticError);
    const { diagnostics } = failure as DiagnosticError;
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.code).toMatch(/^theme\/(?:not-fetched|archive-refused)$/);
    expect(diagnostics[0]?.message).toContain(says);
    expect(site.files(site.caches)).toEqual([]);
    expect(elsewhere.requests).toEqual([]);
  });
});
