import { describe, expect, test } from 'vitest';
import { annotationText } from '../../../src/cli/report/annotations.ts';
import { createPalette, wantsColour } from '../../../src/cli/report/colour.ts';
import { reportText } from '../../../src/cli/report/report.ts';
import { troubleText } from '../../../src/cli/report/summary.ts';
import { textWidth, visible } from '../../../src/cli/report/visible-text.ts';
import type { Diagnostic, Severity } from '../../../src/diagnostics/diagnostic.ts';

const ABOUT = '---\ntitle: Ada\nlayout: [page\n---\nHello\n';

function report(
  diagnostics: readonly Diagnostic[],
  files: Record<string, string> = { '_pages/about.md': ABOUT },
  fullFrom: Severity = 'warning',
) {
  return reportText(diagnostics, {
    palette: createPalette(false),
    source: '/site',
    sources: (file) => (file in files ? { file, text: files[file] ?? '' } : undefined),
    path: (file) => file,
    fullFrom,
  });
}

function mistake(more: Partial<Diagnostic> = {}): Diagnostic {
  return { code: 'yaml/bracket', severity: 'error', message: 'the bracket is not closed', ...more };
}

describe('a diagnostic in the terminal', () => {
  test('has its place first, then severity, code and sentence, the frame with a caret, and the hint', () => {
    const place = { file: '_pages/about.md', line: 3, column: 9, length: 5 };
    expect(report([mistake({ place, hint: 'write `]`' })])).toBe(
      [
        '_pages/about.md:3:9 error yaml/bracket: the bracket is not closed',
        '  2 | title: Ada',
        '  3 | layout: [page',
        '    |         ^^^^^',
        '  4 | ---',
        '  hint: write `]`',
        '',
      ].join('\n'),
    );
  });

  test('shows how the place was reached', () => {
    const trail = [
      { kind: 'include', place: { file: '_layouts/page.html', line: 4, column: 2 } },
      { kind: 'layout', place: { file: '_layouts/default.html', line: 1, column: 1 } },
      { kind: 'page', place: { file: '_pages/about.md', line: 1, column: 1 } },
    ] as const;
    expect(report([mistake({ place: { file: '_includes/x.html', line: 1, column: 1 }, trail })])).toBe(
      [
        '_includes/x.html:1:1 error yaml/bracket: the bracket is not closed',
        '  included at _layouts/page.html:4:2',
        '  layout used at _layouts/default.html:1:1',
        '  for the page _pages/about.md:1:1',
        '',
      ].join('\n'),
    );
  });

  test('without a place is one line', () => {
    expect(report([mistake()])).toBe('error yaml/bracket: the bracket is not closed\n');
  });

  test('on the first or last line of a file has a shorter frame', () => {
    const at = (line: number) =>
      report([mistake({ place: { file: 'a', line, column: 1 } })], { a: 'one\ntwo\n' });
    expect(at(1)).toContain('  1 | one\n    | ^\n  2 | two\n');
    expect(at(2)).toContain('  1 | one\n  2 | two\n    | ^\n');
    expect(at(9)).toBe('a:9:1 error yaml/bracket: the bracket is not closed\n');
  });

  test('points behind the end of a line that is too short', () => {
    const text = report([mistake({ place: { file: 'a', line: 1, column: 99 } })], { a: 'one' });
    expect(text).toContain('  1 | one\n    |    ^\n');
  });

  test('points at the right character behind tabs and wide ones', () => {
    const text = report([mistake({ place: { file: 'a', line: 1, column: 6 } })], { a: '\t中文é!x' });
    expect(text).toContain(`  1 |         中文é!x\n    | ${' '.repeat(14)}^\n`);
  });

  test('cuts a window out of a long line', () => {
    const line = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const text = report([mistake({ place: { file: 'a', line: 1, column: 5001, length: 4 } })], { a: line });
    const [, shown, carets] = text.split('\n');
    expect(shown!.length).toBeLessThan(120);
    expect(shown!.slice(carets!.indexOf('^'), carets!.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('lets no control character of a file through to the terminal', () => {
    const text = report(
      [mistake({ message: 'bad \u001b]0;title\u0007', place: { file: 'a\u001b[2J', line: 1, column: 1 } })],
      { 'a\u001b[2J': 'x\u001b[31m\u009b\u202ey\u007f' },
    );
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('sets further lines of its sentence in', () => {
    expect(report([mistake({ message: 'one\ntwo\n' })])).toBe('error yaml/bracket: one\n    two\n');
  });

  test('that comes again is said once, with its other places', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      mistake({ severity: 'warning', place: { file: `p${i}.md`, line: 1, column: 1 } }),
    );
    expect(report(many)).toBe(
      'p0.md:1:1 warning yaml/bracket: the bracket is not closed\n' +
        '  also at p1.md:1:1, p2.md:1:1, p3.md:1:1, p4.md:1:1, p5.md:1:1 and 3 more\n',
    );
  });

  test('is not said to be also at the place where it is', () => {
    const place = { file: 'a', line: 1, column: 1 };
    const trail = [{ kind: 'page', place: { file: 'b', line: 1, column: 1 } }] as const;
    expect(report([mistake({ place }), mistake({ place, trail }), mistake({ place })], {})).toBe(
      'a:1:1 error yaml/bracket: the bracket is not closed\n',
    );
  });

  test('stands the later the worse it is', () => {
    const text = report([
      mistake({ message: 'e' }),
      mistake({ severity: 'info', message: 'i' }),
      mistake({ severity: 'warning', message: 'w' }),
    ]);
    expect(text.match(/: \w$/gm)).toEqual([': i', ': w', ': e']);
  });
});

describe('annotations of GitHub Actions', () => {
  test('name file, line, column and code, with everything escaped', () => {
    const place = { file: 'a,b:c.md', line: 3, column: 9 };
    expect(
      annotationText(
        [
          mistake({ place, message: '100 % wrong\nreally', hint: 'mend it' }),
          mistake({ severity: 'warning', place: { file: 'a', line: 1, column: 1 } }),
          mistake({ severity: 'info' }),
        ],
        (file) => `docs/${file}`,
      ),
    ).toBe(
      '::error file=docs/a%2Cb%3Ac.md,line=3,col=9,title=yaml/bracket::100 %25 wrong%0Areally%0Amend it\n' +
        '::warning file=docs/a,line=1,col=1,title=yaml/bracket::the bracket is not closed\n' +
        '::notice title=yaml/bracket::the bracket is not closed\n',
    );
  });
});

describe('colour', () => {
  const wants = (variables: Record<string, string>, interactive: boolean, flag?: boolean) =>
    wantsColour({ get: (name) => variables[name], timeZone: 'UTC' }, interactive, flag);

  test.each([
    [{}, true, undefined, true],
    [{}, false, undefined, false],
    [{ NO_COLOR: '1' }, true, undefined, false],
    [{ NO_COLOR: '' }, true, undefined, true],
    [{ TERM: 'dumb' }, true, undefined, false],
    [{ FORCE_COLOR: '1' }, false, undefined, true],
    [{ FORCE_COLOR: '0' }, true, undefined, false],
    [{ NO_COLOR: '1' }, false, true, true],
    [{ FORCE_COLOR: '1' }, true, false, false],
  ])('%j, terminal %s, flag %s: %s', (variables, interactive, flag, expected) => {
    expect(wants(variables, interactive, flag)).toBe(expected);
  });

  test('changes nothing but adds escapes', () => {
    const coloured = createPalette(true).error('x');
    expect(coloured).toBe('\u001b[1m\u001b[31mx\u001b[39m\u001b[22m');
    expect(createPalette(false).error('x')).toBe('x');
  });
});

test('the width of a text is counted in columns', () => {
  expect(textWidth('abc')).toBe(3);
  expect(textWidth('中文')).toBe(4);
  expect(textWidth('e\u0301')).toBe(1);
  expect(textWidth('🎓')).toBe(2);
  expect(visible('a\tb')).toBe('a       b');
});

describe('in brief', () => {
  const at = (file: string, more: Partial<Diagnostic> = {}) =>
    mistake({ severity: 'warning', place: { file, line: 1, column: 2 }, hint: 'close it', ...more });

  test('a kind of warning is one line with the number of its places, and the sum is the same', () => {
    const many = [
      at('a.md'),
      at('b.md', { message: 'another bracket is not closed' }),
      at('c.md'),
      at('a.md'),
      at('d.md', { code: 'liquid/odd', message: 'this is odd' }),
    ];
    expect(report(many, { 'a.md': 'x' }, 'error')).toBe(
      [
        'a.md:1:2 warning yaml/bracket: the bracket is not closed (and 2 more places; run with `--verbose` to list them)',
        '  hint: close it',
        'd.md:1:2 warning liquid/odd: this is odd',
        '  hint: close it',
        '',
      ].join('\n'),
    );
    expect(troubleText(many, createPalette(false))).toBe('4 warnings');
  });

  test('Jekyll’s own sentence is there, too, for those who search for it', () => {
    const jekyll = "Layout 'x' requested in a.md does not exist.";
    const missing = at('a.md', { code: 'layout/missing', message: 'the layout `x` does not exist', jekyll });
    expect(report([missing], {}, 'error')).toBe(
      [
        'a.md:1:2 warning layout/missing: the layout `x` does not exist',
        '  hint: close it',
        `  in Jekyll: ${jekyll}`,
        '',
      ].join('\n'),
    );
  });

  test('the quirks of the template are one line', () => {
    const quirks = [
      at('_layouts/a.html', { severity: 'info', quirk: 'warning' }),
      at('_layouts/b.html', { severity: 'info', quirk: 'warning' }),
      mistake({ severity: 'info', quirk: 'info', code: 'sass/deprecations', message: 'old' }),
    ];
    expect(report(quirks, {}, 'error')).toBe(
      'note: the template has 3 quirks, treated as in Jekyll (2 yaml/bracket, 1 sass/deprecations); run with `--verbose` to list them\n',
    );
    const full = report(quirks, {}, 'info');
    expect(full).toContain('_layouts/a.html:1:2 note yaml/bracket');
    expect(full).toContain('also at _layouts/b.html:1:2\n');
    expect(full).toContain('note sass/deprecations: old');
  });
});
