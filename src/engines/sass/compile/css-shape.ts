/** Gives the compiler's output the form in which Jekyll writes it: the ends of the stylesheet, the source map's JSON. */

import type { Root, RootPath } from '../imports/folder-table.ts';
import { rootPathOf, shownPath } from '../imports/sheet-url.ts';
import type { SassSettings } from '../settings.ts';
import { plainValues } from './plain-values.ts';
import { type Shift, shiftMappings } from './shift-mappings.ts';

/** The name of a stylesheet's source map, which lies beside it: `main.css.map` for `main.scss`. */
export function mapName(path: string): string {
  return cssName(path) + '.map';
}

function cssName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:scss|sass)$/i, '') + '.css';
}

export interface ShapedCss {
  readonly css: string;
  /** What changed within the lines of the compiler's output, for its source map. */
  readonly shifts: readonly Shift[];
}

/** The text of the CSS file. `map` is the name of its source map, undefined where there is none. */
export function shapeCss(output: string, settings: SassSettings, map: string | undefined): ShapedCss {
  const { css, shifts } = plainValues(output, settings.style === 'compressed');
  const charset = settings.addCharset ? '@charset "UTF-8";' : '';
  const marked = css.startsWith('\uFEFF');
  return {
    css:
      (marked ? charset + css.slice(1) : css) +
      (map === undefined ? '\n' : `\n\n/*# sourceMappingURL=${encodeURI(map)} */`),
    shifts: marked ? [{ line: 0, column: 0, by: charset.length - 1 }, ...shifts] : shifts,
  };
}

/** A source map as compilers give it, without the texts of the sources, which this side has. */
export interface RawMap {
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

/**
 * The source map in sassc's layout; `sources` are relative to the site's source, as newer converters write them.
 * `textOf` gives the text of a source; of the stylesheet itself where it is asked without a file.
 */
export function shapeMap(
  map: RawMap,
  path: string,
  roots: readonly Root[],
  shifts: readonly Shift[],
  textOf: (file: RootPath | undefined) => string,
): string {
  const files = map.sources.map((url) => rootPathOf(url, roots));
  const shaped = {
    version: 3,
    file: encodeURI(cssName(path)),
    sources: files.map((file) => encodeURI(file === undefined ? path : shownPath(file))),
    sourcesContent: files.map(textOf),
    names: map.names,
    mappings: shiftMappings(map.mappings, shifts),
  };
  return JSON.stringify(shaped, undefined, '\t');
}
