/** `citations: true`: numbers in the HTML, `site.scholar`, the badge and the chart. */

import { describe, expect, test } from 'vitest';
import { findSlots } from '../../../../src/plugins/citations/find-slots.ts';
import type { Git } from '../../../../src/ports/git.ts';
import { hastie, siteOnDisk } from '../../../support/program.ts';
import { knownData, USER } from '../../../support/scholar-pages.ts';

const span = (id: string) => `<span class='show_paper_citations' data='${id}'></span>`;

async function build(
  files: Record<string, string>,
  options: { config?: string; git?: Git; env?: Record<string, string>; data?: string | undefined } = {},
) {
  const data = 'data' in options ? options.data : knownData();
  const fs = siteOnDisk({
    '_config.yml': `citations: true\n${options.config ?? ''}`,
    ...(data === undefined ? {} : { 'google-scholar-stats/gs_data.json': data }),
    ...files,
  });
  const { status, err, out } = await hastie(fs, 'build --json', {
    env: options.env ?? {},
    ...(options.git === undefined ? {} : { world: { git: options.git } }),
  });
  const { warnings, errors } = JSON.parse(out);
  return { status, err, warnings, errors, page: fs.tree('/site/dist')['index.html'] ?? '' };
}

const page = (text: string) => ({ 'index.html': `---\ntitle: x\n---\n${text}` });

describe('the counts of papers', () => {
  test('are written in the words of the template’s script, and the element stays', async () => {
    const { page: html, warnings } = await build(
      page(`<p>${span(`${USER}:u5HHmVD_uO8C`)} of <b id="total_cit">?</b></p>`),
    );
    expect(html).toBe(
      `<p><span class='show_paper_citations' data='${USER}:u5HHmVD_uO8C'>| Citations: 1000</span> of <b id="total_cit">1000</b></p>`,
    );
    expect(warnings).toEqual([]);
  });

  test('without the switch nothing is filled and `site.scholar` is what the configuration says', async () => {
    const text = `${span(`${USER}:u5HHmVD_uO8C`)}{{ site.scholar.citations }}`;
    const fs = siteOnDisk({
      '_config.yml': 'title: x\n',
      'google-scholar-stats/gs_data.json': knownData(),
      'index.html': `---\n---\n${text}`,
    });
    await hastie(fs, 'build -q');
    expect(fs.tree('/site/dist')['index.html']).toBe(span(`${USER}:u5HHmVD_uO8C`));
  });

  test.each(['citations: [a, b]\n', 'citations: {style: x}\n', 'citations: data/list.yml\n'])(
    'stay as they are where a site has a setting of that name for itself: %s',
    async (setting) => {
      const text = `${span(`${USER}:u5HHmVD_uO8C`)}{{ site.scholar }}`;
      const fs = siteOnDisk({
        '_config.yml': setting,
        'google-scholar-stats/gs_data.json': knownData(),
        'index.html': `---\n---\n${text}`,
      });
      const { err } = await hastie(fs, 'build');
      expect(fs.tree('/site/dist')['index.html']).toBe(span(`${USER}:u5HHmVD_uO8C`));
      expect(err).not.toContain('citations/');
    },
  );

  test('of an unknown id stay empty; the warning names the place and the paper that the text speaks of', async () => {
    const { page: html, warnings } = await build(
      page(`\n<h3>Learning to Row</h3>\n  ${span(`${USER}:wrong`)}\n${span(`${USER}:wrong`)}`),
    );
    expect(html).toContain(`data='${USER}:wrong'></span>`);
    expect(warnings).toMatchObject([
      {
        code: 'citations/unknown-paper',
        file: 'index.html',
        line: 6,
        hint: `did you mean \`${USER}:d1gkVwhDpl0C\` ("Learning to Row")?`,
      },
    ]);
    expect(warnings[0].message).toContain('(used in 2 places)');
  });

  test('of another author’s id are told as such', async () => {
    const { warnings } = await build(page(span('DhtAFkwAAAAJ:ALROH1vI_8AC')));
    expect(warnings[0].message).toContain('which has another author’s id');
  });

  test('that no page’s text names are told with the page', async () => {
    const { warnings } = await build({
      '_includes/a.html': span(`${USER}:u5HHmVD_uO8D`),
      ...page('{% include a.html %}'),
    });
    expect(warnings).toMatchObject([
      { file: 'index.html', line: 1, hint: expect.stringContaining(`${USER}:u5HHmVD_uO8C`) },
    ]);
  });

  test('stand in pages that are no HTML as they are', async () => {
    const fs = siteOnDisk({
      '_config.yml': 'citations: true\n',
      'google-scholar-stats/gs_data.json': knownData(),
      'a.txt': `---\n---\n${span(`${USER}:u5HHmVD_uO8C`)}`,
    });
    await hastie(fs, 'build -q');
    expect(fs.tree('/site/dist')['a.txt']).not.toContain('Citations');
  });
});

