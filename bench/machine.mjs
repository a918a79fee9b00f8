// What a reader of the figures must know of the machine that they come from.

import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { measuresMemory } from './measure.mjs';

/** The head of the report; `loads` are those at the `start`, at the `end`, and the `highest` between. */
export function machineFacts(peers, loads) {
  const cores = cpus();
  const facts = [
    `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`,
    loadFact(cores.length, loads),
    ...Object.entries(peers)
      .filter(([name]) => name !== 'hastie again')
      .map(([name, { version, absent }]) =>
        version === undefined ? `${name}: absent, ${absent}` : `${name} ${version}`,
      ),
  ];
  if (!measuresMemory) facts.push('Memory is not measured: there is no GNU time');
  return facts;
}

/** The benchmark itself makes a load of one to the number of cores; what is above that is somebody else's. */
function loadFact(cores, { start, end, highest }) {
  const isShared = start > cores / 2 || highest > cores + 1;
  const shown = [start, highest, end].map((load) => load.toFixed(2));
  return (
    `Load at the start ${shown[0]}, at most ${shown[1]}, at the end ${shown[2]}` +
    (isShared ? ' – **others used the machine: believe CPU ratios alone, no wall time**' : '')
  );
}

export function load() {
  return loadavg()[0];
}
