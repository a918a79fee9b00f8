/** The state of one reference or citation while a style is carried out, and what its parts ask of each other. */

import type { Joiner } from './apply.ts';
import type { CslLocale } from './locale.ts';
import type { Reading } from './reading.ts';
import type { CslStyle } from './style.ts';
import type { XmlElement } from './xml.ts';

export interface Rendering {
  readonly style: CslStyle;
  readonly locale: CslLocale;
  readonly joiner: Joiner;
  /** `citation` or `bibliography`. */
  readonly section: XmlElement;
  readonly reading: Reading;
  readonly locator: string | undefined;
  /** What the locator counts: `page`. */
  readonly label: string | undefined;
  /** The `names` whose substitute is being looked for. */
  substitute: XmlElement | undefined;
  readonly authors: Authors;
  /** The node's text with its affixes and fonts. */
  render(node: XmlElement): string;
}

/** The names that references begin with, for `subsequent-author-substitute`. */
export interface Authors {
  /** Of the reference before. */
  readonly previous: string | undefined;
  /** Of this one. */
  first: string | undefined;
  /** Whether names have been printed, which ends the beginning. */
  isDone: boolean;
}
