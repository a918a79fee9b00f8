/** Themes out of repositories: fetched once, pinned, verified, and never again until asked. */

import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveOf } from '../../support/tarball.ts';
import { codes, ThemedSite } from './themed-site.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const OTHER = 'fedcba9876543210fedcba9876543210fedcba98';
const files = {
  '_layouts/default.html': 'theme {{ site.theme }} {{ page.title }}: {{ content }}{% include foot.html %}',
  '_includes/foot.html': 'foot',
  '_data/words.yml': 'hello: Hello\n',
  '_config.yml': 'color: red\n',
  'assets/logo.svg': '<svg/>',
  'assets/page.txt': '---\n---\n{{ site.data.words.hello }} {{ site.color }}',
  'README.md': '# a theme',
  'docs/index.md': '---\n---\nnot read',
  LICENSE: 'MIT',
};

let site: ThemedSite;
beforeEach(async () => {
  site = await ThemedSite.create({
    '_config.yml': 'remote_theme: ada/oar@v1\n',
    'index.md': '---\nlayout: default\ntitle: Home\n---\nhi',
  });
  site.server.serve('/ada/oar/tar.gz/v1', archiveOf(files));
  site.server.serve(`/ada/oar/tar.gz/${COMMIT}`, archiveOf(files));
});
afterEach(() => site.close());

