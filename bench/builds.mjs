// Interleaved builds of one site by all who take part: rounds in alternating order, each process measured whole.

import { measure } from './measure.mjs';
import { buildOf } from './peers.mjs';
import { progress } from './progress.mjs';
import { folderIn, remove } from './scratch.mjs';
import { medians, roundOrder } from './statistics.mjs';
import { threeDigits, whole } from './table.mjs';

/**
 * Gives, for each peer that built the site every time, its medians of `cpu`, `wall` (seconds) and `memory` (MB), and where
 * its output lies. `warmUp` rounds come first and are not counted: they fill the disk's cache.
 */
export async function measureBuilds(site, peers, { rounds, warmUp }, bench) {
  const outs = folderIn(bench.scratch, 'out', site.name);
  const measures = new Map(peers.map((peer) => [peer, { cpu: [], wall: [], memory: [] }]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const peer of roundOrder([...measures.keys()], round + warmUp)) {
      const build = buildOf(peer, site, outs, bench);
      await remove(...build.remove);
      const measured = await measure(build.argv, { ...bench, cwd: build.cwd });
      bench.raw.add({ site: site.name, peer, round, ...measured });
      if (measured.status !== 0) {
        bench.fail(`${peer} could not build ${site.label} (status ${measured.status})`, measured.log);
        measures.delete(peer);
        continue;
      }
      const { cpu, wall, memory } = measured;
      progress(
        `${site.name} ${round < 0 ? 'warm-up' : `round ${round + 1}/${rounds}`} ${peer}: ` +
          `CPU ${threeDigits(cpu)} s, wall ${threeDigits(wall)} s, ${whole(memory)} MB`,
      );
      if (round < 0) continue;
      const list = measures.get(peer);
      list.cpu.push(cpu);
      list.wall.push(wall);
      if (memory !== undefined) list.memory.push(memory);
    }
  }
  return new Map(
    [...measures].map(([peer, list]) => [
      peer,
      { ...medians(list), out: buildOf(peer, site, outs, bench).out },
    ]),
  );
}
