/** Lets plugins change the HTML of a page as soon as it is finished: pages that are rendered later read the result. */

import type { Document } from '../../model/document.ts';
import type { Plugin } from '../../plugin/api/plugin.ts';
import { transformPage } from '../../plugin/host/hooks.ts';
import type { RenderingParts } from '../rendering/parts.ts';

/** The text after the `transform` of each plugin; undefined where it is as it was. Nothing is read where there is no such plugin. */
export type Transform = (
  document: Document,
  finished: { readonly output: string | undefined },
) => string | undefined;

export function createTransform(
  plugins: readonly Plugin[],
  { converters, tracker, views }: Pick<RenderingParts, 'converters' | 'tracker' | 'views'>,
): Transform {
  const transforming = plugins.filter(({ transform }) => transform !== undefined);
  if (transforming.length === 0) return () => undefined;
  return (document, finished) => {
    if (converters.isStylesheet(document.extension)) return undefined;
    const text = finished.output ?? '';
    const transformed = tracker.withoutListener(() => transformPage(transforming, text, document, views));
    return transformed === finished.output ? undefined : transformed;
  };
}