describe('a remote theme', () => {
  test('is fetched, gives what Jekyll takes of it, and is locked', async () => {
    const result = await site.build();
    expect(codes(result)).toEqual(['theme/fetched']);
    expect(site.server.requests).toEqual(['/ada/oar/tar.gz/v1']);
    expect(site.out('index.html')).toBe('theme oar Home: <p>hi</p>\nfoot');
    expect(site.out('assets/logo.svg')).toBe('<svg/>');
    // jekyll-remote-theme does not look at the theme's _config.yml
    expect(site.out('assets/page.txt')).toBe('Hello ');
    expect(site.files(join(site.root, 'out')).sort()).toEqual([
      'assets/logo.svg',
      'assets/page.txt',
      'index.html',
    ]);
    expect(site.lock()).toEqual({
      version: 1,
      themes: [
        {
          ...{ name: 'ada/oar', repository: 'https://github.com/ada/oar', ref: 'v1', commit: COMMIT },
          digest: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
        },
      ],
    });
    const [tree = ''] = readdirSync(join(site.caches, 'hastie/themes/trees'));
    expect(tree).toBe(site.lock().themes[0]?.digest);
    expect(site.files(join(site.caches, 'hastie/themes/trees', tree))).not.toContain('README.md');
  });

  test('is not asked for again: the cache is warm, with the lock and without', async () => {
    await site.build();
    const again = await site.build();
    expect([again.ok, codes(again)]).toEqual([true, []]);
    rmSync(join(site.source, 'hastie-themes.lock.json'));
    expect(codes(await site.build())).toEqual([]);
    expect(existsSync(join(site.source, 'hastie-themes.lock.json'))).toBe(true);
    expect(site.server.requests).toHaveLength(1);
  });

  test('is built offline with the lock and the cache, and without the cache is one error that says what to do', async () => {
    await site.build();
    await site.server.close();
    const offline = await site.build();
    expect([offline.ok, codes(offline)]).toEqual([true, []]);
    site.forgetCache();
    const cold = await site.build();
    expect(cold.ok).toBe(false);
    expect(cold.diagnostics).toMatchObject([
      { code: 'theme/not-fetched', severity: 'error', place: { file: '_config.yml', line: 1, column: 15 } },
    ]);
    expect(cold.diagnostics[0]?.hint).toContain('hastie theme vendor');
    expect(site.out('index.html')).toContain('theme oar');
  });

  test('is fetched by its commit on another machine, and must have the digest of the lock', async () => {
    await site.build();
    site.forgetCache();
    // the tag was moved meanwhile
    site.server.serve(
      '/ada/oar/tar.gz/v1',
      archiveOf({ ...files, '_includes/foot.html': 'moved' }, { commit: OTHER }),
    );
    expect((await site.build()).ok).toBe(true);
    expect(site.server.requests.slice(1)).toEqual([`/ada/oar/tar.gz/${COMMIT}`]);
    expect(site.out('index.html')).toContain('foot');

    site.forgetCache();
    site.server.serve(`/ada/oar/tar.gz/${COMMIT}`, archiveOf({ ...files, '_includes/foot.html': 'forged' }));
    const forged = await site.build();
    expect(codes(forged)).toEqual(['theme/wrong-digest']);
    expect(site.files(site.caches)).toEqual([]);
    expect(site.out('index.html')).toContain('foot');
  });

  test('of another archive with the same files has the same digest', async () => {
    await site.build();
    const [before] = site.lock().themes;
    site.forgetCache();
    rmSync(join(site.source, 'hastie-themes.lock.json'));
    site.server.serve('/ada/oar/tar.gz/v1', archiveOf({ 'a.txt': 'more', ...files }, { top: 'oar-1' }));
    await site.build();
    expect(site.lock().themes[0]?.digest).toBe(before?.digest);
  });

  test('that the site names otherwise is fetched, and the lock moves', async () => {
    await site.build();
    site.put({ '_config.yml': 'remote_theme: ada/oar@v2\n' });
    site.server.serve(
      '/ada/oar/tar.gz/v2',
      archiveOf({ ...files, '_includes/foot.html': 'two' }, { commit: OTHER }),
    );
    expect(codes(await site.build())).toEqual(['theme/fetched']);
    expect(site.lock().themes.map(({ ref }) => ref)).toEqual(['v2']);
  });

  test('comes from the branch that is checked out where none is named', async () => {
    site.put({ '_config.yml': 'remote_theme: ada/oar\n' });
    site.server.serve('/ada/oar/tar.gz/HEAD', archiveOf(files));
    await site.build();
    expect(site.lock().themes).toMatchObject([{ name: 'ada/oar', ref: 'HEAD', commit: COMMIT }]);
  });

  test('that is not there, or private, says so', async () => {
    site.put({ '_config.yml': 'remote_theme: ada/none\n' });
    const result = await site.build();
    expect(codes(result)).toEqual(['theme/not-found']);
    expect(result.diagnostics[0]?.message).toContain('/ada/none/tar.gz/HEAD` answers 404');
    expect(existsSync(join(site.source, 'hastie-themes.lock.json'))).toBe(false);
  });

  test('is passed over, as in Jekyll, where the site has layouts of its own and the plugin is not on', async () => {
    site.put({ '_layouts/default.html': 'own: {{ content }}' });
    expect(codes(await site.build())).toEqual([]);
    expect(site.server.requests).toEqual([]);
    expect(site.out('index.html')).toBe('own: <p>hi</p>\n');
    site.put({ '_config.yml': 'remote_theme: ada/oar@v1\nplugins: [jekyll-remote-theme]\n' });
    expect(codes(await site.build())).toEqual(['theme/fetched']);
  });

  test('overrides `theme` only where its plugin is on', async () => {
    const theme = { 'own/_layouts/default.html': 'own {{ content }}' };
    site.put({ ...theme, '_config.yml': 'theme: ./own\nremote_theme: ada/oar@v1\n' });
    await site.build();
    expect(site.out('index.html')).toBe('own <p>hi</p>\n');
    site.put({ '_config.yml': 'theme: ./own\nremote_theme: ada/oar@v1\nplugins: [jekyll-remote-theme]\n' });
    await site.build();
    expect(site.out('index.html')).toContain('theme oar');
  });

  test.each([
    'ada',
    'ada/oar/x',
    '../oar',
    'ada/..',
    'https://evil.example/ada/oar',
    'ada/oar@../../x',
    './oar',
  ])('cannot be `%s`', async (name) => {
    site.put({ '_config.yml': `remote_theme: "${name}"\n` });
    expect(codes(await site.build())).toEqual(['theme/bad-remote']);
    expect(site.server.requests).toEqual([]);
  });

  test('may be on a host that the environment names, and on no other', async () => {
    site.environment.GITHUB_HOSTNAME = 'github.example.com';
    site.put({ '_config.yml': 'remote_theme: https://github.example.com/ada/oar@v1\n' });
    expect((await site.build()).ok).toBe(true);
    expect(site.lock().themes[0]?.repository).toBe('https://github.example.com/ada/oar');
  });
});

