/** The plugins that a theme depends on: Jekyll turns the runtime dependencies of a theme's gem on, whether `plugins:` names them or not. */

import { baseName, folderOf, joinPaths } from '../../base/paths.ts';
import type { Config } from '../../model/config.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';

const DEPENDENCY = /\.add_(?:runtime_)?dependency[\s(]*(?:%q<([\w./-]+)>|["']([\w./-]+)["'])/g;

/** Their names, in the order of the specification of the gem; none where the theme has none. */
export function themePlugins(fs: ReadFs, config: Config): readonly string[] {
  const { defaultTheme } = config.rules;
  if (config.theme === undefined)
    return defaultTheme !== undefined && config.settings.theme === defaultTheme.name
      ? defaultTheme.plugins
      : [];
  const { root } = config.theme;
  const installed = joinPaths(folderOf(folderOf(root)), 'specifications', `${baseName(root)}.gemspec`);
  return [installed, ...ownSpecifications(fs, root)].flatMap((path) => {
    const text = read(fs, path);
    return Array.from(text.matchAll(DEPENDENCY), ([, quoted, plain]) => quoted ?? plain ?? '');
  });
}

function ownSpecifications(fs: ReadFs, root: string): readonly string[] {
  try {
    return fs
      .list(root)
      .filter(({ name }) => name.endsWith('.gemspec'))
      .map(({ name }) => joinPaths(root, name));
  } catch (error) {
    if (error instanceof FsError) return [];
    throw error;
  }
}

function read(fs: ReadFs, path: string): string {
  try {
    return fs.stat(path)?.kind === 'file' ? new TextDecoder().decode(fs.readBytes(path)) : '';
  } catch (error) {
    if (error instanceof FsError) return '';
    throw error;
  }
}
