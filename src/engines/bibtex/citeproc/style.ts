/** A style of the Citation Style Language (CSL 1.0), as its file says it. */

import { parseXml, type XmlElement, XmlMistake } from './xml.ts';

export interface CslStyle {
  /** `style`, with the options of all names. */
  readonly root: XmlElement;
  readonly macros: ReadonlyMap<string, XmlElement>;
  /** `citation` and its `layout`. */
  readonly citation: CslSection;
  /** `bibliography`; citations where the style has none. */
  readonly bibliography: CslSection;
}

export interface CslSection {
  readonly node: XmlElement;
  readonly layout: XmlElement;
}

/** What is wrong with a style or a locale, and where. */
export class CslMistake extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** The style of a file's text, or the name of the one that it stands for (`independent-parent`). Throws `CslMistake`. */
export function parseStyle(text: string): CslStyle | { readonly parent: string } {
  const root = parseCslFile(text, 'style');
  const parent = parentOf(root);
  if (parent !== undefined) return { parent };
  const macros = new Map(
    childrenOf(root, 'macro').map((macro) => [macro.attributes.get('name') ?? '', macro] as const),
  );
  const citation = sectionOf(root, 'citation');
  if (citation === undefined)
    throw new CslMistake('the style has no `citation` with a `layout`', root.offset);
  checkMacros(root, macros);
  return { root, macros, citation, bibliography: sectionOf(root, 'bibliography') ?? citation };
}

/** Macros that call one another, in a row. */
const DEEPEST = 50;
/** Nodes that a layout may visit for an entry; the largest styles visit at most four thousand. */
const MOST_NODES = 100_000;

/** Every macro that is called exists, none calls itself, and together they end within a sensible time. */
function checkMacros(root: XmlElement, macros: CslStyle['macros']): void {
  const counted = new Map<XmlElement, number>();
  const count = (element: XmlElement, way: readonly XmlElement[]): number => {
    const known = counted.get(element);
    if (known !== undefined) return known;
    const below = element.children.map((child) => count(child, way));
    // of the blocks of a choice one is carried out, and a style as a whole is none of its parts
    let nodes = 1 + below.length;
    if (element.name === 'choose') nodes += Math.max(0, ...below);
    else if (element !== root) nodes += below.reduce((sum, each) => sum + each, 0);
    const name = element.name === 'text' ? element.attributes.get('macro') : undefined;
    if (name !== undefined) {
      const macro = macros.get(name);
      if (macro === undefined) throw new CslMistake(`unknown macro \`${name}\``, element.offset);
      if (way.includes(macro)) throw new CslMistake(`the macro \`${name}\` calls itself`, element.offset);
      if (way.length >= DEEPEST) throw new CslMistake('the macros are nested too deeply', element.offset);
      nodes += count(macro, [...way, macro]);
    }
    if (nodes > MOST_NODES) throw new CslMistake('the macros call one another too often', element.offset);
    counted.set(element, nodes);
    return nodes;
  };
  count(root, []);
}

/** The root element, which has this name. Throws `CslMistake`. */
export function parseCslFile(text: string, name: string): XmlElement {
  const root = parseRoot(text);
  if (root.name !== name) throw new CslMistake(`its root is \`${root.name}\`, not \`${name}\``, root.offset);
  return root;
}

function parseRoot(text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlMistake) throw new CslMistake(error.message, error.offset);
    throw error;
  }
}

function parentOf(root: XmlElement): string | undefined {
  const links = childrenOf(childrenOf(root, 'info')[0], 'link');
  const link = links.find(({ attributes }) => attributes.get('rel') === 'independent-parent');
  return link?.attributes.get('href')?.replace(/^.*\//, '');
}

function sectionOf(root: XmlElement, name: string): CslSection | undefined {
  const node = childrenOf(root, name)[0];
  const layout = childrenOf(node, 'layout')[0];
  return node === undefined || layout === undefined ? undefined : { node, layout };
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}
