import { describe, expect, it } from 'vitest';
import { createHighlighter } from '../../../../src/engines/highlight/highlighter.ts';
import { createLazyHighlighter } from '../../../../src/engines/highlight/lazy-highlighter.ts';

function lazy() {
  const loaded: string[] = [];
  const engine = createLazyHighlighter({
    loadEngine: () => {
      loaded.push('engine');
      return { createHighlighter };
    },
    loadFallback: () => {
      loaded.push('fallback');
      return () => undefined;
    },
  });
  return { ...engine, loaded };
}

describe('the lazy highlighter', () => {
  it('prints plain text as the engine does, without loading it', () => {
    const { highlight, highlightTag, loaded } = lazy();
    const eager = createHighlighter();
    for (const code of ['a < b\n', '', 'x\n\ny']) {
      for (const options of [
        { guess_lang: true },
        {},
        { guess_lang: true, line_numbers: true, css_class: 'c' },
      ]) {
        for (const category of ['block', 'span'] as const) {
          const request = { code, language: 'text', category, options };
          expect(highlight(request)).toBe(eager.highlight(request));
        }
      }
      expect(highlightTag(code, 'plaintext')).toBe(eager.highlightTag(code, 'plaintext'));
      expect(highlightTag(code, 'nolang')).toBe(eager.highlightTag(code, 'nolang'));
    }
    expect(highlight({ code: 'x', language: 'nolang', category: 'block', options: {} })).toBeUndefined();
    expect(loaded).toEqual([]);
  });

  it('loads the engine once for a language, and the fallback for one that is not written here', () => {
    const { highlightTag, loaded } = lazy();
    expect(highlightTag('nil', 'ruby')).toBe('<span class="kp">nil</span>');
    highlightTag('x', 'python');
    expect(loaded).toEqual(['engine']);
    highlightTag('x', 'clean');
    expect(loaded).toEqual(['engine', 'fallback']);
  });

  it('loads the engine to guess, and for options', () => {
    const { highlight, loaded } = lazy();
    const options = { guess_lang: true };
    expect(highlight({ code: '#!/bin/sh\nls', language: '', category: 'span', options })).toBe(
      '<span class="c">#!/bin/sh</span>\n<span class="nb">ls</span>',
    );
    expect(highlight({ code: 'x', language: 'text?token=Keyword', category: 'span', options })).toBe(
      '<span class="k">x</span>',
    );
    expect(loaded).toEqual(['engine']);
  });
});
