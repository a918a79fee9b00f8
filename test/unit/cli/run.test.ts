import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands/commands.ts';
import { FLAGS } from '../../../src/cli/options.ts';
import { FsError } from '../../../src/ports/fs.ts';

import { createProcesses } from '../../support/processes.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';

const SITE = {
  '_config.yml': 'title: Ada\n',
  'index.md': '---\ntitle: Home\n---\nHello *you*.\n',
  'me.png': 'png',
};
const BROKEN = { ...SITE, 'bad.md': '---\n---\none\n{% nope %}\n{{ x }}\n' };

describe('`hastie build`', () => {
  test('builds, says what and where on stdout, and exits with 0', async () => {
    const fs = siteOnDisk(SITE);
    const { status, out, err } = await hastie(fs, 'build');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^Built 1 page and 1 file into dist in \d+\.\d\d s: 2 written\.\n$/);
    expect(fs.tree('/site/dist')).toEqual({ 'index.html': '<p>Hello <em>you</em>.</p>\n', 'me.png': 'png' });
    expect((await hastie(fs, 'build')).out).toMatch(/: 0 written, 2 unchanged\.\n$/);
  });

  test('takes source and destination from flags', async () => {
    const fs = siteOnDisk(SITE);
    const { status, out } = await hastie(fs, 'build -s /site -d out', { folder: '/elsewhere' });
    expect(status).toBe(0);
    expect(out).toContain('into out in');
    expect(Object.keys(fs.tree('/elsewhere/out'))).toEqual(['index.html', 'me.png']);
  });

  test('with an error says where, leaves the destination alone, and exits with 1', async () => {
    const fs = siteOnDisk(BROKEN);
    fs.put('/site/dist/index.html', 'the last good one');
    const { status, out, err } = await hastie(fs, 'build');
    expect(status).toBe(1);
    expect(err).toMatch(/^bad\.md:4:\d+ error liquid\//m);
    expect(err).toContain('  4 | {% nope %}\n');
    expect(out).toMatch(/^1 error\. dist was left unchanged\.\n$/);
    expect(fs.tree('/site/dist')).toEqual({ 'index.html': 'the last good one' });
  });

  test('refuses a destination that is not ours, and says that it is as it was', async () => {
    const fs = siteOnDisk(SITE);
    fs.put('/home/thesis.txt', 'years of work');
    const { status, out, err } = await hastie(fs, 'build -d /home');
    expect(status).toBe(1);
    expect(err).toMatch(/^error destination\/not-ours: /);
    expect(out).toBe('1 error. /home was left unchanged.\n');
    expect((await hastie(fs, 'build -d .')).out).toMatch(/^1 error\. \/site was left unchanged\.\n$/);
    expect((await hastie(fs, 'build -d /home --adopt-destination')).status).toBe(0);
    expect(Object.keys(fs.tree('/home'))).toEqual(['index.html', 'me.png', 'thesis.txt']);
  });

  test('names files from where the user is', async () => {
    const { err } = await hastie(siteOnDisk(BROKEN), 'build -s site -d out', { folder: '/' });
    expect(err).toMatch(/^site\/bad\.md:4:\d+ /m);
    const elsewhere = await hastie(siteOnDisk(BROKEN), 'build -s /site', { folder: '/elsewhere' });
    expect(elsewhere.err).toMatch(/^\/site\/bad\.md:4:\d+ /m);
  });

  test('under `--strict` fails on a warning, and says that this is why', async () => {
    const fs = siteOnDisk({ ...SITE, 'a.md': '---\nlayout: nowhere\n---\nx\n' });
    expect((await hastie(fs, 'build')).status).toBe(0);
    const { status, out } = await hastie(fs, 'build --strict -d out');
    expect(status).toBe(1);
    expect(out).toMatch(/1 warning \(under `--strict`, warnings are errors\)\. out was left unchanged\.\n$/);
    expect(fs.stat('/site/out')).toBeUndefined();
  });

  test('`-q` says nothing but errors', async () => {
    expect((await hastie(siteOnDisk(SITE), 'build -q')).err).toBe('');
    expect((await hastie(siteOnDisk(SITE), 'build', { env: { JEKYLL_LOG_LEVEL: 'error' } })).err).toBe('');
    const { err } = await hastie(siteOnDisk(BROKEN), 'build -q');
    expect(err).toMatch(/^bad\.md/);
    expect(err).not.toContain('left as it was');
  });

  test('`-V` and `--profile` say more', async () => {
    const { out } = await hastie(siteOnDisk(SITE), 'build -V --profile');
    expect(out).toContain('Source: /site\nDestination: /site/dist\n');
    expect(out).toContain('  written index.html\n');
    expect(out).toMatch(/^ {2}render +\d+\.\d ms +\d+ %$/m);
    expect(out).toMatch(/^ {2}total +\d+\.\d ms +100 %$/m);
  });

  test('`--json` prints one object on stdout', async () => {
    const { out } = await hastie(siteOnDisk(SITE), 'build --json');
    expect(out.endsWith('}\n')).toBe(true);
    expect(JSON.parse(out)).toEqual({
      ok: true,
      durationMs: expect.any(Number),
      source: '/site',
      destination: '/site/dist',
      pages: 1,
      documents: 0,
      files: 1,
      written: 2,
      unchanged: 0,
      removed: 0,
      errors: [],
      warnings: [],
      infos: [],
      stages: expect.arrayContaining([{ name: 'render', ms: expect.any(Number) }]),
    });
  });

  test('`--json` of a failure holds the errors', async () => {
    const { status, out } = await hastie(siteOnDisk(BROKEN), 'build --json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      written: 0,
      errors: [
        { code: expect.stringMatching(/^liquid\//), file: 'bad.md', line: 4, message: expect.any(String) },
      ],
    });
  });

  test('on GitHub Actions tells the errors once more in its form, relative to the repository', async () => {
    const { err } = await hastie(siteOnDisk(BROKEN), 'build', {
      env: { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/' },
    });
    expect(err).toMatch(/^::error file=site\/bad\.md,line=4,col=\d+,title=liquid\//m);
  });

  test('colours for a terminal alone', async () => {
    const coloured = '\u001b[';
    expect((await hastie(siteOnDisk(SITE), 'build')).out).not.toContain(coloured);
    expect((await hastie(siteOnDisk(SITE), 'build', { interactive: true })).out).toContain(coloured);
    expect((await hastie(siteOnDisk(SITE), 'build --no-color', { interactive: true })).out).not.toContain(
      escape,
    );
    expect((await hastie(siteOnDisk(SITE), 'build --color')).out).toContain(coloured);
  });

  test('shows how far it is on a terminal, once it takes longer than a second', async () => {
    const slow = (step: number) => {
      let elapsed = 0;
      return { clock: { now: 0, elapsed: () => (elapsed += step) } };
    };
    const quick = await hastie(siteOnDisk(SITE), 'build --no-color', { interactive: true, world: slow(1) });
    expect(quick.err).not.toContain('\r');
    const pages = Array.from({ length: 200 }, (_, n) => [`${n}.md`, '---\n---\nx\n']);
    const many = siteOnDisk(Object.fromEntries(pages));
    const long = await hastie(many, 'build --no-color', { interactive: true, world: slow(600) });
    expect(long.err).toMatch(/\rrender \d+ of 200\b.*\r +\r$/s);
    const piped = await hastie(many, 'build', { world: slow(600) });
    expect(piped.err).not.toContain('\r');
  });

  test('says what it waits for while another build writes, before it goes on', async () => {
    const fs = siteOnDisk(SITE);
    fs.put('/site/dist/.hastie-lock', '42 start-42 here\n');
    const processes = createProcesses(1, [1, 42], (slept) => {
      if (slept === 2000) fs.removeFile('/site/dist/.hastie-lock');
    });
    const { status, err } = await hastie(fs, 'build', { world: { processes } });
    expect({ status, err }).toEqual({
      status: 0,
      err: 'note build/waiting: waiting up to 5 seconds for process 42 on here, which is writing to `/site/dist`\n',
    });
    fs.put('/site/dist/.hastie-lock', '42 start-42 here\n');
    const quiet = createProcesses(1, [1, 42]);
    expect((await hastie(fs, 'build -q', { world: { processes: quiet } })).err).not.toContain('waiting');
  });

  test('interrupted while writing exits with 130', async () => {
    let asked = false;
    const { status, err } = await hastie(siteOnDisk(SITE), 'build', {
      world: { stopped: () => (asked = true) },
      interrupted: () => asked,
    });
    expect(status).toBe(130);
    expect(err).toContain('Interrupted');
  });

  test('says that a feature is not there yet, and under `--strict` does not build without it', async () => {
    const fs = siteOnDisk(SITE);
    const { status, err } = await hastie(fs, 'build --lsi');
    expect(status).toBe(0);
    expect(err).toContain(', so `site.related_posts` contains the newest posts');
    expect((await hastie(fs, 'build --lsi --strict -d out')).status).toBe(1);
    expect(fs.stat('/site/out')).toBeUndefined();
  });
});

describe('`hastie clean`', () => {
  test('removes what was built and the cache', async () => {
    const fs = siteOnDisk(SITE);
    await hastie(fs, 'build');
    fs.put('/site/.hastie-cache/sass/a', 'x');
    const { status, out } = await hastie(fs, 'clean');
    expect(status).toBe(0);
    expect(out).toBe('Removed 3 files from dist and .hastie-cache.\n');
    expect(Object.keys(fs.tree('/site'))).toEqual(['_config.yml', 'index.md', 'me.png']);
    expect((await hastie(fs, 'clean')).out).toBe('Nothing to remove.\n');
  });

  test('keeps what is to be kept, and files of somebody else', async () => {
    const fs = siteOnDisk(SITE);
    await hastie(fs, 'build -d /out');
    fs.put('/out/notes.txt', 'mine');
    fs.put('/out/.git/HEAD', 'ref');
    expect((await hastie(fs, 'clean -d /out')).status).toBe(0);
    expect(fs.tree('/out')).toEqual({ '.git/HEAD': 'ref', 'notes.txt': 'mine' });
  });

  test('refuses a folder that is not ours', async () => {
    const fs = siteOnDisk(SITE);
    fs.put('/home/thesis.txt', 'years of work');
    const { status, err } = await hastie(fs, 'clean -d /home');
    expect(status).toBe(1);
    expect(err).toContain('error clean/not-ours: `/home` was not removed');
    expect(fs.tree('/home')).toEqual({ 'thesis.txt': 'years of work' });
  });

  test('refuses a cache folder that may be anything', async () => {
    const fs = siteOnDisk({ ...SITE, '_config.yml': 'cache_dir: notes\n', 'notes/a.txt': 'mine' });
    expect((await hastie(fs, 'clean')).err).toContain('`/site/notes` was not removed');
    expect(fs.text('/site/notes/a.txt')).toBe('mine');
  });

  test('tells what can’t be removed', async () => {
    const fs = siteOnDisk(SITE);
    await hastie(fs, 'build');
    const stuck = { ...fs, removeFolder: () => fs.removeFolder('/site') };
    const { status, err } = await hastie(fs, 'clean', { world: { fs: stuck } });
    expect(status).toBe(1);
    expect(err).toContain('error clean/failed');
  });
});

describe('wrong usage', () => {
  test.each([
    '--quiet',
    'biuld',
    'build --sorce',
    'build extra',
    'serve --sorce',
    'new x',
    'build --limit_posts x',
  ])('`hastie %s` exits with 2, on stderr, with a hint, and does nothing', async (words) => {
    const fs = siteOnDisk(SITE);
    const { status, out, err } = await hastie(fs, words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^error cli\/[a-z-]+: .*\n {2}hint: /);
    expect(fs.stat('/site/dist')).toBeUndefined();
  });

  test('is told as JSON, too', async () => {
    const { status, out } = await hastie(siteOnDisk(SITE), 'build --sorce --json');
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ ok: false, errors: [{ code: 'cli/unknown-flag' }] });
  });
});

test('a refusal of the system that no stage knows of is told, not thrown', async () => {
  const fs = siteOnDisk(SITE);
  const refusing = {
    timeZone: 'UTC',
    get(name: string) {
      if (name === 'JEKYLL_ENV') throw new FsError('EACCES', '/site/somewhere', 'refused');
      return undefined;
    },
  };
  const { status, out, err } = await hastie(fs, 'build --json', { world: { env: refusing } });
  expect(status).toBe(1);
  expect(err).toMatch(
    /^error cli\/system: cannot read `\/site\S*`: permission denied \(EACCES\)\n {2}hint: /,
  );
  expect(JSON.parse(out)).toMatchObject({ ok: false, errors: [{ code: 'cli/system' }] });
});

describe('help', () => {
  test('of the program names every command', async () => {
    const { status, out } = await hastie(siteOnDisk({}), '--help');
    expect(status).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name}`);
  });

  test('of a command names every flag of it, aligned', async () => {
    const { out } = await hastie(siteOnDisk({}), 'build --help');
    for (const { long, doc } of FLAGS.filter(({ commands }) => commands.includes('build'))) {
      expect(out).toContain(long[0]);
      expect(out).toContain(doc);
    }
    const columns = out
      .split('\n')
      .flatMap((line) => /^ {2}(?:-\w, | {4})--\S+(?: \S+)? +/.exec(line)?.[0].length ?? []);
    expect(new Set(columns).size).toBe(1);
  });

  test('of a command that is not in this version says so', async () => {
    expect((await hastie(siteOnDisk({}), 'help new')).out).toContain('(not available in this version)');
  });

  test('`--version` prints one line, or the versions as JSON', async () => {
    expect((await hastie(siteOnDisk({}), '--version')).out).toMatch(
      /^hastie \S+, following Jekyll 4\.3\.1\n$/,
    );
    expect(JSON.parse((await hastie(siteOnDisk({}), '-v --json')).out)).toHaveProperty(
      'follows.kramdown',
      '2.4.0',
    );
  });
});

describe('quirks of a template', () => {
  const QUIRKS = {
    ...SITE,
    'index.md': '---\nlayout: default\n---\nHello *you*.\n',
    '_layouts/default.html': '---\nlayout: compress\n---\n{% include head.html %}{{ content }}',
    '_includes/head.html':
      '{% if site.analytics.provider and nothing %}x{% endif %}{{ domain }}{{ domian }}{{ site.nothing }}',
  };

  test('are one line of notes, and no warnings', async () => {
    const { status, out, err } = await hastie(siteOnDisk(QUIRKS), 'build');
    expect(status).toBe(0);
    expect(err).toBe(
      'note: the template has 3 quirks, treated as in Jekyll (2 liquid/undefined-variable, 1 layout/missing); run with `--verbose` to list them\n',
    );
    expect(out).toMatch(/: 2 written\.\n$/);
  });

  test('are listed in full under --verbose, and by --json', async () => {
    const { err } = await hastie(siteOnDisk(QUIRKS), 'build --verbose');
    expect(err).toContain(
      '_includes/head.html:1:57 note liquid/undefined-variable: unknown variable `domain`\n',
    );
    expect(err).toContain('_layouts/default.html:2:9 note layout/missing');
    expect(err).toContain('included at _layouts/default.html:4:1');
    const { out } = await hastie(siteOnDisk(QUIRKS), 'build --json');
    expect(JSON.parse(out)).toMatchObject({
      warnings: [],
      infos: [{ quirk: true }, { quirk: true }, { quirk: true }],
    });
  });

  test('are warnings under --strict', async () => {
    const { status, out, err } = await hastie(siteOnDisk(QUIRKS), 'build --strict');
    expect(status).toBe(1);
    expect(err.match(/ warning /g)).toHaveLength(3);
    expect(out).toBe('3 warnings (under `--strict`, warnings are errors). dist was left unchanged.\n');
  });

  test('are an owner’s mistakes in a page', async () => {
    const { out, err } = await hastie(siteOnDisk({ ...SITE, 'a.md': '---\n---\n{{ nothing }}\n' }), 'build');
    expect(err).toMatch(/^a\.md:3:\d+ warning liquid\/undefined-variable: /);
    expect(out).toMatch(/1 warning\.\n$/);
  });
});

test('the summary is coloured where stdout is a terminal, and diagnostics where stderr is one', async () => {
  const coloured = '\u001b[';
  const files = siteOnDisk({ ...SITE, 'a.md': '---\nlayout: nowhere\n---\n' });
  const piped = await hastie(files, 'build', { interactive: true, outInteractive: false });
  expect([piped.out.includes(coloured), piped.err.includes(coloured)]).toEqual([false, true]);
});

describe('help', () => {
  test('is what `hastie` alone prints, to stdout', async () => {
    const { status, out, err } = await hastie(siteOnDisk({}), '');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe((await hastie(siteOnDisk({}), '--help')).out);
  });

  test('of a command is `help COMMAND`, too', async () => {
    const { status, out } = await hastie(siteOnDisk({}), 'help build');
    expect(status).toBe(0);
    expect(out).toBe((await hastie(siteOnDisk({}), 'build --help')).out);
  });

  test('suggests the nearest command', async () => {
    expect((await hastie(siteOnDisk({}), 'biuld')).err).toContain('did you mean `hastie build`?');
    expect((await hastie(siteOnDisk({}), 'help serv')).err).toContain('did you mean `hastie serve`?');
  });

  test('-v and --version print the version', async () => {
    const { status, out } = await hastie(siteOnDisk({}), '-v');
    expect([status, out]).toEqual([0, (await hastie(siteOnDisk({}), '--version')).out]);
    expect(out).toMatch(/^hastie \S+/);
  });
});
