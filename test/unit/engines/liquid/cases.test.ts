import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiagnosticError } from '../../../../src/diagnostics/diagnostic.ts';
import { createRenderLiquid } from '../../../../src/engines/liquid/render-liquid.ts';

/** Recorded cases: what Jekyll 4.3.1 prints. Those of a whole site, of another engine or of a lexer are judged elsewhere. */
interface Case {
  readonly name: string;
  readonly template: string;
  readonly page?: Record<string, unknown> | null;
  readonly context?: Record<string, unknown>;
  readonly front?: string;
  readonly needs?: string;
  readonly expected?: string;
  readonly error?: string;
}

interface CaseFile {
  readonly site?: { readonly context: Record<string, unknown>; readonly files: Record<string, string> };
  readonly cases: readonly Case[];
}

const elsewhere = /markdownify|sassify|scssify|highlight (?:ruby|linenos)|years as keys|front matter date/;

function load(name: string): CaseFile {
  return JSON.parse(
    readFileSync(new URL(`../../../cases/liquid/${name}.json`, import.meta.url), 'utf8'),
  ) as CaseFile;
}

const render = createRenderLiquid({
  clock: { now: 1_709_622_489_000, elapsed: () => 0 },
  timeZone: 'UTC',
  random: () => 0,
});

describe.each(['jekyll', 'lax'])('recorded cases of %s', (name) => {
  const { site, cases } = load(name);
  const includes = Object.fromEntries(
    Object.entries(site?.files ?? {})
      .filter(([file]) => file.startsWith('_includes/'))
      .map(([file, text]) => [file.slice('_includes/'.length), text]),
  );
  const chosen = cases.filter(
    (item) => item.needs === undefined && !elsewhere.test(item.name) && item.front === undefined,
  );
  it.each(chosen)('$name', (item) => {
    const context = site === undefined ? (item.context ?? {}) : { ...site.context, page: item.page ?? {} };
    const go = () => render(item.template, context, { includes });
    if (item.error === undefined) expect(go()).toBe(item.expected);
    else expect(go).toThrow(DiagnosticError);
  });
});
