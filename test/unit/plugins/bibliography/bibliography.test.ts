/** jekyll-scholar's tags and settings, al-folio's fields, and the list of paper boxes. */

import { describe, expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../../support/program.ts';

const BIB = `---
---
@string{cvpr = "Proc. of CVPR"}
@inproceedings{zhang24, author = {Zhang, Yichi and Ludwig van Beethoven}, title = {{GROUND}HOG \\& more}, booktitle = cvpr, year = 2024, month = {June}, abbr = {CVPR}, selected = {true}, bibtex_show = {true}, abstract = {Long.}, pdf = {hog.pdf}, code = {https://code.example/a_b}, preview = {hog.png}, google_scholar_id = {abc}}
@article{knuth81, author = {Knuth, Donald E.}, title = {Breaking}, journal = {Software}, year = 1981, doi = {10.1/x}}
@article{old81, author = {Abel, A.}, title = {Another}, journal = {Software}, year = 1981}
`;
const LIST = (items: string) => `<ol class="bibliography">${items}</ol>`;

async function build(text: string, options: { config?: string; files?: Record<string, string> } = {}) {
  const fs = siteOnDisk({
    '_config.yml': `plugins: [jekyll/scholar]\n${options.config ?? 'scholar: {bibliography_template: "{{entry.key}}"}\n'}`,
    '_bibliography/references.bib': BIB,
    'index.html': `---\ntitle: x\n---\n${text}`,
    ...options.files,
  });
  const { out, status } = await hastie(fs, 'build --json');
  const { warnings, errors, infos } = JSON.parse(out);
  const tree = fs.tree('/site/dist');
  return { page: tree['index.html'] ?? '', tree, warnings, errors, infos, status };
}

const keysOf = async (markup: string, config?: string) =>
  [
    ...(await build(`{% bibliography ${markup} %}`, config === undefined ? {} : { config })).page.matchAll(
      /<li>(.*?)<\/li>/g,
    ),
  ]
    .map(([, key]) => key)
    .join(' ');

describe('a list', () => {
  test('has all entries in the order of the file', async () => {
    const { page, warnings } = await build('{% bibliography %}');
    expect(page).toBe(LIST('<li>zhang24</li>\n<li>knuth81</li>\n<li>old81</li>'));
    expect(warnings).toEqual([]);
  });

  test.each([
    ['-q @*[selected=true]*', 'zhang24'],
    ['--query @article', 'knuth81 old81'],
    ['-f references -q @*[year=1981]*', 'knuth81 old81'],
    ['--file references.bib --max 1', 'zhang24'],
    ['-o 1 -m 1', 'knuth81'],
    ['-m 2 --sort_by year,author --order ascending -o 1', 'zhang24 knuth81'],
    ['--template {{index}}', '1 2 3'],
    ['-q @*[year={{ site.year }}]', 'zhang24'],
  ])('by %s', async (markup, expected) => {
    expect(await keysOf(markup, 'year: 2024\nscholar: {bibliography_template: "{{entry.key}}"}\n')).toBe(
      expected,
    );
  });

  test('in groups and groups in groups', async () => {
    const { page } = await build('{% bibliography --group_by year,type --group_order descending %}');
    expect(page).toBe(
      [
        '<h2 class="bibliography">2024</h2>\n<h3 class="bibliography">Conference Articles</h3>\n<ol class="bibliography"><li>zhang24</li></ol>',
        '<h2 class="bibliography">1981</h2>\n<h3 class="bibliography">Journal Articles</h3>\n<ol class="bibliography"><li>knuth81</li>\n<li>old81</li></ol>',
      ].join('\n'),
    );
  });

  test('with the settings of the configuration, and those of the page over them', async () => {
    const config =
      'scholar: {source: refs, bibliography: own, bibliography_template: bib, group_by: year, group_order: descending, bibliography_group_tag: h3, bibliography_list_tag: ul}\n';
    const { page } = await build('{% bibliography %}', {
      config,
      files: {
        'refs/own.bib': '@misc{k, year=2000, title={T}}',
        '_layouts/bib.html': '---\n---\n<p>{{ entry.title }}</p>',
      },
    });
    expect(page).toBe('<h3 class="bibliography">2000</h3>\n<ul class="bibliography"><li><p>T</p></li></ul>');
    const { page: own } = await build('', {
      files: { 'index.html': '---\nscholar: {query: "@article[doi]"}\n---\n{% bibliography %}' },
    });
    expect(own).toBe(LIST('<li>knuth81</li>'));
  });

  test('counts', async () => {
    expect((await build('{% bibliography_count %}/{% bibliography_count -q @article %}')).page).toBe('3/2');
  });
});

describe('an entry in a template', () => {
  const shown = async (template: string, config = '') =>
    (
      await build('{% bibliography -q zhang24 %}', {
        config: `scholar: {bibliography_template: bib}\n${config}`,
        files: { '_layouts/bib.html': `---\n---\n${template}` },
      })
    ).page;

  test.each([
    ['{{ entry.title }}', 'GROUNDHOG & more'],
    ['{{ entry.booktitle }}, {{ entry.month }} {{ entry.year }}', 'Proc. of CVPR, jun 2024'],
    [
      '{% for a in entry.author_array %}{{ a.first }}|{{ a.prefix }}|{{ a.last }};{% endfor %}',
      'Yichi||Zhang;Ludwig|van|Beethoven;',
    ],
    ['{{ entry.author }} {{ entry.author_1_last }}', 'Zhang, Yichi and van Beethoven, Ludwig Beethoven'],
    [
      '{{ entry.code }} {{ entry.pdf }} {{ entry.selected }} {{ type }} {{ key }}',
      'https://code.example/a_b hog.pdf true inproceedings zhang24',
    ],
    [
      '{{ site.title }}{{ page.title }}{{ reference }}',
      'x<span id="zhang24">Zhang, Y., &amp; van Beethoven, L. (2024, June). GROUNDHOG &amp; more. <i>Proc. of CVPR</i>.</span>',
    ],
  ])('%s', async (template, expected) => {
    expect(await shown(template)).toBe(LIST(`<li>${expected}</li>`));
  });

  test('is printed as BibTeX without its abstract, and without al-folio’s hidden fields', async () => {
    const text = await shown(
      '{{ entry.bibtex | hideCustomBibtex }}',
      'filtered_bibtex_keywords: [abbr, selected, bibtex_show, pdf, code, preview, google_scholar_id]\n',
    );
    expect(text).toBe(
      LIST(`<li>@inproceedings{zhang24,
  author = {Zhang, Yichi and van Beethoven, Ludwig},
  title = {{GROUND}HOG \\& more},
  booktitle = {Proc. of CVPR},
  year = {2024},
  month = jun
}
</li>`),
    );
  });

  test('does not see what the one before it has assigned', async () => {
    const { page } = await build('{% bibliography %}', {
      config: 'scholar: {bibliography_template: bib}\n',
      files: {
        '_layouts/bib.html': '---\n---\n{% if entry.month %}{% assign m = entry.month %}{% endif %}[{{ m }}]',
      },
    });
    expect(page).toBe(LIST('<li>[jun]</li>\n<li>[]</li>\n<li>[]</li>'));
  });

  test('whose template is broken is told at its place', async () => {
    const { errors } = await build('{% bibliography %}', {
      config: 'scholar: {bibliography_template: bib}\n',
      files: { '_layouts/bib.html': '---\nlayout: null\n---\n<p>\n{% nosuch %}' },
    });
    expect(errors[0]).toMatchObject({ code: 'liquid/unknown-tag', file: '_layouts/bib.html', line: 5 });
  });
});

describe('citations in the text', () => {
  test('link to the list, which can hold what is cited alone', async () => {
    const { page } = await build(
      '{% cite knuth81 zhang24 %}{% nocite old81 %} {% bibliography --cited_in_order %}',
    );
    expect(page).toBe(
      `<a class="citation" href="#knuth81">(Knuth, 1981; Zhang &amp; van Beethoven, 2024)</a> ${LIST('<li>knuth81</li>\n<li>zhang24</li>\n<li>old81</li>')}`,
    );
    const { page: cited } = await build('{% cite knuth81 %}{% bibliography --cited %}');
    expect(cited).toContain(LIST('<li>knuth81</li>'));
  });

  test('are remembered in the layout of the page', async () => {
    const { page } = await build('', {
      files: {
        'index.html': '---\nlayout: post\n---\n{% cite old81 %}',
        '_layouts/post.html': '{{ content }}{% bibliography --cited %}',
      },
    });
    expect(page).toContain('<li>old81</li>');
  });

  test('take numbers, locators and prefixes', async () => {
    const config = 'scholar: {style: ieee}\n';
    expect(
      (await build('{% cite knuth81 -l 12 %} {% cite old81 knuth81 --prefix p %}', { config })).page,
    ).toBe(
      '<a class="citation" href="#knuth81">[1, p. 12]</a> <a class="citation" href="#p-old81">[2], [1]</a>',
    );
  });

  test('of an unknown key are told with the nearest, and shown as missing', async () => {
    const { page, warnings } = await build('{% cite knuth82 %}{% reference nobody %}');
    expect(page).toBe('(missing reference)(missing reference)');
    expect(warnings).toMatchObject([
      { code: 'scholar/no-key', hint: 'did you mean `knuth81`?', line: 4 },
      { code: 'scholar/no-key' },
    ]);
  });

  test('quote and reference', async () => {
    const { page } = await build(
      '{% quote knuth81 %}\nA\n\nB\n{% endquote %}{% assign k = "old81" %}{% reference k %}',
    );
    expect(page).toBe(
      '<blockquote><p>A</p><p>B</p><cite><a class="citation" href="#knuth81">(Knuth, 1981)</a></cite></blockquote><span id="old81">Abel, A. (1981). Another. <i>Software</i>.</span>',
    );
  });
});

test('entries have pages of their own where there is a layout for them', async () => {
  const { tree, page } = await build(
    '{% bibliography -q knuth81 %}{% cite_details knuth81 %}{% details_link old81 %}',
    {
      files: {
        '_layouts/bibtex.html':
          '---\nlayout: null\n---\n{{ page.title }}|{{ page.entry.journal }}|{{ page.reference }}',
      },
    },
  );
  expect(tree['bibliography/knuth81.html']).toBe(
    'Breaking|Software|<span id="knuth81">Knuth, D. E. (1981). Breaking. <i>Software</i>. https://doi.org/10.1/x</span>',
  );
  expect(Object.keys(tree).filter((path) => path.startsWith('bibliography/'))).toHaveLength(3);
  expect(page).toContain('knuth81<a class="details" href="/bibliography/knuth81.html">Details</a></li>');
  expect(page).toContain('<a href="/bibliography/knuth81.html">Details</a>/bibliography/old81.html');
});

test('a missing file, an unknown option and a style that is not read are told', async () => {
  const { warnings, infos, page } = await build(
    '{% bibliography -f refernces %}{% bibliography --grup_by year %}',
    {
      config: 'scholar: {style: modern-language-association}\n',
    },
  );
  expect(warnings).toMatchObject([
    { code: 'scholar/no-file', hint: 'did you mean `_bibliography/references.bib`?' },
    { code: 'scholar/unknown-option', hint: 'did you mean `--group_by`?' },
  ]);
  expect(infos.filter(({ code }: { code: string }) => code === 'scholar/style')).toHaveLength(1);
  expect(page).toContain('(1981)');
});

test('the setting that jekyll-scholar has dropped is reported', async () => {
  const { infos } = await build('', { config: 'scholar: {use_raw_bibtex_entry: true}\n' });
  expect(infos).toMatchObject([
    {
      code: 'scholar/raw-entry',
      message: '`use_raw_bibtex_entry` has no effect: jekyll-scholar supports it no longer',
    },
  ]);
});

test('a file can be named by a variable of the page', async () => {
  const files = {
    'index.html': '---\nlist: own\n---\n{% bibliography %}',
    '_bibliography/own.bib': '@misc{mine, title={T}}',
  };
  const config = 'scholar: {bibliography: "{{ page.list }}.bib", bibliography_template: "{{ key }}"}\n';
  expect((await build('', { config, files })).page).toContain('<li>mine</li>');
});

test('an entry in the page is a reference, and its mistakes are reported at the tag', async () => {
  const { page, warnings } = await build(
    '\n{% bibtex %}@book{x, title={T}, year=2000\n@misc{y, title={U}}{% endbibtex %}',
  );
  expect(page).toContain('<span id="y"><i>U</i>.</span>');
  expect(warnings).toMatchObject([{ code: 'bibtex/unclosed-entry', file: 'index.html', line: 5 }]);
});

test('a broken entry is told with its file and line, and the others are listed', async () => {
  const { page, warnings } = await build('{% bibliography %}{% bibliography %}', {
    files: {
      '_bibliography/references.bib':
        '@misc{a, title={x}}\n@misc{b, title={x}\n@misc{c, title={y}, crossref={aa}}',
    },
  });
  expect(page).toContain('<li>a</li>\n<li>c</li>');
  expect(warnings).toMatchObject([
    { code: 'bibtex/unclosed-entry', file: '_bibliography/references.bib', line: 2 },
  ]);
});

test('fields pass the filters of `bibtex_filters`', async () => {
  const files = { '_bibliography/references.bib': "@misc{k, title={\\emph{A} `b'}, author={O'x, Y}}" };
  const config = (filters: string) =>
    `scholar: {bibliography_template: "{{ entry.title }} {{ entry.author_0_last }} {{ reference }}"${filters}}\n`;
  expect((await build('{% bibliography %}', { files, config: config('') })).page).toContain(
    '<li><i>A</i> ‘b’ O’x <span id="k">O’x, Y. <i><i>A</i> ‘b.’</i></span>',
  );
  expect(
    (await build('{% bibliography %}', { files, config: config(', bibtex_filters: []') })).page,
  ).toContain("<li>\\emph{A} `b' O'x ");
});

test('addresses of entries are percent-encoded, and placeholders without a field stay', async () => {
  const { page, tree } = await build('{% details_link a+b_ü %}', {
    config: 'baseurl: /b/\nscholar: {details_permalink: "/p/:author/:title/:nothing/:key:extension"}\n',
    files: {
      '_bibliography/references.bib': '@misc{a+b_ü, author={Ö, A and B, C}, title={What? Now}}',
      '_layouts/bibtex.html': '{{ page.title }}',
    },
  });
  expect(page).toBe('/b/p/%C3%B6,-a-and-b,-c/what-now/:nothing/a+b_%C3%BC.html');
  expect(tree['p/ö,-a-and-b,-c/what-now/:nothing/a+b_ü.html']).toBe('What? Now');
});

test('a .bib file with front matter is a page, whose mistakes have the lines of the file', async () => {
  const { tree, warnings } = await build('', {
    config: 'scholar: {style: ieee}\n',
    files: {
      'p.bib': '---\nx: 1\n---\n# H\n\n@string{j = {J}}\n@misc{a, title={T}, year=2001}\n*t*\n@misc{b\n',
    },
  });
  expect(tree['p.html']).toBe('<h1 id="h">H</h1>\n\n<p>“T.” 2001.\n<em>t</em></p>\n\n');
  expect(warnings).toMatchObject([{ code: 'bibtex/unclosed-entry', file: 'p.bib', line: 9 }]);
});

test('a reference to an entry that is not there is told', async () => {
  const { infos } = await build('{% bibliography %}', {
    files: { '_bibliography/references.bib': '@misc{abc, title={x}}\n@misc{c, crossref={abd}}' },
  });
  expect(infos).toMatchObject([{ code: 'bibtex/unknown-crossref', hint: 'did you mean `abc`?', line: 2 }]);
});

test('paper boxes have the markup of the template, and a place for the number of citations', async () => {
  const { page } = await build('{% paper_boxes -q @*[selected=true] %}', {
    config:
      'author: {name: Yichi Zhang, googlescholar: "https://scholar.google.com/citations?user=USERUSER&hl=en"}\nbaseurl: /b\n',
  });
  expect(page).toContain('<div class="badge">CVPR 2024</div><img src="/b/images/hog.png"');
  expect(page).toContain('<p><a href="/b/assets/pdf/hog.pdf">GROUNDHOG & more</a></p>');
  expect(page).toContain('<p><strong>Yichi Zhang</strong>, Ludwig van Beethoven</p>');
  expect(page).toContain('<span class="show_paper_citations" data="USERUSER:abc"></span>');
});

describe('tags that nobody has', () => {
  const text =
    '{% social_links %}a{% tabs x %}b{% endtabs %}{% social_links %}{% if true %}c{% else %}d{% endif %}';

  test('end the page as they do in Jekyll', async () => {
    expect((await build(text)).errors[0]).toMatchObject({ code: 'liquid/unknown-tag' });
  });

  test('are left out with one warning each where the configuration allows that', async () => {
    const { page, warnings, errors } = await build(text, { config: 'liquid: {unknown_tags: warn}\n' });
    expect(page).toBe('abc');
    expect(errors).toEqual([]);
    expect(
      warnings.map(({ code, message }: { code: string; message: string }) => `${code} ${message}`),
    ).toEqual([
      'liquid/unknown-tag-passed unknown tag `social_links`, which is ignored',
      'liquid/unknown-tag-passed unknown tag `tabs`, which is ignored',
    ]);
  });

  test('do not hide a misspelt end', async () => {
    const { errors } = await build('{% if true %}x{% endfi %}', { config: 'liquid: {unknown_tags: warn}\n' });
    expect(errors).not.toEqual([]);
  });
});
