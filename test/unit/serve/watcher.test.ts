import { expect, test } from 'vitest';
import type { FileEventListener } from '../../../src/ports/file-events.ts';
import type { WatchScope } from '../../../src/serve/watch/watch-scope.ts';
import { Watcher, type WatchPorts } from '../../../src/serve/watch/watcher.ts';
import { createMemoryFs } from '../../support/memory-fs.ts';

const everything = (signature = ''): WatchScope => ({
  roots: ['/site'],
  signature,
  covers: (path) => path.startsWith('/site/'),
  admits: () => true,
  confinedTo: undefined,
});

/** A watcher whose time passes only by `pass`. */
async function watching({ polling = false, viewed = false, files = 0 } = {}) {
  const fs = createMemoryFs();
  fs.put('/site/a', 'one');
  fs.put('/site/b', 'one');
  for (let i = 0; i < files; i++) fs.put(`/site/z${i}`, 'one');
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  const builds: string[] = [];
  const failures: string[] = [];
  let listener: FileEventListener | undefined;
  let scopes = 0;
  const closed: number[] = [];
  let release: (() => void) | undefined;
  let next = everything();
  const state = { slow: false, polls: 0, viewed };
  const ports: WatchPorts = {
    fs: {
      ...fs,
      // A tenth of a millisecond a file.
      stat: (path) => {
        now += path.startsWith('/site/z') ? 0.1 : 0;
        return fs.stat(path);
      },
      list: (folder) => {
        state.polls++;
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
    openFileEvents: polling
      ? undefined
      : async (_scope, given) => {
          const mine = ++scopes;
          listener = given;
          return { close: async () => void closed.push(mine) };
        },
  };
  const watcher = new Watcher(
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
      isViewed: () => state.viewed,
      pollingOnly: (code) => void failures.push(code),
    },
    everything(),
  );
  await watcher.start(everything());
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
  state.polls = 0;
  return {
    fs,
    watcher,
    builds,
    failures,
    state,
    pass,
    event: (path: string) => listener?.changed(`/site/${path}`),
    fail: (code: string) => listener?.failed(code, 'because'),
    finish: async () => {
      release?.();
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
    rescope: (signature: string) => {
      next = everything(signature);
    },
    ready: () => listener?.ready(),
    scopes: () => scopes,
    closed,
  };
}

test('a path that an event names is checked after 5 ms of quiet, and everything is polled afterwards', async () => {
  const { fs, builds, pass, event, state } = await watching();
  fs.edit('/site/a', 'two');
  event('a');
  await pass(3);
  event('a');
  await pass(4);
  expect(builds).toEqual([]);
  await pass(1);
  expect(builds).toEqual(['9: changed a']);
  expect(state.polls).toBe(0);
  fs.edit('/site/b', 'two');
  await pass(40);
  expect(builds).toEqual(['9: changed a', '49: changed b']);
});

test('events that never end delay a poll by 400 ms at most', async () => {
  const { fs, builds, pass, event } = await watching();
  fs.edit('/site/b', 'two');
  for (let i = 0; i < 110; i++) {
    event('a');
    await pass(4);
  }
  expect(builds).toEqual(['401: changed b']);
});

test('a storm of events is left to the poll', async () => {
  const { fs, builds, pass, event } = await watching();
  for (let i = 0; i < 300; i++) {
    fs.put(`/site/f${i}`, 'x');
    event(`f${i}`);
  }
  await pass(39);
  expect(builds).toEqual([]);
  await pass(1);
  expect(builds).toHaveLength(1);
  expect(builds[0]?.match(/added/g)).toHaveLength(300);
});

test('builds never overlap: what happens meanwhile is built afterwards, once', async () => {
  const { fs, builds, pass, event, state, finish, watcher } = await watching();
  state.slow = true;
  fs.edit('/site/a', 'two');
  event('a');
  await pass(10);
  fs.edit('/site/a', 'three');
  event('a');
  watcher.force();
  await pass(1000);
  expect(builds).toHaveLength(1);
  state.slow = false;
  await finish();
  await pass(100);
  expect(builds).toEqual(['6: changed a', '1011: changed a']);
});

test('without events nothing is polled, unless a page is open', async () => {
  const { fs, builds, pass, state, watcher } = await watching();
  fs.edit('/site/a', 'two');
  await pass(10_000);
  expect([state.polls, builds]).toEqual([0, []]);
  watcher.wake();
  await pass(40);
  expect(builds).toHaveLength(1);
  state.viewed = true;
  await pass(100);
  fs.edit('/site/b', 'two');
  await pass(4000);
  expect(builds).toHaveLength(2);
});

test('where the system gives no events, everything is polled each second', async () => {
  const { fs, builds, pass } = await watching({ polling: true });
  fs.edit('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('a failure of the events is reported once, and polls take over', async () => {
  const { fs, builds, pass, fail, failures } = await watching();
  fail('ENOSPC');
  fail('ENOSPC');
  expect(failures).toEqual(['ENOSPC']);
  fs.edit('/site/a', 'two');
  await pass(1100);
  expect(builds).toHaveLength(1);
});

test('another scope gets events of its own, and the old ones are used until these are ready', async () => {
  const { fs, pass, event, ready, rescope, scopes, closed, watcher } = await watching();
  rescope('other');
  fs.edit('/site/a', 'two');
  event('a');
  await pass(100);
  expect([scopes(), closed]).toEqual([2, []]);
  ready();
  expect(closed).toEqual([1]);
  await watcher.stop();
  expect(closed).toEqual([1, 2]);
});

test('what changed before there were events is found as soon as there are', async () => {
  const { fs, builds, pass, ready } = await watching();
  fs.edit('/site/a', 'two');
  await pass(1000);
  expect(builds).toEqual([]);
  ready();
  await pass(0);
  expect(builds).toEqual(['1001: changed a']);
});

test('what events name during a build is checked right after it, before the poll', async () => {
  const { fs, builds, pass, event, state, finish } = await watching();
  state.slow = true;
  fs.edit('/site/a', 'two');
  event('a');
  await pass(100);
  fs.edit('/site/b', 'two');
  event('b');
  await pass(100);
  state.slow = false;
  state.polls = 0;
  await finish();
  await pass(0);
  expect(builds).toEqual(['6: changed a', '201: changed b']);
  expect(state.polls).toBe(0);
});

test('a change without an event is found although events of others never cease', async () => {
  const { fs, builds, pass, event } = await watching({ files: 1000 });
  await pass(200);
  fs.edit('/site/b', 'no event');
  for (let i = 0; i < 100; i++) {
    fs.edit('/site/a', `${i}`);
    event('a');
    await pass(12);
  }
  expect(builds.length).toBeGreaterThan(50);
  expect(builds.some((build) => build.includes('changed b'))).toBe(true);
});

test('a file that is emptied first is waited for', async () => {
  const { fs, builds, pass, event } = await watching();
  fs.edit('/site/a', '');
  event('a');
  await pass(6);
  expect(builds).toEqual([]);
  fs.edit('/site/a', 'two');
  await pass(20);
  expect(builds).toHaveLength(1);
});

test('a build can be forced, and after the end nothing happens any more', async () => {
  const { fs, builds, pass, event, watcher } = await watching();
  watcher.force();
  await pass(1);
  expect(builds).toEqual(['1: ']);
  await watcher.stop();
  fs.edit('/site/a', 'two');
  event('a');
  watcher.wake();
  watcher.force();
  await pass(5000);
  expect(builds).toHaveLength(1);
});
