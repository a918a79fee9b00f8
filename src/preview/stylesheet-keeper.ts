/** Keeps the compiler of stylesheets running between the builds of a preview: starting it costs more than most stylesheets. */

import {
  createStylesheets,
  type StylesheetOptions,
  type StylesheetPorts,
  type Stylesheets,
} from '../engines/sass/stylesheets.ts';

export class StylesheetKeeper {
  #key = '';
  #kept: Stylesheets | undefined;

  /** As `createStylesheets`, and the same ones again while the options stay the same and nobody closes them. */
  take(ports: StylesheetPorts, options: StylesheetOptions): Stylesheets {
    const key = JSON.stringify(options);
    if (this.#kept !== undefined && this.#key === key) return this.#kept;
    this.close();
    const stylesheets = createStylesheets(ports, options);
    this.#key = key;
    this.#kept = {
      ...stylesheets,
      close: () => {
        stylesheets.close();
        this.#kept = undefined;
      },
    };
    return this.#kept;
  }

  close(): void {
    this.#kept?.close();
    this.#kept = undefined;
  }
}
