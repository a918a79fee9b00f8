/** Keeps the compiler of stylesheets running between the builds of one session: starting it costs more than most stylesheets. */

import {
  createStylesheets,
  type StylesheetOptions,
  type StylesheetPorts,
  type Stylesheets,
} from '../engines/sass/stylesheets.ts';

export interface StylesheetKeeper {
  /** As `createStylesheets`, and the same ones again while the options stay the same. */
  readonly take: (ports: StylesheetPorts, options: StylesheetOptions) => Stylesheets;
  readonly close: () => void;
}

/** The ports of the first taking are those of all later ones. */
export function createStylesheetKeeper(): StylesheetKeeper {
  let kept: { readonly key: string; readonly stylesheets: Stylesheets } | undefined;
  const close = (): void => {
    kept?.stylesheets.close();
    kept = undefined;
  };
  return {
    take(ports, options) {
      const key = JSON.stringify(options);
      if (kept?.key === key) return kept.stylesheets;
      close();
      const stylesheets = createStylesheets(ports, options);
      const closing: Stylesheets = {
        ...stylesheets,
        close() {
          stylesheets.close();
          if (kept?.stylesheets === closing) kept = undefined;
        },
      };
      kept = { key, stylesheets: closing };
      return closing;
    },
    close,
  };
}
