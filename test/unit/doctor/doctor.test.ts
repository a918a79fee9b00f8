import { describe, expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../support/program.ts';

const page = (text: string, head = '') => `---\n${head}---\n${text}\n`;

interface Finding {
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly message: string;
  readonly hint?: string;
  readonly jekyll?: string;
}

interface Report {
  readonly ok: boolean;
  readonly warnings: readonly Finding[];
  readonly infos: readonly Finding[];
  readonly pages: number;
  readonly references: number;
}

const CONFIG = 'url: https://ada.example\n';

/** What the doctor finds in a site. */
async function find(files: Readonly<Record<string, string>>): Promise<Report['warnings']> {
  const { out } = await hastie(siteOnDisk({ '_config.yml': CONFIG, ...files }), 'doctor --json');
  const { warnings, infos }: Report = JSON.parse(out);
  return [...warnings, ...infos].filter(({ code }) => /^(?:doctor|output)\//.test(code));
}

/** The same as `code file:line message (hint)`. */
async function look(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const found = await find(files);
  return found.map(({ code, file, line, message, hint }) => `${code} ${file}:${line} ${message} (${hint})`);
}

describe('`hastie doctor`', () => {
  test('says that all is well, and exits with 0', async () => {
    const fs = siteOnDisk({ '_config.yml': CONFIG, 'index.md': page('[a](a.html)'), 'a.html': '<p>' });
    const { status, out, err } = await hastie(fs, 'doctor');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe('No problems found: checked 1 page and 1 reference.\n');
  });

  test.each(['doctor', 'hyde'])('%s writes nothing', async (word) => {
    const files = { '_config.yml': CONFIG, 'index.md': page('x'), 'a.css': 'a{}' };
    const fs = siteOnDisk(files);
    await hastie(fs, word);
    expect(fs.tree('/site')).toEqual(files);
  });

  test('lists the first hundred of a page, and says how many more there are', async () => {
    const links = Array.from({ length: 150 }, (_, n) => `[a](a${n}.html)\n`).join('');
    const { out } = await hastie(
      siteOnDisk({ '_config.yml': CONFIG, 'index.md': page(links) }),
      'doctor --json',
    );
    const { warnings }: Report = JSON.parse(out);
    expect(warnings).toHaveLength(101);
    expect(warnings.at(-1)!.message).toBe('50 more warnings in this file are not listed');
  });

  test('exits with 1 where there is something to tell, with its place in the source', async () => {
    const fs = siteOnDisk({ '_config.yml': CONFIG, 'index.md': page('See ![me](me.jpg).') });
    const { status, out, err } = await hastie(fs, 'doctor');
    expect(status).toBe(1);
    expect(err).toMatch(
      /^index\.md:3:11 warning doctor\/missing-file: the image `me\.jpg` is broken: the site has no such file\n/,
    );
    expect(out).toMatch(/^1 warning; checked 1 page and 1 reference\.\n$/);
  });

  test('tells mistakes of the build, too, and looks no further where there is an error', async () => {
    const fs = siteOnDisk({ '_config.yml': CONFIG, 'index.md': page('{% nope %} [a](b)') });
    const { status, out } = await hastie(fs, 'doctor --json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      pages: 0,
      errors: [{ code: 'liquid/unknown-tag', line: 3 }],
    });
  });
});

describe('links of the output', () => {
  test('are followed as a server would: folders, extensions left out, queries, other sites', async () => {
    const files = {
      'index.md': page(
        '[a](/about/) [b](/about) [c](plain) [d](plain.html?x#) [e](https://b.example/x) [f](mailto:a@b) ' +
          '[g](https://ada.example/about/) [h](//ada.example/me%20too.png) [i](https://ada.example/other-project/)',
      ),
      'about.md': page('[up](../plain.html) <a href="">self</a>', 'permalink: /about/\n'),
      'plain.html': '<p>',
      'me too.png': 'png',
    };
    expect(await look(files)).toEqual([]);
  });

  test('that lead to nothing name what is nearest', async () => {
    const files = {
      'index.html': page(
        '<a href="/abuot/">a</a><img src="b.png"><script src="/x.js"></script>\n<link rel="stylesheet" href="main.css">',
      ),
      'about.md': page('x', 'permalink: /about/\n'),
      'images/b.png': 'png',
      '_secret/x.js': 'x',
    };
    expect(await look(files)).toEqual([
      'doctor/missing-file index.html:3 the link `/abuot/` is broken: the site has no such file (did you mean `/about/`?)',
      'doctor/missing-file index.html:3 the image `b.png` is broken: the site has no such file (did you mean `/images/b.png`?)',
      'doctor/missing-file index.html:3 the script `/x.js` is broken: the site has no such file (correct the address, or add the file)',
      'doctor/missing-file index.html:4 the stylesheet `main.css` is broken: the site has no such file (correct the address, or add the file)',
    ]);
  });

  test('to a source, or to another site without its scheme, say what was meant', async () => {
    const files = {
      'index.md': page('[a](about.md) [b](www.b.example/x) [c](youtu.be/x)'),
      'about.md': page('x', 'permalink: /about/\n'),
    };
    expect((await find(files)).map(({ hint }) => hint)).toEqual([
      'did you mean `/about/`?',
      'did you mean `https://www.b.example/x`?',
      'did you mean `https://youtu.be/x`?',
    ]);
  });

  test('to a file that is left out say so', async () => {
    const [told] = await look({ 'index.md': page('[a](node_modules/a.pdf)'), 'node_modules/a.pdf': '' });
    expect(told).toContain(
      '(publish `node_modules/a.pdf`, which is in the source but not in the site: check `exclude:`',
    );
  });

  test('are found where they were written: layout, include, data, settings', async () => {
    const files = {
      '_config.yml': `${CONFIG}logo: /images/logo.png\n`,
      '_layouts/a.html': '<body>\n{{ content }}\n<a href="/gone.html">x</a>\n{% include b.html %}',
      '_includes/b.html':
        '\n<img src="{{ site.logo | relative_url }}"><a href="{{ site.data.nav[0].to | relative_url }}">',
      '_data/nav.yml': '- to: /nowhere/\n',
      'index.md': page('x', 'layout: a\n'),
      'other.md': page('x', 'layout: a\n'),
    };
    const told = (await look(files)).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(told).toEqual([
      'doctor/missing-file _layouts/a.html:3',
      'doctor/missing-file _config.yml:2',
      'doctor/missing-file _data/nav.yml:1',
    ]);
  });

  test('name the page where their place is not found', async () => {
    const [told] = await look({
      'index.md': page('{{ "/go" | append: "ne/" | prepend: "](" | prepend: "[a" }})'),
    });
    expect(told).toContain('doctor/missing-file index.md:1 the link `/gone/`');
    expect(told).toContain('(on the page `/`)');
  });

  test('in the wrong letter case, or with letters encoded in another way, are slips', async () => {
    const files = {
      'index.md': page('![a](Images/Me.PNG) ![b](cafe\u0301.png)'),
      'images/me.png': '',
      'caf\u00e9.png': '',
    };
    expect(await look(files)).toMatchObject([
      expect.stringMatching(
        /^doctor\/letter-case index\.md:3 the image `Images\/Me\.PNG` .* \(write `\/images\/me\.png`:/,
      ),
      expect.stringMatching('^doctor/letter-case .*write `/caf\\u00e9\\.png`'),
    ]);
  });

  test('to anchors that are not there name the nearest id', async () => {
    const files = {
      'index.md': page(
        '# Hello you\n[a](#hello-yuo) [b](/b.html#there) [c](b.html#x) [d](#top) [e](#) [f](#hello-you)',
      ),
      'b.md': page('<a name="there"></a>'),
    };
    expect(await look(files)).toEqual([
      'doctor/missing-anchor index.md:4 the page has no element with the id `hello-yuo` (did you mean `#hello-you`?)',
      'doctor/missing-anchor index.md:4 `/b.html` has no element with the id `x` (correct the id, or set it with `{#id}` after the heading; by default it comes from the heading’s text)',
    ]);
  });

  test('that are empty or no address are told', async () => {
    const found = await find({
      'index.html': page('<img src=""><a href="https://a b/">x</a><a href="http://">y</a>'),
    });
    expect(found.map(({ code, line, message }) => `${code} ${line} ${message}`)).toEqual([
      'doctor/malformed-address 1 the image has an empty address (on the page `/`)',
      'doctor/malformed-address 3 the link "https://a b/" is not a valid address',
      'doctor/malformed-address 3 the link "http://" is not a valid address',
    ]);
  });

  test('past the baseurl are told where the site has the file', async () => {
    const files = {
      '_config.yml': `${CONFIG}baseurl: /site\n`,
      'index.md': page('![a](/a.png) ![b](/site/a.png) ![c](a.png) [d](/) [e](/another/)'),
      'a.png': '',
    };
    expect(await look(files)).toEqual([
      "doctor/outside-baseurl index.md:3 the image `/a.png` points outside `/site`, under which the site is served (write `{{ '/a.png' | relative_url }}`, which prepends the `baseurl`)",
    ]);
  });

  test('in comments, scripts and kept files are none of its business', async () => {
    const files = {
      '_config.yml': `${CONFIG}keep_files: [old]\n`,
      'index.html': page(
        '<!-- <img src="a.png"> --><script>"<img src=b.png>"</script><a href="/old/x.html">x</a><a href="javascript:void(0)">',
      ),
    };
    expect(await look(files)).toEqual([]);
  });

  test('of sets of images are looked at one by one', async () => {
    const told = await look({ 'index.html': page('<img srcset="a.png 1x, b.png 2x">'), 'a.png': '' });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('the image `b.png`');
  });

  test('are read in time that grows with the page, whatever it holds', async () => {
    const hostile = [
      '<a '.repeat(20_000),
      '<!--'.repeat(20_000),
      '<script>'.repeat(20_000),
      '="'.repeat(20_000),
    ];
    expect(await look({ 'index.html': page(hostile.join('\n')) })).toEqual([]);
  });
});

describe('the avatar', () => {
  const author = (avatar: string) => ({
    '_config.yml': `${CONFIG}author:\n  name: Ada\n  avatar: ${avatar}\n`,
    'index.html': page('<img src="{{ site.author.avatar | relative_url }}">'),
    'images/me.jpg': '',
  });

  test('that is missing is told once, at the setting', async () => {
    expect(await look(author('images/mee.jpg'))).toEqual([
      'doctor/avatar-missing _config.yml:4 the avatar `images/mee.jpg` does not exist (did you mean `/images/me.jpg`?)',
    ]);
  });

  test('that is there, or elsewhere, is fine', async () => {
    expect(await look(author('images/me.jpg'))).toEqual([]);
    expect(await look(author('https://b.example/me.jpg'))).toEqual([]);
  });

  test('that is empty is told', async () => {
    const files = { '_config.yml': `${CONFIG}author:\n  avatar:\n`, 'index.md': page('x') };
    expect((await look(files))[0]).toContain('doctor/avatar-empty _config.yml:3 ');
  });
});

describe('text', () => {
  test.each([
    ['it\u00e2\u20ac\u2122s', '\u2019'],
    ['caf\u00c3\u00a9', '\u00e9'],
    ['news \u011f\u0178\u201d\u00a5', '\u{1f525}'],
    ['\u00d0\u00bf\u00d1\u20ac', '\u043f\u0440'],
  ])('that was read in the wrong encoding is shown right: %s', async (text, meant) => {
    const told = await look({ 'index.md': page(text) });
    expect(told).toEqual([expect.stringMatching('^doctor/garbled-text index\\.md:3 ')]);
    expect(told[0]).toContain(` looks like \`${meant}\` `);
  });

  test('that holds letters and signs of many languages is left alone', async () => {
    const text = 'Žižek, «Ünïcode», naïve – “CAFÉ”… 5 °C, 你好, Straße, ação, ĞİŞ, Ærø';
    expect(await look({ 'index.md': page(text) })).toEqual([]);
  });

  test('that lost a character is told', async () => {
    expect((await look({ 'index.md': page('a\ufffdb') }))[0]).toContain('doctor/lost-character index.md:3 ');
  });
});

describe('ids of papers', () => {
  const span = (id: string) => `<span class='show_paper_citations' data='${id}'></span>`;
  const data = JSON.stringify({ citedby: 3, publications: { 'abcDEF:xyz123': { num_citations: 3 } } });

  test('that the data does not have are told, with the nearest', async () => {
    const files = {
      'index.md': page(`${span('abcDEF:xyz123')} ${span('abcDEF:xyz132')} ${span('')}`),
      'google-scholar-stats/gs_data.json': data,
    };
    expect(await look(files)).toMatchObject([
      expect.stringContaining('has no paper `abcDEF:xyz132` (did you mean `abcDEF:xyz123`?)'),
      expect.stringContaining('doctor/unknown-paper index.md:3 a paper has no id'),
    ]);
  });

  test('that are the sample of the README are told even without data', async () => {
    const told = await look({ 'index.md': page(`${span('DhtAFkwAAAAJ:ALROH1vI_8AC')} ${span('other:id')}`) });
    expect(told).toEqual([expect.stringMatching('^doctor/sample-paper index\\.md:3 ')]);
  });
});

test('scripts that count visitors for nobody are told where they are written', async () => {
  const script = '<script src="https://www.googletagmanager.com/gtag/js?id={{ site.id }}"></script>';
  const files = { '_includes/a.html': `\n${script}`, 'index.md': page('{% include a.html %}') };
  expect(await look(files)).toEqual([
    expect.stringMatching('^doctor/empty-analytics _includes/a\\.html:2 the script of Google Analytics '),
  ]);
  expect(await look({ ...files, '_config.yml': `${CONFIG}id: G-1\n` })).toEqual([]);
});

test('icons that the site’s stylesheet does not have are told', async () => {
  const css = Array.from({ length: 40 }, (_, at) => `.fa-icon${at}:before{}`).join('\n');
  const files = {
    'a.css': `${css}\n.fa-envelope:before{}`,
    'index.html': page('<i class="fas fa-envelop"></i>'),
  };
  expect(await look(files)).toEqual([
    'doctor/unknown-icon index.html:3 no stylesheet of the site defines the icon `fa-envelop` (did you mean `fa-envelope`?)',
  ]);
});

describe('the settings', () => {
  const home = { 'index.md': page('x') };
  const remote = (name: string) => ({
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[remote "origin"]\n  url = git@github.com:${name}.git\n`,
  });
  const codes = async (config: string, files = {}) =>
    (await find({ ...home, ...files, '_config.yml': config }))
      .filter(({ code }) => code !== 'doctor/pages-source' && code !== 'doctor/pages-differs')
      .map(({ code, hint }) => `${code} (${hint})`);

  test('without `url` get the one that the repository tells, and Jekyll’s sentence', async () => {
    expect(await codes('title: x\n', remote('Ada/ada.github.io'))).toEqual([
      'doctor/url-missing (add `url: https://ada.github.io` to `_config.yml`)',
    ]);
    const { err } = await hastie(siteOnDisk(home), 'doctor');
    expect(err).toContain("in Jekyll: Warning: You didn't set an URL in the config file");
  });

  test.each([
    ['url: 5', 'doctor/url-invalid'],
    ['url: ada.example', 'doctor/url-not-absolute'],
    ['url: https://ada.example/', 'doctor/url-with-path'],
    ['url: https://ada.example/site', 'doctor/url-with-path'],
    ['url: https://ada.example\nbaseurl: site/', 'doctor/baseurl-form'],
    ['url: https://ada.example\nrelative_permalinks: true', 'doctor/relative-permalinks'],
  ])('%s gives %s', async (config, code) => {
    expect(await codes(`${config}\n`)).toEqual([expect.stringContaining(`${code} (`)]);
  });

  test('are held against CNAME, the repository and its remote', async () => {
    expect(await codes(CONFIG, { CNAME: 'ada.org\n' })).toEqual([
      'doctor/url-not-cname (write `url: https://ada.org`, or correct `CNAME`)',
    ]);
    expect(await codes('url: https://ada.github.io\n', remote('ada/site'))).toEqual([
      'doctor/baseurl-not-repository (write `baseurl: /site` in `_config.yml`, or add a `CNAME` file with your own domain)',
    ]);
    expect(await codes(`${CONFIG}repository: someone/else\n`, remote('ada/site'))).toEqual([
      'doctor/repository-not-remote (write `repository: ada/site`, unless you mean the other one)',
    ]);
    expect(await codes('url: https://ada.github.io\nbaseurl: /site\nrepository: ada/site\n')).toEqual([]);
  });

  test('lack the repository only where a template reads it', async () => {
    const files = { 'index.md': page('{% include a.html %}'), '_includes/a.html': '{{ site.repository }}' };
    expect(await codes(CONFIG, files)).toEqual([
      'doctor/repository-missing (add `repository: owner/name` to `_config.yml`)',
    ]);
  });

  test('say where GitHub Pages takes the site from', async () => {
    const files = { ...home, ...remote('ada/ada.github.io') };
    expect((await look(files)).join()).toContain(
      'doctor/pages-source undefined:undefined no workflow builds',
    );
    const built = await look({
      ...files,
      'a.scss': '---\n---\na { b: c }\n',
      'c.md': page('{% link a.scss %}'),
    });
    expect(built.filter((line) => line.startsWith('doctor/pages-differs'))).toEqual([
      expect.stringContaining('a site without `theme:` has the theme Primer'),
      expect.stringContaining('stylesheets have no source maps'),
      expect.stringContaining('`link` and `post_url` leave `baseurl` out'),
    ]);
    const workflow = { '.github/workflows/a.yml': 'uses: actions/deploy-pages@v4\n' };
    expect((await look({ ...files, ...workflow })).join()).toContain('Source: GitHub Actions');
  });

  test('with posts outside of `collections_dir` say so', async () => {
    const files = { '_posts/2020-01-02-a.md': page('x'), 'all/a.txt': '' };
    expect(await codes(`${CONFIG}collections_dir: all\n`, files)).toEqual([
      'doctor/posts-at-root (move `_posts` into `all`)',
    ]);
  });
});

