/** The port to modules of JavaScript: a site's own plugins and those of npm. */

export interface Modules {
  /** The exports of the module in a file, as the file is now. */
  load(path: string): Promise<unknown>;
  /** The same of TypeScript; `missing` where neither Node nor an esbuild that is seen from the folder can read it. */
  loadTypeScript(path: string, folder: string): Promise<{ readonly exports: unknown } | 'missing'>;
  /** The file that a package is entered by, as it is seen from a folder; undefined where it is not installed. */
  resolve(name: string, folder: string): string | undefined;
  /**
   * Where an error comes from: the innermost call in one of the wanted files, or the place of a mistake in their syntax;
   * undefined where nothing tells.
   */
  locate(error: unknown, isWanted: (path: string) => boolean): CodePlace | undefined;
}

/** Where something stands in the code of a module; line and column count from 1. */
export interface CodePlace {
  /** Absolute, with `/` between segments. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Whether the error was thrown there, and not by something that was called there. */
  readonly isInnermost: boolean;
}

/** Of a world in which only built-in plugins run. */
export const noModules: Modules = {
  load: () => Promise.reject(new Error('modules cannot be loaded here')),
  loadTypeScript: () => Promise.resolve('missing'),
  resolve: () => undefined,
  locate: () => undefined,
};
