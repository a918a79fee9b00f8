/** Records of a site that a preview uses in one build after the other. */

import type { Node } from '../graph/nodes.ts';
import { createRouteMemory, type RouteMemory } from '../model/routes.ts';
import { type Copies, createCopies } from '../plugin/host/copies.ts';
import type { GatherMemory } from '../write/outputs.ts';

export interface SiteRecords {
  readonly copies: Copies;
  readonly routes: RouteMemory;
  readonly gathered: GatherMemory;
  /**
   * Whether a node is known to be as the build before saw it.
   * @param touched documents that plugins have changed or made in this build
   */
  isUnchanged(node: Node, touched: ReadonlySet<string>): boolean;
}

export function createSiteRecords(isUnchanged: SiteRecords['isUnchanged']): SiteRecords {
  return {
    copies: createCopies(),
    routes: createRouteMemory(),
    gathered: { known: undefined },
    isUnchanged,
  };
}
