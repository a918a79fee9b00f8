import { describe, expect, test } from 'vitest';
import { noCache } from '../../../src/cache/disk-cache.ts';
import { run } from '../../../src/cli/run.ts';
import type { ServeWorld } from '../../../src/cli/serving/serve-world.ts';
import type { HttpHandlers, HttpResponse, HttpServerOptions } from '../../../src/ports/http-server.ts';
import type { MemoryFs } from '../../support/memory-fs.ts';
import { createMemoryWorld } from '../../support/memory-world.ts';
import { get } from '../../support/preview-site.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';

const SITE = {
  '_config.yml': 'title: Ada\n',
  'index.md': '---\n---\n{{ site.url }} {{ site.port }} {{ site.serving }}\n',
};
const BROKEN = { ...SITE, 'bad.md': '---\n---\n{% nope %}\n' };

interface Served {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly bound: HttpServerOptions | undefined;
  readonly opened: readonly string[];
  readonly detached: readonly (readonly string[])[];
  readonly notified: readonly string[];
  readonly restarts: readonly (readonly string[])[];
}

interface Options {
  readonly fs?: MemoryFs;
  readonly env?: Readonly<Record<string, string>>;
  readonly serve?: Partial<ServeWorld>;
  /** Runs while the server is up; then Ctrl-C is pressed. */
  readonly meanwhile?: (
    ask: (path: string) => Promise<HttpResponse>,
    fs: MemoryFs,
    type: (line: string) => void,
  ) => unknown;
}

async function serve(words: string, options: Options = {}): Promise<Served> {
  const { fs = siteOnDisk(SITE), env = {} } = options;
  let out = '';
  let err = '';
  let bound: HttpServerOptions | undefined;
  let handlers: HttpHandlers | undefined;
  let interrupt = (): void => {};
  let type = (_line: string): void => {};
  const opened: string[] = [];
  const detached: (readonly string[])[] = [];
  const notified: string[] = [];
  const restarts: (readonly string[])[] = [];
  let elapsed = 0;
  const ask = (path: string): Promise<HttpResponse> => handlers!.respond({ ...get(path), host: 'localhost' });
  const up = async (): Promise<void> => {
    await options.meanwhile?.(ask, fs, (line) => type(line));
    interrupt();
  };
  const world = createMemoryWorld(fs, { env, elapsed: () => (elapsed += 0.5) });
  const status = await run(words.split(' '), {
    world,
    cache: noCache,
    terminal: {
      out: (text) => {
        out += text;
        if (/^(?:Serving|Watching)/.test(text)) void up();
      },
      err: (text) => {
        err += text;
      },
      interactive: false,
      outInteractive: false,
      columns: 80,
    },
    workingFolder: '/site',
    interrupted: () => false,
    serve: {
      listen: async (asked, given) => {
        bound = asked;
        handlers = given;
        return { port: asked.port === 0 ? 50_000 : asked.port, close: async () => {} };
      },
      openFileEvents: async () => ({ close: async () => {} }),
      newClock: () => world.clock,
      findPortOwner: async () => undefined,
      openBrowser: async (address) => void opened.push(address),
      networkAddresses: () => ['192.168.1.7', '[2001:db8::7]'],
      onInterrupt: (first) => {
        interrupt = first;
        return () => {};
      },
      onTypedLine: (call) => {
        type = call;
        return () => {};
      },
      detach: async (given) => {
        detached.push(given);
        return { id: 4711, ready: 'ready' };
      },
      restart: async (more) => {
        restarts.push(more);
        return 0;
      },
      isRestart: false,
      notifyParent: (ready) => void notified.push(ready),
      exitNow: () => {},
      nowMs: () => Date.UTC(2026, 0, 1, 12),
      after: () => () => {},
      every: () => () => {},
      breathe: async () => {},
      ownOutput: [],
      ...options.serve,
    },
  });
  return { status, out, err, bound, opened, detached, notified, restarts };
}

const bodyOf = ({ body }: HttpResponse): string =>
  body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : '';