describe('the data', () => {
  const facts =
    'cites {{ site.scholar.citations }} {{ site.scholar.updated }}{% for y in site.scholar.per_year %} {{ y.year }}:{{ y.citations }}{% endfor %} {{ site.scholar.style }}';

  test('is there for templates, beside the settings of jekyll-scholar', async () => {
    const { page: html } = await build(page(facts), { config: 'scholar: {style: apa}\n' });
    expect(html).toBe('cites 1000 2026-05-30 09:53:51.250933 2018:5 2021:60 apa');
    const { page: papers } = await build(
      page(
        `{{ site.scholar.papers["${USER}:d1gkVwhDpl0C"].title }} {{ "${USER}:d1gkVwhDpl0C" | citations }} {{ "x" | citations }}.`,
      ),
    );
    expect(papers).toBe('Learning to Row 20 .');
  });

  test('is read from a path', async () => {
    const { page: html } = await build(
      { 'stats/own.json': '{"citedby": 7, "publications": {}}', ...page('{{ site.scholar.citations }}') },
      { config: 'citations: {path: stats/own.json}\n', data: undefined },
    );
    expect(html).toBe('7');
  });

  test('is read from the branch where the folder is not there, the fetched one first', async () => {
    const asked: string[] = [];
    const git: Git = async (_, args) => {
      asked.push(args.join(' '));
      return args.join(' ') === 'show refs/heads/google-scholar-stats:gs_data.json'
        ? knownData(42)
        : undefined;
    };
    const { page: html, warnings } = await build(page('{{ site.scholar.citations }}'), {
      git,
      data: undefined,
    });
    expect(html).toBe('42');
    expect(warnings).toEqual([]);
    expect(asked).toContain('show refs/remotes/origin/google-scholar-stats:gs_data.json');
  });

  test('that is nowhere is told, and the page is built', async () => {
    const { status, warnings, page: html } = await build(page(`a${span('x')}`), { data: undefined });
    expect(status).toBe(0);
    expect(html).toBe(`a${span('x')}`);
    expect(warnings).toMatchObject([{ code: 'citations/no-data' }]);
  });

  test.each([
    ['{"citedby": 1,\n "publications": }', 2, /does not start a value/],
    ['[]', 1, /neither a total nor publications/],
    ['', 1, /ends unexpectedly/],
  ])('that reads %s is told with its place', async (data, line, reason) => {
    const { status, warnings } = await build(page('x'), { data });
    expect(status).toBe(0);
    expect(warnings).toMatchObject([
      {
        code: 'citations/bad-data',
        file: 'google-scholar-stats/gs_data.json',
        line,
        message: expect.stringMatching(reason),
      },
    ]);
  });

  const INSTEAD = '{{ site.scholar.citations | default: "none" }}';
  test.each([
    ['12', '12'],
    ['"12"', '12'],
    ['"1,234"', '1234'],
    ['" 7 "', '7'],
    ['12.0', '12'],
    ['"12.0"', '12'],
    ['1e3', '1000'],
    ['0', '0'],
    ['12.5', 'none'],
    ['-3', 'none'],
    ['"12,34"', 'none'],
    ['"many"', 'none'],
    ['true', 'none'],
    ['null', 'none'],
    ['NaN', 'none'],
    ['-Infinity', 'none'],
    ['9568810911513724267', 'none'],
  ])('takes the total %s for %s, and the number of a paper alike', async (written, shown) => {
    const data = `{"citedby": ${written}, "publications": {"u:p": {"num_citations": ${written}}}}`;
    const { page: html, warnings } = await build(page(`${INSTEAD} ${span('u:p')}`), { data });
    const isNothing = shown === 'none' && written !== 'null';
    expect(html).toContain(`${shown} <span`);
    expect(html).toContain(isNothing ? "'></span>" : `| Citations: ${written === 'null' ? 0 : shown}<`);
    expect(warnings.map(({ code }: { code: string }) => code)).toEqual(
      isNothing ? ['citations/unknown-paper'] : [],
    );
  });

  test('may hold what Python writes for a gap in any other place', async () => {
    const data =
      '{"citedby": 5, "hindex": NaN, "cites_per_year": {"2020": NaN, "2021": 2.0}, "publications": {}}';
    const text =
      '{{ site.scholar.citations }}{{ site.scholar.h_index }} {{ site.scholar.per_year | jsonify }}';
    const { page: html, warnings } = await build(page(text), { data });
    expect(html).toBe('5 [{"year":2021,"citations":2}]');
    expect(warnings).toEqual([]);
  });

  test('of crawlers of another kind is read as well', async () => {
    const data = JSON.stringify({
      citedby: '12',
      publications: [{ author_pub_id: 'u:p', title: 'T', num_citations: null }],
    });
    expect((await build(page(span('u:p')), { data })).page).toContain('| Citations: 0');
  });
});

