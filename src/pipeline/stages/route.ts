/** Gives each document its address. A mistake in one is reported before anything is rendered. */

import { documentsOf, isWritten } from '../../model/site.ts';
import type { Generated } from '../build-state.ts';

export function route(generated: Generated): Generated {
  const { site } = generated.rendering;
  for (const document of documentsOf(site)) if (isWritten(document, site)) site.routes.of(document);
  return generated;
}
