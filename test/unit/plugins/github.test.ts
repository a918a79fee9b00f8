import { expect, test } from 'vitest';
import { buildTexts, environmentOf } from '../../support/temporary-site.ts';

const show = (...names: readonly string[]) =>
  `---\n---\n${names.map((name) => `{{ ${name} | inspect }}`).join(' ')}`;
const settings = show('site.title', 'site.repository', 'site.url', 'site.baseurl');
const plugins = 'plugins: [jekyll-github-metadata]\n';
const head = (branch: string) => ({
  '.git/HEAD': `ref: refs/heads/${branch}\n`,
  [`.git/refs/heads/${branch}`]: `${'ab'.repeat(20)}\n`,
  '.git/config': '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:jane/lab.git\n',
});

test('the repository is that of PAGES_REPO_NWO, of the setting, or of the remote', async () => {
  const files = {
    ...head('main'),
    '_config.yml': `${plugins}repository: ann/site`,
    'a.html': show('site.github.repository_nwo'),
  };
  const environment = environmentOf({ PAGES_REPO_NWO: 'bob/x' });
  expect((await buildTexts(files, environment)).read('a.html')).toBe('&quot;bob/x&quot;');
  expect((await buildTexts(files)).read('a.html')).toBe('&quot;ann/site&quot;');
  const { read } = await buildTexts({ ...files, '_config.yml': plugins });
  expect(read('a.html')).toBe('&quot;jane/lab&quot;');
});

test('without a name site.github is empty, with a warning', async () => {
  const { told, read } = await buildTexts({ '_config.yml': plugins, 'a.html': show('site.github') });
  expect(told).toEqual(['warning github/no-repository']);
  expect(read('a.html')).toBe('nil');
});

test('git is read from its files: branch, commit, edit links', async () => {
  const { read } = await buildTexts({
    ...head('work'),
    '_config.yml': plugins,
    'a.html': `${show('site.github.source.branch', 'site.github.build_revision')} {% github_edit_link "edit" %} {% github_edit_link %}`,
  });
  const address = 'https://github.com/jane/lab/edit/work/a.html';
  expect(read('a.html')).toBe(
    `&quot;work&quot; &quot;${'ab'.repeat(20)}&quot; <a href="${address}">edit</a> ${address}`,
  );
});

test('as with the gem, url and baseurl are found for production alone', async () => {
  const files = { '_config.yml': `${plugins}repository: jane/lab`, 'a.html': settings };
  expect((await buildTexts(files)).read('a.html')).toBe('&quot;lab&quot; &quot;jane/lab&quot; nil nil');
  const { read } = await buildTexts(files, environmentOf({ JEKYLL_ENV: 'production' }));
  expect(read('a.html')).toBe(
    '&quot;lab&quot; &quot;jane/lab&quot; &quot;https://jane.github.io&quot; &quot;/lab&quot;',
  );
});

test('github_pages finds what is missing and says so', async () => {
  const { result, read } = await buildTexts({
    ...head('main'),
    '_config.yml': 'github_pages: true',
    'a.html': settings,
  });
  expect(read('a.html')).toBe(
    '&quot;lab&quot; &quot;jane/lab&quot; &quot;https://jane.github.io&quot; &quot;/lab&quot;',
  );
  expect(result.diagnostics).toMatchObject([
    {
      severity: 'info',
      message:
        'jekyll-github-metadata: derived from the git remote origin: `title: lab`, `repository: jane/lab`, `url: https://jane.github.io`, `baseurl: /lab`',
    },
  ]);
});

test('a domain in CNAME and a user page have no baseurl; what is set stays', async () => {
  const onPages = 'github_pages: true\ntitle: T\n';
  const own = await buildTexts({
    '_config.yml': `${onPages}repository: jane/lab`,
    CNAME: 'lab.org\n',
    'a.html': settings,
  });
  expect(own.read('a.html')).toBe(
    '&quot;T&quot; &quot;jane/lab&quot; &quot;https://lab.org&quot; &quot;&quot;',
  );
  const user = await buildTexts({
    '_config.yml': `${onPages}repository: Jane/jane.github.io`,
    'a.html': settings,
  });
  expect(user.read('a.html')).toContain('&quot;https://jane.github.io&quot; &quot;&quot;');
  const set = await buildTexts({
    '_config.yml': `${onPages}repository: jane/lab\nurl: https://x.y\nbaseurl: ""`,
    'a.html': settings,
  });
  expect(set.read('a.html')).toContain('&quot;https://x.y&quot; &quot;&quot;');
  expect(set.told).toEqual([]);
});

test('github_pages turns on its plugins and defaults, forces its settings, and leaves other plugins out', async () => {
  const { told, read } = await buildTexts({
    '_config.yml':
      'github_pages: true\nurl: https://x.y\nbaseurl: ""\nrepository: a/b\ntitle: T\nlsi: true\nplugins: [jekyll-feed, jekyll-archives]\n',
    '_layouts/page.html': '{{ page.title }}: {{ content }}',
    'README.md': '# Home\n\n[a](docs/a.md)\n',
    'docs/a.md': '# Title\n',
    '_posts/2999-01-01-far.md': '---\n---\nfuture',
    'b.html': show('site.safe', 'site.lsi', 'site.future', 'site.plugins'),
    '_plugins/x.js': 'throw new Error("run")',
    CNAME: 'x.y',
  });
  expect(told).toEqual(['warning config/not-on-github-pages', 'warning plugin/unsafe']);
  expect(read('index.html')).toBe('Home: <h1 id="home">Home</h1>\n\n<p><a href="/docs/a.html">a</a></p>\n');
  expect(read('docs/a.html')).toContain('Title: ');
  expect(read('2999/01/01/far.html')).toContain('future');
  expect(read('b.html')).toMatch(
    /^true false true \[&quot;jekyll-feed&quot;, &quot;jekyll-coffeescript&quot;/,
  );
  expect(() => read('CNAME')).toThrow();
});

test('CoffeeScript is told with the command that compiles it', async () => {
  const { told } = await buildTexts({
    '_config.yml': 'plugins: [jekyll-coffeescript]',
    'a.coffee': '---\n---\nx = 1',
  });
  expect(told).toEqual(['warning coffeescript/not-compiled']);
});