describe('`hastie serve`', () => {
  test('listens on this machine alone, builds, serves, and ends with 0', async () => {
    let page = '';
    const fs = siteOnDisk(SITE);
    const { status, out, bound, notified } = await serve('serve', {
      fs,
      meanwhile: async (ask) => {
        page = bodyOf(await ask('/'));
      },
    });
    expect(status).toBe(0);
    expect(bound).toEqual({ host: '127.0.0.1', port: 4000, tls: undefined });
    expect(out).toMatch(
      /^Built 1 page into dist in .*\nServing http:\/\/localhost:4000\/ \(watching for changes; Ctrl-C to stop\)\n$/,
    );
    expect(page).toContain('http://localhost:4000 4000 true');
    expect(fs.text('/site/dist/index.html')).toBe('<p>http://localhost:4000 4000 true</p>\n');
    expect(notified).toEqual(['ready']);
  });

  test('`site.url` is the site’s own in production, as in Jekyll', async () => {
    const fs = siteOnDisk({ ...SITE, '_config.yml': 'url: https://ada.example\n' });
    await serve('serve', { fs, env: { JEKYLL_ENV: 'production' } });
    expect(fs.text('/site/dist/index.html')).toContain('https://ada.example 4000');
    await serve('serve -P 0', { fs });
    expect(fs.text('/site/dist/index.html')).toContain('http://localhost:50000 0');
  });

  test('takes host, port and baseurl from the configuration or the flags', async () => {
    const fs = siteOnDisk({ ...SITE, '_config.yml': 'host: 127.0.0.2\nport: 4005\nbaseurl: /sub\n' });
    const { bound, out } = await serve('serve', { fs });
    expect(bound).toMatchObject({ host: '127.0.0.2', port: 4005 });
    expect(out).toContain('Serving http://127.0.0.2:4005/sub/ ');
    expect((await serve('serve -H ::1 -P 4006', { fs })).out).toContain('Serving http://[::1]:4006/sub/ ');
  });

  test('says who else can read it', async () => {
    const { out, err } = await serve('serve --host 0.0.0.0');
    expect(err).toContain(
      'note serve/exposed: everyone who can reach this machine can see the preview: http://192.168.1.7:4000/, http://[2001:db8::7]:4000/',
    );
    expect(out).toContain('Serving http://localhost:4000/');
    expect((await serve('serve -H 192.168.1.7')).err).toContain('serve/exposed');
    expect((await serve('serve -H localhost')).err).not.toContain('serve/exposed');
  });

  test('a mistake from the beginning is shown and waited for, but not without watching', async () => {
    const waited = await serve('serve', {
      fs: siteOnDisk(BROKEN),
      meanwhile: async (ask) => expect((await ask('/')).status).toBe(500),
    });
    expect(waited.status).toBe(0);
    expect(waited.err).toMatch(/^bad\.md:3:1 error liquid\/unknown-tag/);
    expect(waited.notified).toEqual([]);
    const once = await serve('serve --no-watch', { fs: siteOnDisk(BROKEN) });
    expect(once.status).toBe(1);
    expect(once.out).not.toContain('Serving');
  });

  test('shows what was built last under `--skip-initial-build`', async () => {
    const fs = siteOnDisk(SITE);
    await hastie(fs, 'build -q');
    fs.put('/site/dist/mine.txt', 'no output');
    let type = '';
    const { out } = await serve('serve --skip-initial-build', {
      fs,
      meanwhile: async (ask) => {
        const { body } = await ask('/');
        type = body.kind === 'file' ? body.path : '';
        expect((await ask('/mine.txt')).status).toBe(404);
      },
    });
    expect(type).toBe('/site/dist/index.html');
    expect(out).not.toContain('Built');
    expect((await serve('serve --skip-initial-build -d elsewhere')).err).toContain(
      'warning serve/nothing-built',
    );
  });

  test('`-o` opens it, and says where to look if that fails', async () => {
    expect((await serve('serve -o -b /sub')).opened).toEqual(['http://localhost:4000/sub/']);
    const { err } = await serve('serve -o', { serve: { openBrowser: async () => 'there is none' } });
    expect(err).toContain(
      'note serve/not-opened: no browser was opened: there is none\n  hint: open http://localhost:4000/ yourself',
    );
  });

  test('`--detach` leaves it running', async () => {
    const { status, detached, out } = await serve('serve -B -P 4001');
    expect(status).toBe(0);
    expect(detached).toEqual([['--no-detach', '--no-watch']]);
    expect(out).toBe(
      'The server is running in the background as process 4711; run `kill 4711` to stop it.\n',
    );
    const failed = await serve('serve -B -l', {
      serve: { detach: async () => ({ id: 1, ready: undefined }) },
    });
    expect(failed.status).toBe(1);
    expect(failed.err).toContain('serve/without-effect');
  });

  test('Ctrl-C ends it at once while it reads and renders, and finishes the file at hand while it writes', async () => {
    const fs = siteOnDisk(SITE);
    const { readBytes, createFile } = fs;
    let isListening = false;
    const seen = new Set<string>();
    fs.readBytes = (path) => {
      if (path.endsWith('index.md')) seen.add(`read ${isListening}`);
      return readBytes(path);
    };
    fs.createFile = (path, content) => {
      if (path.includes('/dist/')) seen.add(`write ${isListening}`);
      createFile(path, content);
    };
    let ctrlC = (): void => {};
    const { status } = await serve('serve', {
      fs,
      serve: {
        onInterrupt: (first) => {
          isListening = true;
          ctrlC = first;
          return () => {
            isListening = false;
          };
        },
      },
      meanwhile: () => {
        seen.add(`shown ${isListening}`);
        ctrlC();
      },
    });
    expect(status).toBe(0);
    expect([...seen]).toEqual(['read false', 'write true', 'shown true']);
    expect(isListening).toBe(false);
  });

  test('obeys what is typed', async () => {
    const { out, opened } = await serve('serve', {
      meanwhile: async (_ask, _fs) => {},
      serve: {
        onTypedLine: (call) => {
          for (const line of ['u', 'h', 'o', 'c', 'r', 'x']) call(line);
          return () => {};
        },
      },
    });
    expect(out).toContain('\nhttp://localhost:4000/\n');
    expect(out).toContain('r: rebuild, ');
    expect(opened).toEqual(['http://localhost:4000/']);
  });
});

