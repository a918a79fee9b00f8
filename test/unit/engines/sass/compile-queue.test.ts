import { describe, expect, it } from 'vitest';
import { CompileQueue } from '../../../../src/engines/sass/compile/compile-queue.ts';
import type { Compiled, FromWorker, StylesheetJob, ToWorker } from '../../../../src/engines/sass/jobs.ts';
import type { SassPorts } from '../../../../src/engines/sass/ports.ts';
import { readSassSettings, sassSection } from '../../../../src/engines/sass/settings.ts';

const { settings } = readSassSettings(sassSection(undefined), 'production');
const job = (path: string): StylesheetJob => ({ path, text: path, syntax: 'scss', startLine: 2 });
const made = (css: string): Compiled => ({
  css,
  diagnostics: [],
  deprecations: { kinds: {}, omitted: 0 },
  reads: { files: [], lookups: [] },
});

const after = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Workers whose answers the test decides; messages come as soon as the queue listens. */
function scripted(
  answer: (message: ToWorker, worker: number) => readonly (FromWorker | 'dies')[],
  limitMs = 20,
  here: 'nothing here' | 'here' = 'nothing here',
) {
  const log: string[] = [];
  let workers = 0;
  const clock = { now: 0, at: 0, elapsed: () => clock.at };
  const ports: SassPorts = {
    identify: (name) => (name === 'sass' ? 'sass 1.0' : 'sass-embedded 1.0'),
    after,
    startHere(events) {
      if (here === 'nothing here') return undefined;
      log.push('here');
      return ports.startThread(events);
    },
    startThread(events) {
      const worker = ++workers;
      const inbox: (FromWorker | 'dies')[] = [];
      let ended = false;
      const deliver = (): void => {
        for (let next = inbox.shift(); next !== undefined && !ended; next = inbox.shift())
          if (next === 'dies') events.broken('it fell over');
          else events.message(next);
      };
      return {
        post(raw) {
          const message = raw as ToWorker;
          log.push(`${worker} ${message.kind}${message.kind === 'compile' ? ` ${message.job.path}` : ''}`);
          if (message.kind === 'setup')
            log.push(`${worker} with ${message.site.settings.compiler ?? 'the best'}`);
          inbox.push(...answer(message, worker));
          setTimeout(deliver);
        },
        receive(limitMs) {
          deliver();
          clock.at += limitMs;
        },
        end() {
          ended = true;
          log.push(`${worker} ends`);
        },
      };
    },
  };
  const queue = new CompileQueue(ports, clock, {
    site: { source: '/site', settings },
    limitMs,
    where: here === 'here' ? 'here' : 'beside',
  });
  const results: string[] = [];
  const add = (path: string): void =>
    queue.add(job(path), ({ css, diagnostics }) => {
      results.push(
        `${path}: ${css ?? diagnostics.map(({ code, place }) => `${code} ${place?.line}`).join()}`,
      );
    });
  return { queue, add, results, log, clock };
}

const compiles = (message: ToWorker): readonly FromWorker[] =>
  message.kind === 'compile'
    ? [
        { kind: 'reached', id: message.id, file: undefined },
        { kind: 'done', id: message.id, compiled: made(`css of ${message.job.path}`) },
      ]
    : [];

