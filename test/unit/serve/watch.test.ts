import { expect, test } from 'vitest';
import { createWatch, type HintEvents, type WatchPorts } from '../../../src/serve/watch.ts';
import type { WatchScope } from '../../../src/serve/watch-scope.ts';
import { createMemoryFs } from '../../support/memory-fs.ts';

const everything = (signature = ''): WatchScope => ({
  roots: ['/site'],
  signature,
  covers: (path) => path.startsWith('/site/'),
  admits: () => true,
});

/** A watch whose time passes only when it is told to. */
async function watching({ polling = false, lookedAt = false } = {}) {
  const fs = createMemoryFs();
  fs.put('/site/a', 'one');
  fs.put('/site/b', 'one');
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const builds: string[] = [];
  const told: string[] = [];
  let sink: HintEvents | undefined;
  let scopes = 0;
  let release: (() => void) | undefined;
  let next = everything();
  const state = { slow: false, sweeps: 0, lookedAt };
  const ports: WatchPorts = {
    fs: {
      ...fs,
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
    breathe: async () => {},
    openHints: polling
      ? undefined
      : async (_scope, given) => {
          scopes++;
          sink = given;
          return { close: async () => {} };
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
    scopes: () => scopes,
  };
}

test('a path that was spoken of is looked at after 5 ms of quiet, and everything is swept afterwards', async () => {
  const { fs, builds, pass, hint, state } = await watching();
  fs.writeFile('/site/a', 'two');
  hint('a');
  await pass(3);
  hint('a');
  await pass(4);
  expect(builds).toEqual([]);
  await pass(1);
  expect(builds).toEqual(['9: changed a']);
  expect(state.sweeps).toBe(0);
  fs.writeFile('/site/b', 'two');
  await pass(40);
  expect(builds).toEqual(['9: changed a', '49: changed b']);
});

test('events that never end do not keep the sweep away for more than 400 ms', async () => {
  const { fs, builds, pass, hint } = await watching();
  fs.writeFile('/site/b', 'two');
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
  fs.writeFile('/site/a', 'two');
  hint('a');
  await pass(10);
  fs.writeFile('/site/a', 'three');
  hint('a');
  watch.force();
  await pass(1000);
  expect(builds).toHaveLength(1);
  state.slow = false;
  await finish();
  await pass(100);
  expect(builds.map((build) => build.replace(/.*: /, ''))).toEqual(['changed a', 'changed a']);
});

test('without events nothing is swept, unless a page is open', async () => {
  const { fs, builds, pass, state, watch } = await watching();
  fs.writeFile('/site/a', 'two');
  await pass(10_000);
  expect([state.sweeps, builds]).toEqual([0, []]);
  watch.wake();
  await pass(40);
  expect(builds).toHaveLength(1);
  state.lookedAt = true;
  await pass(100);
  fs.writeFile('/site/b', 'two');
  await pass(4000);
  expect(builds).toHaveLength(2);
});

test('where the system tells nothing, everything is swept each second', async () => {
  const { fs, builds, pass } = await watching({ polling: true });
  fs.writeFile('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('trouble is told once, and sweeps take over', async () => {
  const { fs, builds, pass, trouble, told } = await watching();
  trouble('ENOSPC');
  trouble('ENOSPC');
  expect(told).toEqual(['ENOSPC']);
  fs.writeFile('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('another scope is listened to anew', async () => {
  const { fs, pass, hint, rescope, scopes } = await watching();
  rescope('other');
  fs.writeFile('/site/a', 'two');
  hint('a');
  await pass(100);
  expect(scopes()).toBe(2);
});

test('a file that is emptied first is waited for', async () => {
  const { fs, builds, pass, hint } = await watching();
  fs.writeFile('/site/a', '');
  hint('a');
  await pass(6);
  expect(builds).toEqual([]);
  fs.writeFile('/site/a', 'two');
  await pass(20);
  expect(builds).toHaveLength(1);
});

test('a build can be forced, and after the end nothing happens any more', async () => {
  const { fs, builds, pass, hint, watch } = await watching();
  watch.force();
  await pass(1);
  expect(builds).toEqual(['1: ']);
  await watch.stop();
  fs.writeFile('/site/a', 'two');
  hint('a');
  watch.wake();
  watch.force();
  await pass(5000);
  expect(builds).toHaveLength(1);
});
