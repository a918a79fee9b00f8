/** `[^name]` */

import { markdownMessages } from '../../../diagnostics/catalogue/engines/markdown.ts';
import { applyAttributes } from '../tree/apply-attributes.ts';
import { attributeNameEnd } from '../tree/attribute-list.ts';
import type { SpanState } from './state.ts';

export function footnoteMarker(state: SpanState): boolean {
  const { text, pos, doc } = state;
  if (text.charCodeAt(pos) !== 91 || text.charCodeAt(pos + 1) !== 94) return false;
  const end = attributeNameEnd(text, pos + 2);
  if (end === pos + 2 || text.charCodeAt(end) !== 93) return false;
  const name = text.slice(pos + 2, end);
  const definition = doc.footnotes.get(name);
  if (definition === undefined) {
    doc.warn(markdownMessages.missingFootnote, { name }, state.source, pos);
    state.addText(text.slice(pos, end + 1));
  } else {
    if (!definition.used && definition.mark.ial !== undefined)
      applyAttributes(definition.mark.attr(), definition.mark.ial, doc.attributeLists, doc.limits);
    definition.used = true;
    state.push('footnote', name).details = { content: definition.content };
  }
  state.pos = end + 1;
  return true;
}