describe('under `--safe`', () => {
  test('nothing is fetched that is not locked, and what is locked may be', async () => {
    const unlocked = await site.build({ safe: true });
    expect(codes(unlocked)).toEqual(['theme/not-locked']);
    expect(site.server.requests).toEqual([]);
    await site.build();
    site.forgetCache();
    expect(codes(await site.build({ safe: true }))).toEqual(['theme/fetched']);
    expect(codes(await site.build({ safe: true }))).toEqual([]);
  });
});

describe('with `github_pages: true`', () => {
  const primer = { ...files, '_layouts/default.html': 'primer {{ content }}' };

  test('a theme need not be locked, although `safe` is on there', async () => {
    site.put({ '_config.yml': 'github_pages: true\nremote_theme: ada/oar@v1\n' });
    expect((await site.build()).ok).toBe(true);
    expect(site.out('index.html')).toContain('theme oar');
    site.put({ '_config.yml': 'github_pages: true\nsafe: true\nremote_theme: ada/oar@v2\n' });
    expect(codes(await site.build())).toContain('theme/not-locked');
  });

  test('a site without a theme and without layouts is fetched Primer', async () => {
    site.put({ '_config.yml': 'github_pages: true\n' });
    site.server.serve('/pages-themes/primer/tar.gz/v0.6.0', archiveOf(primer));
    expect((await site.build()).ok).toBe(true);
    expect(site.out('index.html')).toContain('primer <p>hi</p>');
    expect(site.lock().themes).toMatchObject([{ name: 'jekyll-theme-primer', ref: 'v0.6.0' }]);
  });

  test('it is built without Primer, and says so, where that cannot be had', async () => {
    site.put({ '_config.yml': 'github_pages: true\n' });
    const result = await site.build();
    expect(result.ok).toBe(true);
    expect(codes(result)).toContain('config/default-theme-missing');
  });
});

describe('the lock file', () => {
  test.each([
    ['not JSON', '{', 'is not valid JSON'],
    ['of another version', '{"version": 2, "themes": []}', 'its `version` is not 1'],
    ['without a list', '{"version": 1}', 'contains no list'],
    ['with an entry that is not complete', '{"version": 1, "themes": [{"name": "x"}]}', 'not complete'],
    [
      'with a digest that is a path',
      `{"version": 1, "themes": [{"name": "ada/oar@v1", "repository": "https://github.com/ada/oar", "ref": "v1", "digest": "sha256-../../../x"}]}`,
      'not complete',
    ],
    [
      'with a repository elsewhere',
      `{"version": 1, "themes": [{"name": "ada/oar@v1", "repository": "http://169.254.169.254/ada/oar", "ref": "v1", "digest": "sha256-${'0'.repeat(64)}"}]}`,
      'not complete',
    ],
  ])('%s is an error', async (_, text, says) => {
    site.put({ 'hastie-themes.lock.json': text });
    const result = await site.build();
    expect(codes(result)).toEqual(['theme/lock-damaged']);
    expect(result.diagnostics[0]?.message).toContain(says);
    expect(result.diagnostics[0]?.place).toMatchObject({ file: 'hastie-themes.lock.json', line: 1 });
    expect(site.server.requests).toEqual([]);
  });

  test('is no content of the site', async () => {
    await site.build();
    await site.build();
    expect(site.files(join(site.root, 'out'))).not.toContain('hastie-themes.lock.json');
  });

  test.skipIf(process.getuid?.() === 0)('that cannot be written is a warning', async () => {
    chmodSync(site.source, 0o555);
    expect(codes(await site.build())).toEqual(['theme/fetched', 'theme/lock-not-written']);
    chmodSync(site.source, 0o755);
  });
});

