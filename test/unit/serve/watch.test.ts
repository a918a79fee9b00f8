import { expect, test } from 'vitest';
import { createWatch, type HintEvents, type WatchPorts } from '../../../src/serve/watch/watch.ts';
import type { WatchScope } from '../../../src/serve/watch/watch-scope.ts';
import { createMemoryFs } from '../../support/memory-fs.ts';

const everything = (signature = ''): WatchScope => ({
  roots: ['/site'],
  signature,
  covers: (path) => path.startsWith('/site/'),
  admits: () => true,
  confinedTo: undefined,
});

/** A watch whose time passes only when it is told to. */
async function watching({ polling = false, lookedAt = false, files = 0 } = {}) {
  const fs = createMemoryFs();
  fs.put('/site/a', 'one');
  fs.put('/site/b', 'one');
  for (let i = 0; i < files; i++) fs.put(`/site/z${i}`, 'one');
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const builds: string[] = [];
  const told: string[] = [];
  let sink: HintEvents | undefined;
  let scopes = 0;
  const closed: number[] = [];
  let release: (() => void) | undefined;
  let next = everything();
  const state = { slow: false, sweeps: 0, lookedAt };
  const ports: WatchPorts = {
    fs: {
      ...fs,
      // A tenth of a millisecond a file.
      stat: (path) => {
        now += path.startsWith('/site/z') ? 0.1 : 0;
        return fs.stat(path);
      },
      list: (folder) => {
        state.sweeps++;
        return fs.list(folder);
      },
    },
    // Long after every file of this disk.
    nowMs: () => 1e15 + now,
    elapsed: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    breathe: () =>
      new Promise((resolve) => {
        timers.add({ at: now + 1, call: resolve });
      }),
    openHints: polling
      ? undefined
      : async (_scope, given) => {
          const mine = ++scopes;
          sink = given;
          return { close: async () => void closed.push(mine) };
        },
  };
  const watch = createWatch(
    ports,
    {
      async changed(changes) {
        builds.push(`${now}: ${changes.map(({ kind, path }) => `${kind} ${path.slice(6)}`).join(', ')}`);
        if (state.slow)
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        return next;
      },
      isLookedAt: () => state.lookedAt,
      sweepingOnly: (code) => void told.push(code),
    },
    everything(),
  );
  await watch.start(everything());
  const pass = async (ms: number): Promise<void> => {
    for (const end = now + ms; ; ) {
      const due = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) {
        now = end;
        break;
      }
      timers.delete(due);
      now = Math.max(now, due.at);
      due.call();
      for (let i = 0; i < 20; i++) await Promise.resolve();
    }
  };
  await pass(1);
  state.sweeps = 0;
  return {
    fs,
    watch,
    builds,
    told,
    state,
    pass,
    hint: (path: string) => sink?.hint(`/site/${path}`),
    trouble: (code: string) => sink?.trouble(code, 'because'),
    finish: async () => {
      release?.();
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
    rescope: (signature: string) => {
      next = everything(signature);
    },
    ready: () => sink?.ready(),
    scopes: () => scopes,
    closed,
  };
}

test('a path that was spoken of is looked at after 5 ms of quiet, and everything is swept afterwards', async () => {
  const { fs, builds, pass, hint, state } = await watching();
  fs.edit('/site/a', 'two');
  hint('a');
  await pass(3);
  hint('a');
  await pass(4);
  expect(builds).toEqual([]);
  await pass(1);
  expect(builds).toEqual(['9: changed a']);
  expect(state.sweeps).toBe(0);
  fs.edit('/site/b', 'two');
  await pass(40);
  expect(builds).toEqual(['9: changed a', '49: changed b']);
});

test('events that never end do not keep the sweep away for more than 400 ms', async () => {
  const { fs, builds, pass, hint } = await watching();
  fs.edit('/site/b', 'two');
  for (let i = 0; i < 110; i++) {
    hint('a');
    await pass(4);
  }
  expect(builds).toEqual(['401: changed b']);
});

