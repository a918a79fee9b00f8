/** What the rendering of a site is put together from. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Tasks } from '../../graph/tasks.ts';
import type { Tracker } from '../../graph/tracker.ts';
import type { Document } from '../../model/document.ts';
import type { Site } from '../../model/site.ts';
import type { Draft } from '../../plugin/host/draft.ts';
import type { Views } from '../../plugin/host/views.ts';
import type { Converters } from '../../render/convert.ts';
import type { Payloads } from '../../render/payload.ts';
import type { DocumentPlaces } from '../../render/wiring/document-places.ts';
import type { TrackedTemplates } from '../../render/wiring/liquid/liquid-templates.ts';
import type { TimedText } from '../../ruby/time/timed-text.ts';

export interface RenderingParts {
  readonly tracker: Tracker;
  /** Takes what is reported while documents are rendered. */
  readonly report: (diagnostic: Diagnostic) => void;
  readonly converters: Converters;
  readonly places: DocumentPlaces;
  readonly draft: Draft;
  readonly site: Site;
  readonly payloads: Payloads;
  readonly templates: TrackedTemplates;
  readonly views: Views;
  readonly tasks: Tasks;
  /** What the writers of pages have left open. */
  readonly timed: Map<Document, TimedText>;
}
