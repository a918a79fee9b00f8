/**
 * The filters `bust_file_cache` and `bust_css_cache`: an address with a digest of what it shows, so that browsers load it
 * again when that changes; as jekyll-cache-bust 0.0.1 and the template's own file do it.
 */

import { definePlugin, type SiteFiles } from '../../plugin/api/plugin.ts';
import { refuse } from '../../plugin/api/refuse.ts';
import { defineFilter } from '../../plugin/api/tag.ts';
import { md5Of } from './digest.ts';

const FILE = '_plugins/cache-bust.rb';

/** The gem digests `assets/_sass`; the template's file names its folder. */
const GEM = { mark: '?v=', folderIn: (_: SiteFiles) => 'assets/_sass' };
const TEMPLATE = {
  mark: '?',
  folderIn: (files: SiteFiles) => /directory: '([^']+)'/.exec(files.read(FILE) ?? '')?.[1] ?? 'assets/_sass',
};

export const cacheBust = definePlugin({
  name: 'jekyll-cache-bust',
  liquid: { filters: filtersOf(GEM) },
});

export const cacheBustFile = definePlugin({
  name: 'al-folio/cache-bust',
  rubyFiles: [
    {
      name: 'cache-bust.rb',
      defines: 'module CacheBust',
      known: ['6wp1q70ad-289iinvrufn', 'xxoatfpy5z-rmnbbsi156'],
    },
  ],
  liquid: { filters: filtersOf(TEMPLATE) },
});

function filtersOf({ mark, folderIn }: typeof GEM) {
  return {
    bust_file_cache: defineFilter((input, _, call) => {
      const address = call.print(input);
      return `${address}${mark}${digestOfAsset(address, call.files)}`;
    }, 0),
    bust_css_cache: defineFilter(
      (input, _, call) => `${call.print(input)}${mark}${digestBelow(folderIn(call.files), call.files)}`,
      0,
    ),
  };
}

/** Of the file that an address shows: its path from `assets/` on. */
function digestOfAsset(address: string, files: SiteFiles): string {
  const at = address.indexOf('assets/');
  const path = address.slice(Math.max(at, 0));
  const digest =
    at < 0
      ? undefined
      : files.derive(`jekyll-cache-bust file ${path}`, (reader) => {
          const bytes = reader.readBytes(path);
          return bytes === undefined ? undefined : md5Of([bytes]);
        });
  if (digest !== undefined) return digest;
  return refuse({
    code: 'cache-bust/no-file',
    message: `\`${address}\`, of which \`bust_file_cache\` takes a digest, does not exist`,
    hint: 'give `bust_file_cache` the address of a file below `assets/`',
  });
}

/** Of all files of a folder, in the order in which Ruby lists them. */
function digestBelow(folder: string, files: SiteFiles): string {
  return files.derive(`jekyll-cache-bust folder ${folder}`, (reader) => {
    const shown = reader.list(folder).filter((name) => !name.startsWith('.'));
    return md5Of(shown.map((name) => reader.readBytes(`${folder}/${name}`) ?? new Uint8Array()));
  });
}
