/** The chain of layouts around a rendered text (`Renderer#place_in_layouts`). */

import { type Document, settingOf } from '../model/document.ts';
import type { Layout } from '../model/inventory.ts';
import { deepMerge } from '../ruby/deep-merge.ts';
import { isNil, type RubyHash, type Value } from '../ruby/values.ts';
import type { Globals } from './payload.ts';

function toName(layout: Value): string | undefined {
  return isNil(layout) ? undefined : String(layout);
}

/** `layout` as the body of a document sees it: the front matter of its own layout, or nothing. */
export function ownLayoutData(document: Document, layouts: LayoutTable): Value {
  const name = toName(settingOf(document, 'layout'));
  return name === undefined ? undefined : layouts.dataOf(name);
}

/** Layouts by name. */
export interface LayoutTable {
  get(name: string): Layout | undefined;
  /** Their front matter alone. */
  dataOf(name: string): RubyHash | undefined;
}

export interface LayoutPorts {
  readonly layouts: LayoutTable;
  readonly render: (layout: Layout, globals: Globals) => string;
  /** Told of a layout that does not exist, by the document or layout that asks for it. */
  readonly onMissing: (name: string, asked: Document | Layout) => void;
  /** Told of a chain that comes back to a layout it has been through: Jekyll stops there without a word. */
  readonly onCycle: (ring: readonly string[]) => void;
}

/** The text inside its layouts. The variables are changed on the way: `content` and `layout` are those of the moment. */
export function placeInLayouts(
  text: string,
  document: Document,
  globals: Globals,
  ports: LayoutPorts,
): string {
  const name = toName(settingOf(document, 'layout'));
  let layout = name === undefined ? undefined : ports.layouts.get(name);
  if (layout === undefined && name !== undefined) ports.onMissing(name, document);
  const used: Layout[] = [];
  let output = text;
  let merged: RubyHash = new Map();
  while (layout !== undefined) {
    used.push(layout);
    merged = deepMerge(layout.data, merged);
    globals.content = output;
    globals.layout = merged;
    output = ports.render(layout, globals);
    const next = toName(layout.data.get('layout'));
    const outer: Layout | undefined = next === undefined ? undefined : ports.layouts.get(next);
    if (outer === undefined && next !== undefined && !isSilentName(next)) ports.onMissing(next, layout);
    if (outer !== undefined && used.includes(outer)) {
      ports.onCycle([...used, outer].map(({ name: ringName }) => ringName));
      break;
    }
    layout = outer;
  }
  return output;
}

/** `layout: none` and `layout: null` are how people say that there is to be none. */
function isSilentName(name: string): boolean {
  return name === 'none' || name === 'null' || name === 'nil' || name === 'false' || name === '';
}