test('a storm is left to the sweep', async () => {
  const { fs, builds, pass, hint } = await watching();
  for (let i = 0; i < 300; i++) {
    fs.put(`/site/f${i}`, 'x');
    hint(`f${i}`);
  }
  await pass(39);
  expect(builds).toEqual([]);
  await pass(1);
  expect(builds).toHaveLength(1);
  expect(builds[0]?.match(/added/g)).toHaveLength(300);
});

test('builds never overlap: what happens meanwhile is built afterwards, once', async () => {
  const { fs, builds, pass, hint, state, finish, watch } = await watching();
  state.slow = true;
  fs.edit('/site/a', 'two');
  hint('a');
  await pass(10);
  fs.edit('/site/a', 'three');
  hint('a');
  watch.force();
  await pass(1000);
  expect(builds).toHaveLength(1);
  state.slow = false;
  await finish();
  await pass(100);
  expect(builds).toEqual(['6: changed a', '1011: changed a']);
});

test('without events nothing is swept, unless a page is open', async () => {
  const { fs, builds, pass, state, watch } = await watching();
  fs.edit('/site/a', 'two');
  await pass(10_000);
  expect([state.sweeps, builds]).toEqual([0, []]);
  watch.wake();
  await pass(40);
  expect(builds).toHaveLength(1);
  state.lookedAt = true;
  await pass(100);
  fs.edit('/site/b', 'two');
  await pass(4000);
  expect(builds).toHaveLength(2);
});

test('where the system tells nothing, everything is swept each second', async () => {
  const { fs, builds, pass } = await watching({ polling: true });
  fs.edit('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('trouble is told once, and sweeps take over', async () => {
  const { fs, builds, pass, trouble, told } = await watching();
  trouble('ENOSPC');
  trouble('ENOSPC');
  expect(told).toEqual(['ENOSPC']);
  fs.edit('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('another scope is listened to anew, and to the old one until the new one is ready', async () => {
  const { fs, pass, hint, ready, rescope, scopes, closed, watch } = await watching();
  rescope('other');
  fs.edit('/site/a', 'two');
  hint('a');
  await pass(100);
  expect([scopes(), closed]).toEqual([2, []]);
  ready();
  expect(closed).toEqual([1]);
  await watch.stop();
  expect(closed).toEqual([1, 2]);
});

test('what changed before the system’s events could be heard is found as soon as they can', async () => {
  const { fs, builds, pass, ready } = await watching();
  fs.edit('/site/a', 'two');
  await pass(1000);
  expect(builds).toEqual([]);
  ready();
  await pass(0);
  expect(builds).toEqual(['1001: changed a']);
});

test('what was heard during a build is looked at right after it, before the sweep', async () => {
  const { fs, builds, pass, hint, state, finish } = await watching();
  state.slow = true;
  fs.edit('/site/a', 'two');
  hint('a');
  await pass(100);
  fs.edit('/site/b', 'two');
  hint('b');
  await pass(100);
  state.slow = false;
  state.sweeps = 0;
  await finish();
  await pass(0);
  expect(builds).toEqual(['6: changed a', '201: changed b']);
  expect(state.sweeps).toBe(0);
});

test('a change on whose event nobody can wait is found although others never cease', async () => {
  const { fs, builds, pass, hint } = await watching({ files: 1000 });
  await pass(200);
  fs.edit('/site/b', 'unheard');
  for (let i = 0; i < 100; i++) {
    fs.edit('/site/a', `${i}`);
    hint('a');
    await pass(12);
  }
  expect(builds.length).toBeGreaterThan(50);
  expect(builds.some((build) => build.includes('changed b'))).toBe(true);
});

test('a file that is emptied first is waited for', async () => {
  const { fs, builds, pass, hint } = await watching();
  fs.edit('/site/a', '');
  hint('a');
  await pass(6);
  expect(builds).toEqual([]);
  fs.edit('/site/a', 'two');
  await pass(20);
  expect(builds).toHaveLength(1);
});

test('a build can be forced, and after the end nothing happens any more', async () => {
  const { fs, builds, pass, hint, watch } = await watching();
  watch.force();
  await pass(1);
  expect(builds).toEqual(['1: ']);
  await watch.stop();
  fs.edit('/site/a', 'two');
  hint('a');
  watch.wake();
  watch.force();
  await pass(5000);
  expect(builds).toHaveLength(1);
});