describe('names of files', () => {
  const names = [
    ...['con', 'PRN.txt', 'aux.html', 'nul', 'com1.js', 'LPT9.txt', 'a:b.txt', 'a?.txt', 'a*.txt', 'a|b.txt'],
    ...['a<b.txt', 'a>b.txt', 'a"b.txt', 'a\\b.txt', 'blank ', 'nul.tar.gz'],
  ];

  test.each(names)('that Windows does not take are told: %s', async (name) => {
    const told = await look({ [`files/${name}`]: 'x', 'index.md': page('x') });
    expect(told).toEqual([expect.stringMatching('^output/reserved-name ')]);
  });

  test('that are too long elsewhere are told', async () => {
    const long = 'é'.repeat(130);
    const told = await look({ [`${long}.txt`]: 'x', [`${'deep/'.repeat(50)}a.txt`]: 'x' });
    expect(told).toEqual([
      expect.stringMatching('^output/long-name .*: 255 characters, at most 219 are allowed'),
      expect.stringMatching('^output/long-name .*: 264 bytes, at most 255 are allowed'),
    ]);
  });

  test('that differ in letter case alone are told by the build', async () => {
    const { out } = await hastie(siteOnDisk({ 'a.txt': '', 'A.txt': '' }), 'doctor --json');
    expect(out).toContain('output/case-conflict');
  });
});

