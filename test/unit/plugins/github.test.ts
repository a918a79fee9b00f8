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
    '_config.yml': 'github_pages: true\ntheme: null',
    'a.html': settings,
  });
  expect(read('a.html')).toBe('&quot;lab&quot; nil &quot;https://jane.github.io&quot; &quot;/lab&quot;');
  expect(result.diagnostics).toMatchObject([
    {
      severity: 'info',
      message:
        'jekyll-github-metadata: derived from the git remote origin: `title: lab`, `url: https://jane.github.io`, `baseurl: /lab`',
    },
  ]);
});

test('a domain in CNAME and a user page have no baseurl; what is set stays', async () => {
  const onPages = 'github_pages: true\ntheme: null\ntitle: T\n';
  const own = await buildTexts({
    '_config.yml': `${onPages}repository: jane/lab`,
    CNAME: '\n Lab.org www.lab.org \nother.org\n',
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
      'github_pages: true\ntheme: null\nfuture: true\nurl: https://x.y\nbaseurl: ""\nrepository: a/b\ntitle: T\nlsi: true\nplugins: [jekyll-feed, jekyll-archives]\n',
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

test('the page of a user has the title of its owner, and the environment and the folder count', async () => {
  const names = ['project_title', 'owner_name', 'source.path', 'environment', 'hostname', 'pages_hostname'];
  const { read } = await buildTexts(
    {
      '_config.yml': 'github_pages: true\ntheme: null\nrepository: Jane/jane.github.io',
      'a.html': show(
        'site.title',
        ...names.map((name) => `site.github.${name}`),
        'site.github.versions.jekyll',
      ),
    },
    environmentOf({ JEKYLL_ENV: 'production', GITHUB_HOSTNAME: 'git.lab/' }),
  );
  expect(read('a.html').replaceAll('&quot;', '')).toBe(
    'Jane jane.github.io Jane / production git.lab github.io 3.10.0',
  );
});

test('a theme that is installed stands behind a site of GitHub Pages that names none, with its plugins', async () => {
  const theme = 'node_modules/jekyll-theme-primer';
  const { told, read } = await buildTexts({
    '_config.yml': 'github_pages: true\ntitle: T\nurl: https://x.y\nbaseurl: ""\nrepository: a/b\n',
    [`${theme}/package.json`]: '{"name": "jekyll-theme-primer", "version": "0.6.0"}',
    [`${theme}/jekyll-theme-primer.gemspec`]: 's.add_runtime_dependency "jekyll-seo-tag", "~> 2.0"',
    [`${theme}/_layouts/home.html`]: 'home {{ content }}{% seo %}',
    [`${theme}/_layouts/default.html`]: 'default {{ content }}',
    [`${theme}/_config.yml`]: 'colour: red',
    [`${theme}/assets/css/style.scss`]: '---\n---\na{b:c}\n',
    'index.md': 'text {{ site.colour | inspect }} {% for p in site.pages %}{{ p.url }} {% endfor %}',
    'more.md': 'more',
  });
  expect(told).toEqual([]);
  expect(read('index.html')).toMatch(
    /^home <p>text nil \/assets\/css\/style.css \/ \/more.html<\/p>\n<!-- Begin Jekyll SEO/,
  );
  expect(read('more.html')).toBe('default <p>more</p>\n');
  expect(read('assets/css/style.css')).toContain('b');
});

test('`where_exp` takes one comparison on GitHub Pages', async () => {
  const { told } = await buildTexts({
    '_config.yml': 'github_pages: true\ntheme: null\n',
    'a.html': '---\n---\n{{ site.pages | where_exp: "p", "p.a and p.b" | size }}',
  });
  expect(told).toEqual(['error liquid/malformed']);
});

test('a tag of a plugin that GitHub Pages does not have is an error', async () => {
  const { told } = await buildTexts({
    '_config.yml': 'github_pages: true\ntheme: null\nplugins: [jekyll-toc]\n',
    'a.html': '---\n---\n{% toc %}{% render "a" %}{% echo 1 %}',
  });
  expect(told).toEqual([
    'warning config/not-on-github-pages',
    'error liquid/unknown-tag',
    'error liquid/unknown-tag',
    'error liquid/unknown-tag',
  ]);
});
