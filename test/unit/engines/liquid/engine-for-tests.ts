/** An engine with a host of plain data, for tests. */

import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { DiagnosticError } from '../../../../src/diagnostics/diagnostic.ts';
import type { SourceText } from '../../../../src/diagnostics/source-text.ts';
import { createLiquid, type LiquidOptions } from '../../../../src/engines/liquid/engine.ts';
import type { Host } from '../../../../src/engines/liquid/host.ts';
import { toHash } from '../../../../src/ruby/from-json.ts';

export interface TestOptions extends Partial<Omit<LiquidOptions, 'host'>> {
  readonly context?: Readonly<Record<string, unknown>>;
  readonly includes?: Readonly<Record<string, string>>;
  readonly relatives?: Readonly<Record<string, string>>;
  readonly host?: Partial<Host>;
  readonly file?: string;
  readonly startLine?: number;
}

export interface TestResult {
  readonly output: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** 2024-03-05 07:08:09 UTC. */
export const testNow = 1_709_622_489_000;

function table(files: Readonly<Record<string, string>>, folder: string): Host['includes'] {
  const texts = new Map<string, SourceText>(
    Object.entries(files).map(([name, text]) => [name, { file: folder + name, text }]),
  );
  return { get: (name) => texts.get(name), names: () => texts.keys() };
}

export function testHost(options: TestOptions, report: Host['report']): Host {
  let elapsed = 0;
  return {
    clock: { now: testNow, elapsed: () => (elapsed += 0.001) },
    timeZone: 'UTC',
    includes: table(options.includes ?? {}, '_includes/'),
    relatives: table(options.relatives ?? {}, ''),
    kept: new Map(),
    engines: {},
    site: {
      setting: (name) => (name === 'url' ? 'https://example.com' : name === 'baseurl' ? '/base' : null),
      urlOfPath: () => undefined,
      paths: () => [],
      posts: () => [],
    },
    random: () => 0.5,
    report,
    ...options.host,
  };
}

/** Renders a template; all that was said comes along, and no output where it failed. */
export function run(text: string, options: TestOptions = {}): TestResult {
  const { context = {}, file = 'page.md', startLine = 1, ...rest } = options;
  const diagnostics: Diagnostic[] = [];
  const host = testHost(options, (diagnostic) => diagnostics.push(diagnostic));
  try {
    const template = createLiquid({ ...rest, host }).parse({ file, text, startLine });
    return { output: template.render({ globals: toHash(context) }), diagnostics };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return { output: undefined, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
}

/** The output of a template that must not fail. */
export function output(text: string, options: TestOptions = {}): string {
  const { output: text_, diagnostics } = run(text, options);
  if (text_ === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return text_;
}
