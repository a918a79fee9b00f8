/** Builds a folder of this repository with a frozen clock, to compare it with what Jekyll made. */

import type { SiteResult } from '../../src/pipeline/site-result.ts';
import { createTestWorld } from './node-world.ts';
import { buildOnce } from './variants.ts';

export async function buildInto(
  destination: string,
  source: string,
  settings: Readonly<Record<string, string | boolean>> = {},
): Promise<SiteResult> {
  const overrides = new Map<string, string | boolean>([
    ['source', source],
    ['destination', destination],
    ['disable_disk_cache', true],
    ...Object.entries(settings),
  ]);
  return await buildOnce(createTestWorld({ JEKYLL_ENV: 'production' }), { workingFolder: source, overrides });
}
