/** What the chain of layouts needs, with its warnings reported once for each name and file. */

import { buildMessages } from '../../diagnostics/catalogue/site/build.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { fingerprintValue } from '../../graph/fingerprint-value.ts';
import type { Tracker } from '../../graph/tracker.ts';
import type { Site } from '../../model/site.ts';
import { layoutFingerprint } from '../fingerprints.ts';
import type { LayoutPorts } from '../layouts.ts';
import type { Templates } from '../templates.ts';
import type { DocumentPlaces } from './document-places.ts';

export function createLayoutPorts(
  site: Site,
  templates: Templates,
  places: DocumentPlaces,
  report: (diagnostic: Diagnostic) => void,
  tracker: Tracker,
): LayoutPorts {
  const reported = new Set<string>();
  const once = (key: string, make: () => Diagnostic): void => {
    // reported once for all documents, by the first of them
    tracker.forbidKeeping({ because: 'lacks a layout' });
    if (reported.has(key)) return;
    reported.add(key);
    report(make());
  };
  return {
    layouts: {
      get(name) {
        const layout = site.layouts.get(name);
        tracker.read({ kind: 'layout', name }, () => layoutFingerprint(layout));
        return layout;
      },
      dataOf(name) {
        const data = site.layouts.get(name)?.data;
        tracker.read({ kind: 'layoutData', name }, () => fingerprintValue(data));
        return data;
      },
    },
    render: (layout, globals) =>
      templates.render(
        { file: layout.path, text: layout.body.text, startLine: layout.body.startLine },
        globals,
      ).text,
    onMissing(name, asked) {
      const facts = { name, asked: asked.path, names: [...site.layouts.keys()] };
      once(`${name} ${asked.path}`, () =>
        diagnose(buildMessages.missingLayout, facts, { place: places.of(asked, 'layout') }),
      );
    },
    onCycle(ring) {
      const file = site.layouts.get(ring[0] ?? '')?.path ?? '';
      once(ring.join('\0'), () =>
        diagnose(buildMessages.layoutCycle, { ring }, { place: places.ofKey(file, 'layout') }),
      );
    },
  };
}
