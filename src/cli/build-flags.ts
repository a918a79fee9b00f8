/** What the arguments of a command say about its builds. */

import type { BuildFlags } from '../pipeline/world.ts';
import type { Context } from './context.ts';

export function buildFlags({ args, workingFolder }: Context, overrides = args.overrides): BuildFlags {
  return {
    workingFolder,
    overrides,
    strict: args.program.get('strict') === true,
    adoptDestination: args.program.get('adopt-destination') === true,
  };
}
