/** Warnings in the corner of a page. */

import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { changesPages, noticesBadge } from '../../../src/serve/page/notices.ts';
import { missingPage } from '../../../src/serve/page/own-pages.ts';
import { initialState, stateMessage, withNotices } from '../../../src/serve/preview-state.ts';
import { createServedSite } from '../../../src/serve/served-site.ts';

const warning = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'liquid/unknown-filter',
  severity: 'warning',
  message: 'there is no filter `<b>`',
  place: { file: 'a.md', line: 3, column: 7 },
  ...more,
});
const sources = () => undefined;

describe('a warning', () => {
  test.each<readonly [Partial<Diagnostic>, boolean]>([
    [{}, true],
    [{ code: 'front-matter/invalid-yaml' }, true],
    [{ severity: 'info' }, false],
    [{ severity: 'error' }, false],
    [{ code: 'sass/warn' }, false],
    [{ code: 'serve/polling-only' }, false],
  ])('%j changes a page: %s', (more, changes) => {
    expect(changesPages(warning(more))).toBe(changes);
  });

  test('is counted, placed and escaped, with the rest behind it', () => {
    const html = noticesBadge({ diagnostics: [warning(), warning({ message: 'second' })], sources });
    expect(html).toContain(
      '<strong>2 warnings</strong> <span><b>a.md:3:7</b> there is no filter <code>&lt;b&gt;</code>',
    );
    expect(html).toContain('<h2>second</h2>');
    expect(html).toContain('role="status"');
    expect(html).toContain('aria-label="Hide the warnings"');
    expect(noticesBadge({ diagnostics: [], sources })).toBe('');
  });

  test('is news to a browser only where it says something else', () => {
    const told = (state: ReturnType<typeof initialState>) => JSON.parse(stateMessage(state)).notices;
    const none = initialState('r');
    const first = withNotices(none, { diagnostics: [warning()], sources });
    const again = withNotices(first, { diagnostics: [warning()], sources });
    const other = withNotices(again, { diagnostics: [warning({ message: 'x' })], sources });
    expect([none, first, again, other].map(told)).toEqual(['', 'r-1', 'r-1', 'r-2']);
    expect(told(withNotices(other, { diagnostics: [], sources }))).toBe('');
  });
});

describe('the page that stands for a missing one', () => {
  const preview = createServedSite([], '');
  const problems = {
    diagnostics: [warning({ severity: 'error', message: 'broken' })],
    sources,
    isStale: true,
  };

  test('lists mistakes and warnings to somebody who reads it', () => {
    const html = missingPage(preview, '/x', { problems, notices: { diagnostics: [warning()], sources } });
    expect(html).toContain('<h2>broken</h2>');
    expect(html).toContain('1 warning of the last build');
    expect(html).not.toContain('The page behind');
  });

  test('says nothing of them to a script', () => {
    expect(missingPage(preview, '/x', undefined)).not.toContain('broken');
  });
});