describe('the badge', () => {
  const url = (host: string) =>
    `https://img.shields.io/endpoint?url=${encodeURIComponent(host)}&logo=Google%20Scholar&labelColor=f6f6f6&color=9cf&style=flat&label=citations`;

  test('has the address of the template’s own', async () => {
    const text = page('{% citation_badge_url %}');
    expect((await build(text, { config: 'repository: a/b\n' })).page).toBe(
      url('https://raw.githubusercontent.com/a/b/google-scholar-stats/gs_data_shieldsio.json'),
    );
    const cdn = 'https://cdn.jsdelivr.net/gh/a/b@google-scholar-stats/gs_data_shieldsio.json';
    expect(
      (await build(text, { config: 'repository: a/b\ngoogle_scholar_stats_use_cdn: true\n' })).page,
    ).toBe(url(cdn));
  });

  test('finds a repository that is not configured in the environment and in git', async () => {
    const text = page('{{ site.scholar.badge_data_url }}');
    expect((await build(text, { env: { GITHUB_REPOSITORY: 'c/d' } })).page).toContain('/c/d/');
    const git: Git = async (_, args) => (args[0] === 'config' ? 'git@github.com:e/f.g.git\n' : undefined);
    expect((await build(text, { git })).page).toContain('/e/f.g/');
  });

  test('without a repository is told at its place', async () => {
    const { warnings } = await build(page('x\n{% citation_badge_url %}'));
    expect(warnings).toMatchObject([{ code: 'citations/no-repository', line: 5 }]);
  });

  test('is drawn into the page, readable and without another server', async () => {
    const { page: html } = await build(page('{% citation_badge label="cited & read" color="1d5a99" %}'));
    expect(html).toMatch(
      /^<svg [^>]*role="img" aria-label="cited &amp; read: 1000"><title>cited &amp; read: 1000<\/title>/,
    );
    expect(html).toContain('fill="#fff">1000</text>');
    expect(html).not.toContain('shields');
    const { page: styled } = await build(page(`{% citation_badge color="x;}</style>" %}`));
    expect(styled).not.toContain('</style>');
  });

  test('refuses arguments that it does not know', async () => {
    const { status, errors } = await build(page('{% citation_badge size=3 %}'));
    expect(status).toBe(1);
    expect(errors).toMatchObject([{ code: 'citations/tag-syntax', line: 4 }]);
  });
});

test('the chart shows every year, gaps included, in the colours of the theme, and says its numbers', async () => {
  const { page: html } = await build(page('{% citation_chart title="By year" %}'));
  expect(html).toContain('aria-label="By year. 2018: 5, 2019: 0, 2020: 0, 2021: 60."');
  expect(html.match(/<rect /g)).toHaveLength(4);
  expect(html).toContain('fill:var(--accent,currentColor)');
  expect((await build(page('{% citation_chart years=2 %}'))).page.match(/<rect /g)).toHaveLength(2);
  expect((await build(page('a{% citation_chart %}'), { data: '{"citedby": 1}' })).page).toBe('a');
});

describe('elements to be filled are found', () => {
  const slots = (html: string) =>
    findSlots(html).map(({ kind, id, start, end }) => [kind, id, html.slice(start, end)]);

  test.each([
    [
      '<span class="a show_paper_citations b" data="u:1">old <span>x</span></span>',
      [['paper', 'u:1', 'old <span>x</span>']],
    ],
    ['<SPAN DATA=u:2 CLASS=show_paper_citations></SPAN>', [['paper', 'u:2', '']]],
    ['<!-- <span id="total_cit"></span> --><i id=total_cit>1</i>', [['total', '', '1']]],
    ['<script>"<span id=\'total_cit\'></span>"</script>', []],
    ['<span class="show_paper_citations"></span>', []],
    ['<span class="show_paper_citations" data="u:3">', []],
    [
      '<b id="total_cit"><span class="show_paper_citations" data="u"></span></b>',
      [['total', '', '<span class="show_paper_citations" data="u"></span>']],
    ],
    ['<a title="<span id=\'total_cit\'>">x</a>', []],
    ['<img id="total_cit"><p', []],
    ['<span class="show_paper_citations" data="a&amp;b"></span>', [['paper', 'a&b', '']]],
  ])('in %s', (html, expected) => {
    expect(slots(html)).toEqual(expected);
  });

  test('in a page of nothing but openings without delay', () => {
    expect(findSlots('<span id="total_cit">'.repeat(50_000))).toEqual([]);
    expect(findSlots('<span id="'.repeat(50_000))).toEqual([]);
    expect(findSlots('<script>'.repeat(50_000))).toEqual([]);
  });
});