describe('the cache', () => {
  const tree = (): string => {
    const trees = join(site.caches, 'hastie/themes/trees');
    return join(trees, readdirSync(trees)[0] ?? '');
  };

  test('is believed as long as nobody touched it', async () => {
    await site.build();
    writeFileSync(join(tree(), '_includes/foot.html'), 'forged');
    await site.build();
    expect(site.out('index.html')).toContain('foot');
    writeFileSync(join(tree(), '_includes/more.html'), 'forged');
    await site.build();
    expect(existsSync(join(tree(), '_includes/more.html'))).toBe(false);
    expect(site.server.requests).toHaveLength(3);
  });

  test('that was copied is looked through, and asks nobody', async () => {
    await site.build();
    cpSync(site.caches, `${site.caches}-2`, { recursive: true });
    site.forgetCache();
    renameSync(`${site.caches}-2`, site.caches);
    expect((await site.build()).ok).toBe(true);
    expect(site.server.requests).toHaveLength(1);
    writeFileSync(join(tree(), '_includes/foot.html'), 'forged');
    await site.build();
    expect(site.out('index.html')).toContain('foot');
    expect(site.server.requests).toHaveLength(2);
  });

  test('lies where `XDG_CACHE_HOME`, Windows or macOS say', async () => {
    site.environment.XDG_CACHE_HOME = join(site.root, 'xdg');
    await site.build();
    expect(existsSync(join(site.root, 'xdg/hastie/themes/trees'))).toBe(true);
    delete site.environment.XDG_CACHE_HOME;
    site.environment.LOCALAPPDATA = join(site.root, 'local');
    await site.build();
    expect(existsSync(join(site.root, 'local/hastie/themes/trees'))).toBe(true);
    delete site.environment.LOCALAPPDATA;
    site.put({ '../home/Library/Caches/x': '' });
    await site.build();
    expect(existsSync(join(site.root, 'home/Library/Caches/hastie/themes/trees'))).toBe(true);
    delete site.environment.HOME;
    expect(codes(await site.build())).toEqual(['theme/no-cache-folder']);
  });

  test('that cannot be made is one error', async () => {
    site.put({ '../home/.cache': 'a file' });
    expect(codes(await site.build())).toEqual(['theme/not-kept']);
  });
});

describe('the server', () => {
  test('is sent the token of the environment', async () => {
    site.environment.HASTIE_THEME_TOKEN = 'secret';
    site.environment.GITHUB_TOKEN = 'other';
    await site.build();
    expect(site.server.headers()).toMatchObject({ authorization: 'Bearer secret' });
  });

  test('is not asked at an address that is none', async () => {
    site.environment.HASTIE_THEME_HOST = 'ftp://x';
    expect(codes(await site.build())).toEqual(['theme/bad-host']);
  });

  test('may redirect on itself', async () => {
    site.server.serve('/ada/oar/tar.gz/v1', (_, response) =>
      response.writeHead(302, { location: `/ada/oar/tar.gz/${COMMIT}` }).end(),
    );
    expect((await site.build()).ok).toBe(true);
  });
});

