/** Notes how long each stage of a build took, for the summary and `--profile`. */

import type { Clock } from '../ports/clock.ts';

export interface Stage {
  readonly name: string;
  /** Milliseconds of wall time. */
  readonly ms: number;
}

export interface Stages {
  run<T>(name: string, stage: () => T): T;
  wait<T>(name: string, stage: () => Promise<T>): Promise<T>;
  all(): readonly Stage[];
}

export function createStages(clock: Clock): Stages {
  const stages: Stage[] = [];
  const note = (name: string, start: number) => void stages.push({ name, ms: clock.elapsed() - start });
  return {
    run(name, stage) {
      const start = clock.elapsed();
      const result = stage();
      note(name, start);
      return result;
    },
    async wait(name, stage) {
      const start = clock.elapsed();
      const result = await stage();
      note(name, start);
      return result;
    },
    all: () => stages,
  };
}