describe('placeholders of a template', () => {
  test.each([
    [
      'author: { googlescholar: "https://scholar.google.com/citations?user=YOUR_GOOGLE_SCHOLAR_ID" }',
      'YOUR_GOOGLE_SCHOLAR_ID',
    ],
    ['author: { name: "Your Name" }', 'Your Name'],
    ['author: { github: yourusername }', 'yourusername'],
    ['author: { email: ada@example.com }', 'ada@example.com'],
    ['author: { email: your-email@uni.edu }', 'your-email'],
    ['author: { orcid: "http://orcid.org/yourorcidurl" }', 'yourorcidurl'],
    ['title: Lorem ipsum', 'Lorem ipsum'],
    ['last_name: R. Name', 'R. Name'],
    ['links: [{ url: "https://github.com/<your-github-user-name>" }]', '<your-github-user-name>'],
    ['google_analytics: G-XXXXXXXXXX', 'G-XXXXXXXXXX'],
  ])('are found in the settings: %s', async (setting, placeholder) => {
    expect(await look({ '_config.yml': `${CONFIG}${setting}\n`, 'index.md': page('x') })).toEqual([
      `doctor/placeholder _config.yml:2 \`${placeholder}\` is a placeholder from the template (replace it with your own value, or remove the line)`,
    ]);
  });

  test('are found in the addresses of a page, and those of the settings are said once', async () => {
    const config = `${CONFIG}github: yourusername\n`;
    const text = page('[me](https://github.com/yourusername) [paper](https://arxiv.org/abs/YOUR_PAPER_ID)');
    const found = await look({ '_config.yml': config, 'index.md': text });
    expect(found.map((line) => line.split(' is a')[0])).toEqual([
      'doctor/placeholder _config.yml:2 `yourusername`',
      'doctor/placeholder index.md:3 `YOUR_PAPER_ID`',
    ]);
  });

  test.each([
    'title: Name your price',
    'description: Tell me your name',
    'description: "Find your profile here"',
    'title: A site title',
    'author: { email: ada@uni.edu }',
  ])('are not what only looks like one: %s', async (setting) => {
    expect(await look({ '_config.yml': `${CONFIG}${setting}\n`, 'index.md': page('x') })).toEqual([]);
  });
});
