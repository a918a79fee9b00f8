/** Copies a theme into the site that uses it. */

import type { Config, Theme } from '../model/config.ts';
import type { WriteFs } from '../ports/fs.ts';
import { confine } from '../write/confined-folder.ts';
import { installedSpecification, themeFiles } from './theme-files.ts';

/** Where themes are copied to, below the source. */
const FOLDER = '_themes';

/** The folder that a theme is copied to, relative to the source. */
export function vendorFolder({ name }: Theme): string {
  return `${FOLDER}/${name.replace(/[^a-z0-9._-]+/g, '-').replace(/^[.-]+/, '')}`;
}

/** Copies all files of the theme to `vendorFolder`, which must not be there; returns how many. Throws `FsError`. */
export function vendorTheme(fs: WriteFs, { source }: Pick<Config, 'source'>, theme: Theme): number {
  const confined = confine(fs, source);
  const folder = vendorFolder(theme);
  const files = themeFiles(fs, theme).map((path) => [path, `${theme.root}/${path}`] as const);
  const specification = installedSpecification(theme);
  const all =
    theme.from.kind === 'gem' && fs.stat(specification)?.kind === 'file'
      ? [...files.filter(([path]) => !path.endsWith('.gemspec')), ['theme.gemspec', specification] as const]
      : files;
  for (const [path, from] of all) confined.replace(`${folder}/${path}`, { text: fs.readBytes(from) });
  return all.length;
}
