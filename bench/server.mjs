// `hastie serve` on a free port of this machine alone: started, waited for until it is idle, and stopped.

import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup, start } from './children.mjs';
import { HASTIE } from './peers.mjs';

const READY_WITHIN = 600_000;
const IDLE_FOR = 500;
const IDLE_WITHIN = 120_000;

/** Starts serving a folder; resolves when the first build is done, rejects with what the server said when it ends instead. */
export async function startServer(source, out, env) {
  const words = ['serve', '-s', source, '-d', out, '-H', '127.0.0.1', '-P', '0', '--adopt-destination'];
  const child = start([process.execPath, HASTIE, ...words], {
    cwd: source,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', resolve);
  });
  let said = '';
  const ready = new Promise((resolve) => {
    // all of it is read, so that the server never waits for its reader; the end is enough to show what was wrong
    const hear = (text) => {
      said = `${said}${text}`.slice(-4000);
      if (/^Serving /m.test(said)) resolve(true);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
  });
  const isUp = await Promise.race([
    ready,
    ended.then(() => false),
    sleep(READY_WITHIN, false, { ref: false }),
  ]);
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
    signalGroup(child, 'SIGKILL');
  };
  if (isUp) return { idle: () => untilIdle(child.pid), stop };
  await stop();
  throw new Error(`hastie serve did not come up: ${said}`);
}

/** Waits until the server's processes have used next to no CPU time for a while. */
async function untilIdle(group) {
  const end = performance.now() + IDLE_WITHIN;
  let [last, since] = [cpuTicks(group), performance.now()];
  while (performance.now() < end && performance.now() - since < IDLE_FOR) {
    await sleep(100);
    const now = cpuTicks(group);
    if (now - last > 1) [last, since] = [now, performance.now()];
  }
}

/** Hundredths of a second that a process group has used; always 0 where the system has no /proc, so that we just wait. */
function cpuTicks(group) {
  let ticks = 0;
  for (const name of processNames()) {
    try {
      // after the name in brackets: state, parent, group, …; user and system time are the 12th and 13th of these
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it has ended since it was listed
    }
  }
  return ticks;
}

function processNames() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
