/** How a site is recognised as one of GitHub Pages': ten kinds of sites, each with the line that it gets. */

import { describe, expect, test } from 'vitest';
import { isCached } from '../../../src/cache/result-key.ts';
import { githubPagesRules, jekyllRules } from '../../../src/model/builder/rules.ts';
import { configOf } from '../read/site-in-memory.ts';

const GEMFILE = 'source "https://rubygems.org"\n\ngem "github-pages", group: :jekyll_plugins\n';
const LOCK =
  'GEM\n  specs:\n    github-pages (232)\n      jekyll (= 3.10.0)\n\nDEPENDENCIES\n  github-pages\n';
const workflow = (step: string) =>
  `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n${step}`;
const PAGES_STEP = '      - uses: actions/jekyll-build-pages@v1\n';
const HOME = { '_config.yml': 'theme: null\n' };

const found = (because: string) => `\`github_pages\` is on, because ${because}`;
const declined = (but: string, although: string) =>
  `\`github_pages\` is off, because ${but}, although ${although}`;
const IN_GEMFILE = '`Gemfile` names the gem `github-pages`';
const IN_LOCK = '`Gemfile.lock` locks the gem `github-pages`';
const IN_WORKFLOW = '`.github/workflows/pages.yml` uses `actions/jekyll-build-pages`';

interface Kind {
  readonly kind: string;
  readonly files: Readonly<Record<string, string>>;
  readonly onPages: boolean;
  readonly lines: readonly string[];
  readonly place?: string;
}

const KINDS: readonly Kind[] = [
  { kind: 'nothing of the kind', files: {}, onPages: false, lines: [] },
  {
    kind: 'a Gemfile',
    files: { Gemfile: GEMFILE },
    onPages: true,
    lines: [found(IN_GEMFILE)],
    place: 'Gemfile:3:1',
  },
  {
    kind: 'a lock alone',
    files: { 'Gemfile.lock': LOCK },
    onPages: true,
    lines: [found(IN_LOCK)],
    place: 'Gemfile.lock:3:5',
  },
  {
    kind: 'a workflow',
    files: { '.github/workflows/pages.yml': workflow(PAGES_STEP) },
    onPages: true,
    lines: [found(IN_WORKFLOW)],
    place: '.github/workflows/pages.yml:7:15',
  },
  {
    kind: 'a workflow that builds with something else, and a plain Gemfile',
    files: {
      '.github/workflows/pages.yml': workflow(
        '      - run: bundle exec jekyll build # not actions/jekyll-build-pages\n',
      ),
      Gemfile: 'gem "jekyll", "~> 4.3"\n# gem "github-pages"\n',
    },
    onPages: false,
    lines: [],
  },
  {
    kind: 'a workflow that builds another folder',
    files: {
      '.github/workflows/pages.yml': workflow(`${PAGES_STEP}        with:\n          source: ./docs\n`),
    },
    onPages: false,
    lines: [],
  },
  {
    kind: 'a workflow beside a Gemfile of Jekyll 4, which GitHub does not read',
    files: { '.github/workflows/pages.yml': workflow(PAGES_STEP), Gemfile: 'gem "jekyll", "~> 4.3"\n' },
    onPages: true,
    lines: [found(IN_WORKFLOW)],
  },
  {
    kind: 'a lock that is older than its Gemfile',
    files: { 'Gemfile.lock': LOCK, Gemfile: 'gem "jekyll", "~> 4.3"\n' },
    onPages: false,
    lines: [declined('`Gemfile` does not name it', IN_LOCK)],
    place: 'Gemfile.lock:3:5',
  },
  {
    kind: 'a Gemfile with a gemspec, and the lock of both',
    files: { 'Gemfile.lock': LOCK, Gemfile: 'gemspec\n' },
    onPages: true,
    lines: [found(IN_LOCK)],
  },
  {
    kind: 'a Gemfile beside a plugin that GitHub Pages does not run',
    files: { Gemfile: GEMFILE, '_plugins/hello.js': '' },
    onPages: false,
    lines: [declined('GitHub Pages does not run `_plugins/hello.js`', IN_GEMFILE)],
  },
  {
    kind: 'a Gemfile beside settings that GitHub Pages does not have',
    files: { Gemfile: GEMFILE, '_config.yml': 'theme: null\ncitations: true\n' },
    onPages: false,
    lines: [declined('GitHub Pages has no `citations:`', IN_GEMFILE)],
  },
  {
    kind: 'a Gemfile whose condition does not hold',
    files: { Gemfile: 'gem "github-pages" if ENV["LOCAL"] == "1"\n' },
    onPages: false,
    lines: [],
  },
  {
    kind: 'an explicit true with nothing else',
    files: { '_config.yml': 'theme: null\ngithub_pages: true\n' },
    onPages: true,
    lines: [],
  },
  {
    kind: 'an explicit false against all signs',
    files: {
      '_config.yml': 'theme: null\ngithub_pages: false\n',
      Gemfile: GEMFILE,
      'Gemfile.lock': LOCK,
      '.github/workflows/pages.yml': workflow(PAGES_STEP),
    },
    onPages: false,
    lines: [],
  },
];

describe('github_pages without a word in the configuration', () => {
  test.each(KINDS)('$kind', ({ files, onPages, lines, place }) => {
    const config = configOf({ files: { ...HOME, ...files } });
    expect(config.rules).toBe(onPages ? githubPagesRules : jekyllRules);
    expect(config.settings.safe).toBe(onPages);
    expect(config.diagnostics.map(({ message }) => message)).toEqual(lines);
    const code = onPages ? 'config/github-pages-found' : 'config/github-pages-declined';
    for (const found of config.diagnostics) expect(found).toMatchObject({ severity: 'info', code });
    const [at] = config.diagnostics.map(({ place }) => place);
    if (place !== undefined) expect(`${at?.file}:${at?.line}:${at?.column}`).toBe(place);
  });

  test('a flag holds against a Gemfile', () => {
    const files = { ...HOME, Gemfile: GEMFILE };
    const config = configOf({ files, flags: new Map([['github_pages', false]]) });
    expect(config.rules).toBe(jekyllRules);
    expect(config.diagnostics).toEqual([]);
  });

  test('the theme of GitHub Pages is the one of a site without, and missed once', () => {
    const files = { '_config.yml': 'github_pages: true' };
    expect(configOf({ files })).toMatchObject({
      wantedTheme: { name: 'jekyll-theme-primer', ref: 'v0.6.0', isDefault: true },
      diagnostics: [],
    });
    // a site with layouts of its own fetches none
    const config = configOf({ files: { ...files, '_layouts/own.html': '' } });
    expect(config.wantedTheme).toBeUndefined();
    expect(config.settings.theme).toBe('jekyll-theme-primer');
    expect(config.diagnostics).toEqual([]);
  });

  test('the `safe` of GitHub Pages costs no site its cache: only one that is asked for does', () => {
    const asked = (text: string, flags?: ReadonlyMap<string, boolean>) => {
      const config = configOf({ files: { '_config.yml': text }, ...(flags && { flags }) });
      return [config.settings.safe, isCached(config)];
    };
    expect(asked('github_pages: true')).toEqual([true, true]);
    expect(asked('github_pages: true\nsafe: true')).toEqual([true, false]);
    expect(asked('github_pages: true', new Map([['safe', true]]))).toEqual([true, false]);
    expect(asked('title: x')).toEqual([false, true]);
  });
});
