// What a reader of the figures must know of the machine that they come from.

import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { measuresMemory } from './measure.mjs';

/** The head of the report; `loads` are those at the start and at the end. */
export function machineFacts(peers, loads) {
  const cores = cpus();
  const facts = [
    `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`,
    `Load at the start ${loads.start}, at the end ${loads.end}`,
    ...Object.entries(peers)
      .filter(([name]) => name !== 'hastie again')
      .map(([name, { version, absent }]) =>
        version === undefined ? `${name}: absent, ${absent}` : `${name} ${version}`,
      ),
  ];
  if (!measuresMemory) facts.push('Memory is not measured: there is no GNU time');
  return facts;
}

export function load() {
  return loadavg()[0].toFixed(2);
}