describe('the queue of compilations', () => {
  it('starts one worker, once, and sets it up before the first job', async () => {
    const { queue, add, results, log } = scripted(compiles);
    queue.start();
    queue.start();
    add('a');
    add('b');
    await queue.settled();
    expect(results).toEqual(['a: css of a', 'b: css of b']);
    expect(log).toEqual(['1 setup', '1 with the best', '1 compile a', '1 compile b']);
  });

  it('goes over to the JavaScript compiler when the native one breaks, with nothing lost', async () => {
    const { queue, add, results, log } = scripted((message, worker) =>
      worker === 1 && message.kind === 'compile' ? ['dies'] : compiles(message),
    );
    add('a');
    add('b');
    await queue.settled();
    expect(results).toEqual(['a: css of a', 'b: css of b']);
    expect(log).toContain('2 with sass');
  });

  it('tells of a stylesheet on which both break, and compiles the rest', async () => {
    const { queue, add, results } = scripted((message) =>
      message.kind === 'compile' && message.job.path === 'b'
        ? [{ kind: 'broken', compiler: 'sass', reason: 'out of memory' }]
        : compiles(message),
    );
    for (const path of ['a', 'b', 'c']) add(path);
    await queue.settled();
    expect(results).toEqual(['a: css of a', 'b: sass/crashed 2', 'c: css of c']);
  });

  it('gives up what shows no sign of life and compiles the rest', async () => {
    const { queue, add, results, clock } = scripted((message) =>
      message.kind === 'compile' && message.job.path === 'b' ? [] : compiles(message),
    );
    for (const path of ['a', 'b']) add(path);
    const settled = queue.settled();
    setTimeout(() => (clock.at = 1000), 10);
    await settled;
    expect(results).toEqual(['a: css of a', 'b: sass/too-slow 2']);
  });

  it('hears what came while the main thread was busy before it judges', async () => {
    const { queue, add, results, clock } = scripted(compiles);
    add('a');
    clock.at = 1_000_000;
    await queue.settled();
    expect(results).toEqual(['a: css of a']);
  });

  it('does not count the time in which the machine slept', async () => {
    const { queue, add, results, clock } = scripted(
      (message) =>
        message.kind === 'compile' ? [{ kind: 'reached', id: message.id, file: 'late.scss' }] : [],
      1300,
    );
    add('a');
    const settled = queue.settled();
    setTimeout(() => (clock.at = 1_000_000), 100);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(results).toEqual([]);
    queue.close();
    await settled;
    expect(results).toEqual([]);
  });

  it('blocks until a result is there', () => {
    const { queue, add, results } = scripted(compiles);
    add('a');
    queue.waitFor(() => results.length === 1);
    expect(results).toEqual(['a: css of a']);
  });

  it('does not block for ever', () => {
    const { queue, add, results } = scripted(() => []);
    add('a');
    queue.waitFor(() => results.length === 1);
    expect(results).toEqual(['a: sass/too-slow 2']);
  });

  it('tells each stylesheet when no worker can be started', async () => {
    const results: string[] = [];
    const ports: SassPorts = {
      identify: () => 'sass 1.0',
      after,
      startThread() {
        throw new Error('sass-worker.cjs is missing');
      },
    };
    const queue = new CompileQueue(
      ports,
      { now: 0, elapsed: () => 0 },
      { site: { source: '/site', settings }, limitMs: 20, where: 'beside' },
    );
    queue.start();
    for (const path of ['a', 'b'])
      queue.add(job(path), ({ diagnostics }) => {
        results.push(...diagnostics.map(({ code, message }) => `${code}: ${message}`));
      });
    await queue.settled();
    expect(results).toEqual(
      Array(2).fill('sass/crashed: the Sass compiler (sass 1.0) crashed: sass-worker.cjs is missing'),
    );
  });

  it('works here where it may and a native compiler is there', async () => {
    const { queue, add, results, log } = scripted(compiles, 20, 'here');
    queue.start();
    add('a');
    await queue.settled();
    expect(results).toEqual(['a: css of a']);
    expect(log).toEqual(['here', '1 setup', '1 with the best', '1 compile a']);
  });

  it('starts here anew after a stylesheet that showed no sign of life', async () => {
    const { queue, add, results, log, clock } = scripted(
      (message) => (message.kind === 'compile' && message.job.path === 'b' ? [] : compiles(message)),
      20,
      'here',
    );
    for (const path of ['a', 'b']) add(path);
    const settled = queue.settled();
    setTimeout(() => (clock.at = 1000), 10);
    await settled;
    add('c');
    await queue.settled();
    expect(results).toEqual(['a: css of a', 'b: sass/too-slow 2', 'c: css of c']);
    expect(log.filter((line) => line === 'here')).toHaveLength(2);
  });

  it('goes over to a thread with the JavaScript compiler when the one here breaks', async () => {
    const { queue, add, results, log } = scripted(
      (message, worker) => (worker === 1 && message.kind === 'compile' ? ['dies'] : compiles(message)),
      20,
      'here',
    );
    add('a');
    await queue.settled();
    expect(results).toEqual(['a: css of a']);
    expect(log.filter((line) => line === 'here' || line.includes('with'))).toEqual([
      'here',
      '1 with the best',
      '2 with sass',
    ]);
  });

  it('gives up what is left when it is closed', async () => {
    const { queue, add, results, log } = scripted(() => []);
    add('a');
    const settled = queue.settled();
    queue.close();
    await settled;
    expect(results).toEqual([]);
    expect(log.at(-1)).toBe('1 ends');
  });
});