describe('a theme that is named as a gem', () => {
  const gem = {
    ...files,
    'just-the-docs.gemspec':
      'Gem::Specification.new do |s|\n  s.files = Dir["_layouts/*", "_includes/*", "assets/*"]\n  s.add_runtime_dependency "jekyll-seo-tag", "~> 2.1"\nend\n',
    '_layouts/default.html':
      'docs {{ site.theme }} {{ site.color }}{{ site.data.words.hello }}{% seo title=false %}',
  };
  const asked = async (
    texts: Readonly<Record<string, string>>,
    ref: string,
    path = 'just-the-docs/just-the-docs',
  ) => {
    site.put({ '_config.yml': 'theme: just-the-docs\n', ...texts });
    site.server.serve(`/${path}/tar.gz/${ref}`, archiveOf(gem));
    const result = await site.build();
    return [...codes(result), ...site.server.requests];
  };
  const LOCK = `GEM
  remote: https://example.com/
  specs:
    jekyll-feed (0.17.0)
      jekyll (>= 3.7, < 5.0)
    just-the-docs (0.10.1)
      jekyll (>= 3.5, < 5.0)

DEPENDENCIES
  just-the-docs (~> 0.10)
`;

  test('is fetched from the repository that the table knows, with the plugins that it depends on', async () => {
    expect(await asked({}, 'v0.12.0')).toEqual([
      'theme/fetched',
      '/just-the-docs/just-the-docs/tar.gz/v0.12.0',
    ]);
    // neither `_config.yml` nor `_data` is part of the gem
    expect(site.out('index.html')).toContain('docs just-the-docs <!-- Begin Jekyll SEO tag');
    expect(site.lock().themes).toMatchObject([{ name: 'just-the-docs', ref: 'v0.12.0' }]);
  });

  test('has the version of Gemfile.lock', async () => {
    const texts = { Gemfile: 'gem "just-the-docs", "~> 0.10"\n', 'Gemfile.lock': LOCK };
    expect(await asked(texts, 'v0.10.1')).toEqual([
      'theme/fetched',
      '/just-the-docs/just-the-docs/tar.gz/v0.10.1',
    ]);
  });

  test('has the newest version that the Gemfile, or the gemspec of the site, allows', async () => {
    expect(await asked({ Gemfile: 'gem "just-the-docs", "~> 0.10.0"\n' }, 'v0.10.1')).toContain(
      '/just-the-docs/just-the-docs/tar.gz/v0.10.1',
    );
    const gemspec = 'Gem::Specification.new do |s|\n  s.add_dependency "just-the-docs", "= 0.11.2"\nend\n';
    expect(await asked({ Gemfile: 'gemspec\n', 'site.gemspec': gemspec }, 'v0.11.2')).toContain(
      '/just-the-docs/just-the-docs/tar.gz/v0.11.2',
    );
    expect(await asked({ Gemfile: 'gem "just-the-docs", "3.0.1"\n' }, 'v3.0.1')).toContain(
      '/just-the-docs/just-the-docs/tar.gz/v3.0.1',
    );
  });

  test('stays at the version of the lock file while that is allowed', async () => {
    await asked({ Gemfile: 'gem "just-the-docs", "0.10.1"\n' }, 'v0.10.1');
    const before = site.server.requests.length;
    await asked({ Gemfile: 'gem "just-the-docs", ">= 0.9"\n' }, 'v0.12.0');
    expect(site.lock().themes).toMatchObject([{ ref: 'v0.10.1' }]);
    expect(site.server.requests).toHaveLength(before);
    expect(await asked({ Gemfile: 'gem "just-the-docs", "~> 0.12"\n' }, 'v0.12.0')).toContain(
      '/just-the-docs/just-the-docs/tar.gz/v0.12.0',
    );
    expect(site.lock().themes).toMatchObject([{ ref: 'v0.12.0' }]);
  });

  test.each([
    ['gem "just-the-docs", git: "https://github.com/ada/just-the-docs.git", branch: "next"', 'next'],
    ['gem "just-the-docs", git: "git@github.com:ada/just-the-docs.git", tag: "t1"', 't1'],
    ['gem "just-the-docs", github: "ada/just-the-docs", branch: "a/b"', 'a/b'],
    ['gem "just-the-docs", :github => "ada/just-the-docs"', 'HEAD'],
    ['git "https://github.com/ada/just-the-docs", ref: "abc123" do\n  gem "just-the-docs"\nend', 'abc123'],
    ['github "ada/just-the-docs", branch: "x" do\n  gem "just-the-docs"\nend', 'x'],
  ])('is taken from git where the Gemfile says `%s`', async (gemfile, ref) => {
    expect(await asked({ Gemfile: `${gemfile}\n` }, ref, 'ada/just-the-docs')).toEqual([
      'theme/fetched',
      `/ada/just-the-docs/tar.gz/${ref}`,
    ]);
    // Bundler has the whole repository
    expect(site.out('index.html')).toContain('docs just-the-docs redHello');
  });

  test('is taken at the commit of Gemfile.lock', async () => {
    const lock = `GIT\n  remote: https://github.com/ada/just-the-docs\n  revision: ${OTHER}\n  branch: next\n  specs:\n    just-the-docs (0.11.0)\n`;
    const texts = {
      Gemfile: 'gem "just-the-docs", github: "ada/just-the-docs", branch: "next"\n',
      'Gemfile.lock': lock,
    };
    expect(await asked(texts, OTHER, 'ada/just-the-docs')).toContain(`/ada/just-the-docs/tar.gz/${OTHER}`);
  });

  test('is not taken from a server that the environment does not name', async () => {
    const gemfile = 'gem "just-the-docs", git: "https://gitlab.example/ada/just-the-docs"\n';
    expect(await asked({ Gemfile: gemfile }, 'HEAD')).toEqual(['theme/bad-git-address']);
  });

  test('is a folder where the Gemfile says so', async () => {
    site.put({ 'own/_layouts/default.html': 'own', 'own/README.md': '---\n---\nx' });
    expect(await asked({ Gemfile: 'gem "just-the-docs", path: "./own"\n' }, 'x')).toEqual([]);
    expect(site.out('index.html')).toBe('own');
    expect(site.files(join(site.root, 'out'))).toEqual(['index.html']);
  });

  test('is an installed gem of a version that the Gemfile allows, and no other', async () => {
    const installed = {
      'vendor/bundle/ruby/3.1.0/gems/just-the-docs-0.10.0/_layouts/default.html': 'installed',
    };
    expect(await asked({ ...installed, Gemfile: 'gem "just-the-docs", "~> 0.10"\n' }, 'x')).toEqual([]);
    expect(site.out('index.html')).toBe('installed');
    expect(await asked({ Gemfile: 'gem "just-the-docs", "~> 0.12"\n' }, 'v0.12.0')).toEqual([
      'theme/fetched',
      '/just-the-docs/just-the-docs/tar.gz/v0.12.0',
    ]);
  });

  test('and is not known is an error that suggests another', async () => {
    site.put({ '_config.yml': 'theme: minimaa\n' });
    const result = await site.build();
    expect(codes(result)).toEqual(['read/theme-missing']);
    expect(result.diagnostics[0]?.hint).toBe('did you mean `minima`?');
  });

  test.each([
    ['jekyll-theme-primer', 'pages-themes/primer', 'v0.6.0'],
    ['jekyll-theme-leap-day', 'pages-themes/leap-day', 'v0.2.0'],
    ['minimal-mistakes-jekyll', 'mmistakes/minimal-mistakes', '4.26.2'],
    ['jekyll-swiss', 'broccolini/swiss', 'HEAD'],
  ])('%s is known', async (name, repository, ref) => {
    site.put({ '_config.yml': `theme: ${name}\n` });
    site.server.serve(`/${repository}/tar.gz/${ref}`, archiveOf(files));
    expect((await site.build()).ok).toBe(true);
    expect(site.lock().themes).toMatchObject([{ name, ref, repository: `https://github.com/${repository}` }]);
  });
});