describe('while it runs', () => {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

  test('a setting of the server itself that changes waits for the next start, and says so once', async () => {
    const { out, err } = await serve('serve', {
      meanwhile: async (_ask, fs, type) => {
        await pause();
        fs.put('/site/_config.yml', 'port: 4007\n');
        for (let i = 0; i < 2; i++) {
          type('r');
          await pause();
        }
      },
    });
    expect(err.match(/warning serve\/restart-needed: `port` changed/g)).toHaveLength(1);
    expect(out).toMatch(/\d\d:\d\d:\d\d on request: \d written in \d+ ms\n/);
  });

  test('a warning is reported once as long as it stays, an error each time', async () => {
    const { out, err } = await serve('serve', {
      fs: siteOnDisk({ ...SITE, 'a.md': '---\nlayout: nowhere\n---\n' }),
      meanwhile: async (_ask, fs, type) => {
        await pause();
        type('r');
        await pause();
        fs.put('/site/bad.md', '---\n---\n{% nope %}\n');
        for (let i = 0; i < 2; i++) {
          type('r');
          await pause();
        }
      },
    });
    expect(err.match(/warning .*nowhere/g)).toHaveLength(1);
    expect(err.match(/error liquid\/unknown-tag/g)).toHaveLength(2);
    expect(out).toContain('; dist was left unchanged\n');
  });

  test('a system that tells nothing is made up for', async () => {
    const { err } = await serve('serve', {
      serve: { openFileEvents: () => Promise.reject(new Error('there is no chokidar')) },
      meanwhile: pause,
    });
    expect(err).toContain(
      'warning serve/polling-only: the system cannot report file changes (there is no chokidar), so every file is checked once a second',
    );
  });

  test('a fault of the program’s own is reported and shown, and it goes on', async () => {
    const fs = siteOnDisk(SITE);
    const { list } = fs;
    let isFaulty = false;
    fs.list = (folder) => {
      if (isFaulty) throw new TypeError('on purpose');
      return list(folder);
    };
    const { err, status } = await serve('serve --trace', {
      fs,
      meanwhile: async (ask, _fs, type) => {
        await pause();
        isFaulty = true;
        type('r');
        await pause();
        isFaulty = false;
        expect(bodyOf(await ask('/__hastie/problems'))).toContain('on purpose');
        type('r');
        await pause();
        expect(bodyOf(await ask('/__hastie/problems'))).toBe('');
      },
    });
    expect(status).toBe(0);
    expect(err).toContain('error serve/fault: internal error during the build: TypeError: on purpose');
    expect(err).toContain('\n    at ');
  });
});

