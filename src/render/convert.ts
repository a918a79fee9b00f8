/** What becomes of a page's text after Liquid, by the extension of its file: Markdown, Sass, a plugin's format, or nothing. */

import type { Rendering } from '../engines/liquid/engine.ts';
import type { Document } from '../model/document.ts';

export interface Converters {
  /** The extension, with its dot, of what a file of this extension becomes. */
  readonly outputExtension: (extension: string) => string;
  /** Whether files of this extension, with its dot, are Markdown. */
  readonly isMarkdown: (extension: string) => boolean;
  /** Whether a stylesheet compiler takes it. */
  readonly isStylesheet: (extension: string) => boolean;
  /** What surrounds highlighted code in a page of this extension (`highlighter_prefix`): a line end in Markdown. */
  readonly highlighterAffix: (extension: string) => string | undefined;
  /** The converted text; stylesheets stay as they are here. */
  readonly convert: (rendering: Rendering, document: Document) => string;
}

export interface ConverterParts {
  /** `markdown_ext`, split, with dots, lower case. */
  readonly markdownExtensions: ReadonlySet<string>;
  readonly markdown: (rendering: Rendering, document: Document) => string;
  readonly plugins: readonly {
    readonly extensions: readonly string[];
    readonly outputExtension: string;
    readonly convert: (text: string, document: Document) => string;
  }[];
}

const STYLESHEETS: ReadonlySet<string> = new Set(['.scss', '.sass']);

/** Jekyll's order: a plugin's converter and Markdown before Sass, and the text itself where none takes it. */
export function createConverters(parts: ConverterParts): Converters {
  const taken = new Map(
    parts.plugins.flatMap((plugin) => plugin.extensions.map((name) => [name, plugin] as const)),
  );
  const isMarkdown = (extension: string) => parts.markdownExtensions.has(extension.toLowerCase());
  const isStylesheet = (extension: string) => STYLESHEETS.has(extension.toLowerCase());
  return {
    outputExtension(extension) {
      const plugin = taken.get(extension.toLowerCase());
      if (plugin !== undefined) return plugin.outputExtension;
      if (isMarkdown(extension)) return '.html';
      return isStylesheet(extension) ? '.css' : extension;
    },
    isMarkdown,
    isStylesheet,
    highlighterAffix: (extension) => (isMarkdown(extension) ? '\n' : undefined),
    convert({ text, isAscii }, document) {
      const plugin = taken.get(document.extension.toLowerCase());
      const own = plugin === undefined ? text : plugin.convert(text, document);
      return isMarkdown(document.extension) ? parts.markdown({ text: own, isAscii }, document) : own;
    },
  };
}
