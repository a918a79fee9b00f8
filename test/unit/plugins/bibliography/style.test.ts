/** Where the style of references comes from: files of the site, what is built in, and what is reported when neither will do. */

import { describe, expect, test } from 'vitest';
import { hastie, siteOnDisk } from '../../../support/program.ts';

const BIB = '@book{a, title={On it}, author={Doe, Jane}, year={2020}}';
const csl = (layout: string, around = '') =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">${around}<citation><layout><text variable="title"/></layout></citation><bibliography><layout>${layout}</layout></bibliography></style>`;
const DATED = csl(
  '<date variable="issued" form="numeric" date-parts="year"/><text variable="title" prefix=": "/>',
);

async function build(style: string, files: Record<string, string> = {}, extra = '') {
  const fs = siteOnDisk({
    '_config.yml': `plugins: [jekyll-scholar]\nscholar: {style: "${style}"${extra}}\n`,
    '_bibliography/references.bib': BIB,
    'index.html': '---\n---\n{% reference a %}',
    ...files,
  });
  fs.put('/own.csl', DATED);
  const { out, status } = await hastie(fs, 'build --json');
  const { warnings, infos } = JSON.parse(out);
  return { page: fs.tree('/site/dist')['index.html'] ?? '', warnings, infos, status, fs };
}

describe('a style', () => {
  test.each([
    ['styles/own.csl', 'styles/own.csl'],
    ['styles/own', 'styles/own.csl'],
    ['./own.csl', 'own.csl'],
    ['own', 'own.csl'],
    ['own', '_bibliography/own.csl'],
    ['https://www.zotero.org/styles/own', 'own.csl'],
  ])('%s is the file %s', async (style, path) => {
    const { page, infos } = await build(style, { [path]: DATED });
    expect(page).toBe('<span id="a">2020: On it</span>');
    expect(infos).toEqual([]);
  });

  test('that stands for another one is that one', async () => {
    const child =
      '<style xmlns="http://purl.org/net/xbiblio/csl"><info><link rel="independent-parent" href="http://www.zotero.org/styles/own"/></info></style>';
    expect((await build('child.csl', { 'child.csl': child, 'own.csl': DATED })).page).toContain(
      '2020: On it',
    );
    const { page, infos } = await build('child.csl', { 'child.csl': child });
    expect(page).toContain('Doe, J. (2020). <i>On it</i>.');
    expect(infos).toMatchObject([{ code: 'scholar/style', hint: expect.stringContaining('`own.csl`') }]);
  });

  test('that stands for itself ends as one that is not there', async () => {
    const round =
      '<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/own"/></info></style>';
    const { infos } = await build('own.csl', { 'own.csl': round });
    expect(infos).toMatchObject([{ code: 'scholar/style' }]);
  });

  test('outside of the site is not read', async () => {
    const { page, infos } = await build('../../../own.csl');
    expect(page).toContain('<i>On it</i>');
    expect(infos).toMatchObject([{ code: 'scholar/style' }]);
  });

  test.each([
    ['<style><citation>', 'own.csl', 1, '`<citation>` is not closed'],
    ['<style>\n</b>', 'own.csl', 2, '`</b>` closes no open element'],
    ['<style><!-- ', 'own.csl', 1, '`<!--` has no `-->`'],
    ['<style a=b></style>', 'own.csl', 1, 'the style has no `citation` with a `layout`'],
    ['<style/><style/>', 'own.csl', 1, 'there is a second root element'],
    ['no XML', 'own.csl', 1, 'there is no element'],
    ['<html><p></html>', 'own.csl', 1, '`</html>` closes no open element'],
    ['<html/>', 'own.csl', 1, 'its root is `html`, not `style`'],
    [csl('\n<text macro="x"/>'), 'own.csl', 2, 'unknown macro `x`'],
    [csl('', '<macro name="x">\n<text macro="x"/></macro>'), 'own.csl', 2, 'the macro `x` calls itself'],
    [`<style>${'<a>'.repeat(200)}`, 'own.csl', 1, 'the elements are nested too deeply'],
    [csl('', chain(80, 1)), 'own.csl', 1, 'the macros are nested too deeply'],
    [csl('', chain(40, 2)), 'own.csl', 1, 'the macros call one another too often'],
  ])(
    'with the mistake %#: %s is reported, and the built-in style is used',
    async (text, path, line, message) => {
      const { page, warnings, status } = await build('own.csl', { [path]: text });
      expect(warnings).toMatchObject([
        {
          code: 'scholar/style-file',
          file: path,
          line,
          message: `this style file cannot be used: ${message}`,
        },
      ]);
      expect(page).toContain('Doe, J. (2020). <i>On it</i>.');
      expect(status).toBe(0);
    },
  );

  test('that is neither built in nor a file is reported once with what to do', async () => {
    const { infos } = await build('modern-language-association', {
      'index.html': '---\n---\n{% reference a %}{% reference a %}',
    });
    expect(infos).toMatchObject([
      {
        code: 'scholar/style',
        message:
          'the citation style `modern-language-association` is not built in, and the site has no file for it: references use APA style',
        hint: 'save `modern-language-association.csl` from the CSL style repository in the site, and set `style: modern-language-association.csl`',
      },
    ]);
  });
});