describe('`hastie build --watch`', () => {
  test('builds, waits for changes without serving anything, and ends with 0', async () => {
    const fs = siteOnDisk(SITE);
    const { status, out, bound } = await serve('build --watch', { fs });
    expect([status, bound]).toEqual([0, undefined]);
    expect(out).toMatch(/^Built 1 page into dist in .*\nWatching for changes \(Ctrl-C to stop\)\n$/);
    expect(fs.text('/site/dist/index.html')).toBe('<p>4000 false</p>\n');
  });

  test('waits for mistakes to be mended, too', async () => {
    const { status, out } = await serve('build -w', { fs: siteOnDisk(BROKEN) });
    expect(status).toBe(0);
    expect(out).toContain('1 error. dist was left unchanged.\nWatching');
  });
});

describe('what can not be served', () => {
  const refused = (code: string, message = 'refused') => ({
    listen: () => Promise.reject(Object.assign(new Error(message), { code })),
  });

  test('a port that is taken names its owner, and the next one', async () => {
    const { status, err } = await serve('serve', {
      serve: { ...refused('EADDRINUSE'), findPortOwner: async () => 'node server.js (process 12)' },
    });
    expect(status).toBe(1);
    expect(err).toBe(
      'error serve/port-busy: port 4000 on 127.0.0.1 is already in use by node server.js (process 12)\n' +
        '  hint: stop that program, or choose another port: `--port 4001`\n',
    );
    expect((await serve('serve -P 65535', { serve: refused('EADDRINUSE') })).err).toMatch(
      /is already in use\n.*--port 65534/,
    );
  });

  test.each([
    ['EACCES', '-P 80', 'serve/port-refused'],
    ['EACCES', '-P 4000', 'serve/port-refused'],
    ['ENOTFOUND', '-H nowhere.example', 'serve/unknown-host'],
    ['EADDRNOTAVAIL', '-H 10.9.9.9', 'serve/unknown-host'],
    ['ERR_OSSL_PEM_NO_START_LINE', '', 'serve/ssl-unreadable'],
  ])('%s', async (code, words, expected) => {
    const { status, err } = await serve(`serve ${words}`.trim(), { serve: refused(code) });
    expect(status).toBe(1);
    expect(err).toContain(`error ${expected}: `);
    expect(err).toContain('hint: ');
  });

  test.each(['x', '65536', '-1', '4000.5', '0x10'])('port %s', async (port) => {
    const { status, err } = await serve(`serve --port=${port}`);
    expect(status).toBe(2);
    expect(err).toContain(`error serve/invalid-port: \`${port}\` is not a valid port`);
  });

  test('a certificate without its key, or one that is none', async () => {
    expect((await serve('serve --ssl-cert cert.pem')).err).toContain(
      'error serve/ssl-incomplete: `--ssl-cert` needs `--ssl-key`\n',
    );
    expect((await serve('serve --ssl-key key.pem')).status).toBe(2);
    const fs = siteOnDisk({ ...SITE, 'cert.pem': 'nonsense', 'key.pem': '-----BEGIN PRIVATE KEY-----' });
    const { err } = await serve('serve --ssl-cert cert.pem --ssl-key gone.pem', { fs });
    expect(err).toMatch(
      /serve\/ssl-unreadable: cannot use `cert\.pem`, given by `--ssl-cert`: it is not in PEM form/,
    );
    expect(err).toContain('cannot use `gone.pem`, given by `--ssl-key`: the file does not exist');
    fs.put('/site/cert.pem', '-----BEGIN CERTIFICATE-----');
    expect((await serve('serve --ssl-cert cert.pem --ssl-key key.pem', { fs })).bound?.tls).toEqual({
      key: '-----BEGIN PRIVATE KEY-----',
      cert: '-----BEGIN CERTIFICATE-----',
    });
  });

  test('flags of Jekyll’s that mean nothing here say so', async () => {
    expect((await serve('serve -l --livereload-port 35729')).err).toContain(
      'note serve/without-effect: `--livereload-port` has no effect',
    );
  });
});
