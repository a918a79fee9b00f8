// One whole process, measured: CPU time and wall time by bash, which counts the children, peak memory by GNU time.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';

const GNU_TIME = ['gtime', '/usr/bin/time'].find((command) => {
  const { stdout = '', stderr = '' } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return /GNU/.test(`${stdout}${stderr}`);
});

export const measuresMemory = GNU_TIME !== undefined;

/** The command's output goes to a log; what is left on bash's own stderr is its `time`. */
const SCRIPT = 'log=$1; shift; TIMEFORMAT="%3R %3U %3S"; time "$@" >"$log" 2>&1';

/**
 * Runs a command: seconds of wall and of CPU time (user and system, of all processes that it waited for) and MB of memory,
 * those of its biggest process. `log` is the end of what it printed.
 */
export async function measure(argv, { cwd, env, scratch }) {
  const log = join(scratch, 'command.log');
  const memoryFile = join(scratch, 'command.memory');
  const timed = measuresMemory ? [GNU_TIME, '-f', '%M', '-o', memoryFile, ...argv] : argv;
  const { status, err } = await run(['bash', '-c', SCRIPT, 'bash', log, ...timed], { cwd, env });
  if (status !== 0) return { status, log: endOf(log) };
  const [wall, user, system] = err.trim().split('\n').at(-1).split(' ').map(Number);
  const memory = measuresMemory ? Number(readFileSync(memoryFile, 'utf8').trim()) / 1024 : undefined;
  return { status, wall, cpu: user + system, memory };
}

/** The end of a log without colours and without the calls of a Ruby trace, which hide what was wrong. */
function endOf(log) {
  const lines = readFileSync(log, 'utf8')
    .replaceAll(/\u001b\[[\d;]*m/g, '')
    .split('\n');
  return lines
    .filter((line) => !/^\s+from /.test(line))
    .slice(-20)
    .join('\n');
}