describe('the language', () => {
  const locale = (terms: string) => `<locale xml:lang="de-DE"><terms>${terms}</terms></locale>`;
  const style = csl('<text term="and"/><text term="editor" form="verb-short" prefix=" "/>');

  test.each([
    ['de', '_bibliography/locales-de-DE.xml'],
    ['de-DE', 'locales-de-DE.xml'],
    ['de', 'styles/locales-de-DE.xml'],
    ['sv', 'locales-sv-SE.xml'],
    ['ar', 'locales-ar.xml'],
  ])('%s is that of %s', async (language, path) => {
    const files = {
      'styles/own.csl': style,
      [path]: locale('<term name="and">und</term><term name="editor">Hrsg.</term>'),
    };
    const { page, infos } = await build('styles/own.csl', files, `, locale: ${language}`);
    expect(page).toBe('<span id="a">und Hrsg.</span>');
    expect(infos).toEqual([]);
  });

  test('without a file is English, and that is reported', async () => {
    const { page, infos } = await build('own.csl', { 'own.csl': style }, ', locale: fr');
    expect(page).toBe('<span id="a">and ed. by</span>');
    expect(infos).toMatchObject([
      {
        code: 'scholar/locale',
        message: 'the site has no locale file for `fr`, so references are in English',
        hint: 'save `locales-fr.xml` from the CSL locale repository in `_bibliography`, or set `locale: en`',
      },
    ]);
  });

  test('in a broken file is reported at its place', async () => {
    const files = { 'own.csl': style, 'locales-de-DE.xml': '<locale>\n<terms>' };
    const { warnings } = await build('own.csl', files, ', locale: de');
    expect(warnings).toMatchObject([{ code: 'scholar/style-file', file: 'locales-de-DE.xml', line: 2 }]);
  });
});

test('an edit of a style, of a locale, and a new file reach the pages that use them', async () => {
  const style = csl('<text term="and" suffix=" 1"/>');
  const { fs } = await build('own', {}, ', locale: de');
  const page = async () => {
    const { out } = await hastie(fs, 'build --json');
    expect(JSON.parse(out).errors).toEqual([]);
    return fs.tree('/site/dist')['index.html'];
  };
  expect(await page()).toContain('Doe, J.');
  fs.edit('/site/own.csl', style);
  expect(await page()).toBe('<span id="a">and 1</span>');
  fs.edit('/site/own.csl', style.replace(' 1', ' 2'));
  expect(await page()).toBe('<span id="a">and 2</span>');
  fs.edit('/site/locales-de-DE.xml', '<locale><terms><term name="and">und</term></terms></locale>');
  expect(await page()).toBe('<span id="a">und 2</span>');
  fs.removeFile('/site/own.csl');
  expect(await page()).toContain('Doe, J.');
});

test('of the blocks of a choice only one counts: a macro can stand in each of them', async () => {
  const next = (at: number) =>
    `<choose><if type="book"><text macro="m${at}"/></if><else><text macro="m${at}"/></else></choose>`;
  const macros = Array.from({ length: 30 }, (_, at) => `<macro name="m${at}">${next(at + 1)}</macro>`).join(
    '',
  );
  const style = csl('<text macro="m0"/>', `${macros}<macro name="m30"><text value="x"/></macro>`);
  const { page, warnings } = await build('own.csl', { 'own.csl': style });
  expect(warnings).toEqual([]);
  expect(page).toBe('<span id="a">x</span>');
});

/** Macros that each call the next one, so many times. */
function chain(length: number, times: number): string {
  const call = (at: number) =>
    at < length ? `<text macro="m${at + 1}"/>`.repeat(times) : '<text value="x"/>';
  return Array.from({ length }, (_, at) => `<macro name="m${at + 1}">${call(at + 1)}</macro>`).join('');
}
