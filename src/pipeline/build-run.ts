/** One build while it runs: its ports, what it records of the world, what it reports, how far it has come. */

import { isWithin } from '../base/paths.ts';
import { readMessages } from '../diagnostics/catalogue/site/read.ts';
import { type Diagnostic, diagnose, hasErrors, strictly } from '../diagnostics/diagnostic.ts';
import { reasonOf } from '../files/read-text.ts';
import { TimeRecorder } from '../graph/time-recorder.ts';
import { WorldRecorder } from '../graph/world-recorder.ts';
import type { Clock } from '../ports/clock.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import { mayFollow } from './follow-ups.ts';
import { Reported } from './reported.ts';
import type { BuildFlags, World } from './world.ts';

/** How long a stage took, in milliseconds of wall time. */
export interface StageTime {
  readonly name: string;
  readonly ms: number;
}

/** Ends a build whose diagnostics say why. */
class BuildStopped extends Error {}

export class BuildRun<State extends object = object> {
  readonly world: World;
  readonly flags: BuildFlags;
  readonly recorder: WorldRecorder;
  readonly time = new TimeRecorder();
  readonly stageTimes: StageTime[] = [];
  /** What the stages have given so far. */
  readonly state: Partial<State> = {};
  readonly #reported = new Reported();
  readonly #reportedOnce = new Set<string>();
  #isReadWhole = true;

  constructor(world: World, flags: BuildFlags) {
    this.world = world;
    this.flags = flags;
    this.recorder = new WorldRecorder(world.fs, world.env);
  }

  /** The file system, recorded. */
  get fs(): WriteFs {
    return this.recorder.fs;
  }

  /** The environment, recorded. */
  get env(): Env {
    return this.recorder.env;
  }

  get clock(): Clock {
    return this.world.clock;
  }

  /** Takes a diagnostic; of those that are to be reported once a build, the first. */
  readonly report = ({ once, ...diagnostic }: Diagnostic): void => {
    if (once !== undefined && this.#reportedOnce.has(once)) return;
    if (once !== undefined) this.#reportedOnce.add(once);
    if (this.#isReadWhole || !mayFollow(diagnostic)) this.#reported.add(diagnostic);
  };

  reportAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.report(diagnostic);
  }

  /** Something could not be read: what may only be a consequence of that is not reported. */
  markIncomplete(): void {
    this.#isReadWhole = false;
  }

  /** In the order of reporting; under `strict` a quirk has the severity that it would have without being one. */
  get diagnostics(): readonly Diagnostic[] {
    const { all } = this.#reported;
    return this.flags.strict === true ? all.map(strictly) : all;
  }

  get failed(): boolean {
    const { diagnostics } = this;
    return (
      hasErrors(diagnostics) ||
      (this.flags.strict === true && diagnostics.some(({ severity }) => severity === 'warning'))
    );
  }

  /** Runs a stage and adds what it gives to the state. */
  async stage<Result extends Partial<State>>(
    name: string,
    stage: () => Result | Promise<Result>,
  ): Promise<Result> {
    const start = this.clock.elapsed();
    const result = await stage();
    this.stageTimes.push({ name, ms: this.clock.elapsed() - start });
    Object.assign(this.state, result);
    return result;
  }

  /** Ends the build where something is wrong that later stages can't do without. */
  stopOnErrors(): void {
    if (hasErrors(this.#reported.all)) throw new BuildStopped();
  }

  /** Ends the build here. */
  stop(diagnostic?: Diagnostic): never {
    if (diagnostic !== undefined) this.report(diagnostic);
    throw new BuildStopped();
  }

  /** Runs the stages up to the last or to the first that stops the build. */
  async run(stages: () => Promise<void>): Promise<void> {
    try {
      await stages();
    } catch (error) {
      if (error instanceof FsError) this.report(this.#refused(error));
      else if (!(error instanceof BuildStopped)) throw error;
    }
  }

  /** What the system refuses on the way, though the site needs it, stops the build: without it the site would be another one. */
  #refused(error: FsError): Diagnostic {
    const { path } = error;
    const { workingFolder } = this.flags;
    const file = isWithin(workingFolder, path) ? path.slice(workingFolder.length + 1) : path;
    const place = { file, line: 1, column: 1 };
    return diagnose(readMessages.unreadable, { path: file, reason: reasonOf(error) }, { place });
  }
}
