/** `citation_meta: true`: the metadata of papers and people for crawlers. */

import { expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../../support/program.ts';

const HEAD = '<html><head></head><body></body></html>';

async function build(files: Record<string, string>, config = 'citation_meta: true\n') {
  const fs = siteOnDisk({ '_config.yml': `url: https://a.example\n${config}`, ...files });
  await hastie(fs, 'build -q');
  return fs.tree('/site/dist');
}

const jsonOf = (html = '') =>
  Array.from(html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g), ([, text]) =>
    JSON.parse(text ?? ''),
  );

test('the page of an entry tells of its paper', async () => {
  const tree = await build(
    {
      '_layouts/bibtex.html': `---\nlayout: null\n---\n${HEAD}`,
      '_bibliography/references.bib':
        '@article{k, author={Knuth, Donald E. and {\\"O} <b>x</b>}, title={A "B" </script>}, journal={J}, year=2024, month=6, pages={1--9}, volume=3, doi={10.1/x}, pdf={a.pdf}}',
    },
    'citation_meta: true\nplugins: [jekyll-scholar]\n',
  );
  const html = tree['bibliography/k.html'] ?? '';
  expect(html.match(/<meta[^>]*>/g)).toEqual([
    '<meta name="citation_title" content="A &quot;B&quot;">',
    '<meta name="citation_author" content="Donald E. Knuth">',
    '<meta name="citation_author" content="Ö x">',
    '<meta name="citation_publication_date" content="2024/06">',
    '<meta name="citation_journal_title" content="J">',
    '<meta name="citation_volume" content="3">',
    '<meta name="citation_firstpage" content="1">',
    '<meta name="citation_lastpage" content="9">',
    '<meta name="citation_doi" content="10.1/x">',
    '<meta name="citation_pdf_url" content="https://a.example/assets/pdf/a.pdf">',
    '<meta name="citation_abstract_html_url" content="https://a.example/bibliography/k.html">',
  ]);
  expect(jsonOf(html)).toMatchObject([
    { '@type': 'ScholarlyArticle', datePublished: '2024-06', identifier: 'https://doi.org/10.1/x' },
  ]);
});

test('a document of the collection of publications tells of its own', async () => {
  const tree = await build(
    {
      '_publications/2020-05-06-x.md': `---\ntitle: T\nvenue: V\nauthors: A B, C D and E F\npaperurl: /files/t.pdf\ndate: 2020-05-06\npermalink: /p.html\nlayout: d\n---\n`,
      '_layouts/d.html': HEAD,
    },
    'citation_meta: true\ncollections: {publications: {output: true}}\n',
  );
  const html = tree['p.html'] ?? '';
  expect(html).toContain(
    '<meta name="citation_author" content="C D">\n<meta name="citation_author" content="E F">',
  );
  expect(html).toContain('content="2020/05/06"');
  expect(html).toContain('<meta name="citation_pdf_url" content="https://a.example/files/t.pdf">');
});

test('the page at the root tells whose it is, and nothing can end the script early', async () => {
  const files = { 'index.html': `---\n---\n${HEAD}`, 'a.html': `---\n---\n${HEAD}` };
  const author =
    'author: {name: "A </script><b>", employer: U, github: ab, googlescholar: "https://scholar.google.com/citations?user=x&hl=en"}\n';
  const tree = await build(files, `citation_meta: true\n${author}`);
  expect(jsonOf(tree['index.html'])).toEqual([
    {
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'A </script><b>',
      url: 'https://a.example/',
      affiliation: { '@type': 'Organization', name: 'U' },
      sameAs: ['https://scholar.google.com/citations?user=x&hl=en', 'https://github.com/ab'],
    },
  ]);
  expect(tree['a.html']).toBe(HEAD);
  expect((await build(files, author))['index.html']).toBe(HEAD);
});
