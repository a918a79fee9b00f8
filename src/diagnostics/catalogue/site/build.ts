/** What the build itself has to say: layouts, permalinks, outputs and plugins. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';

const didYouMean = (name: string, names: readonly string[], otherwise: string): string => {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `did you mean ${near}?`;
};

/** What permalinks may ask for, as Jekyll documents it. */
const PLACEHOLDERS: readonly string[] = [
  ...['collection', 'path', 'name', 'title', 'slug', 'categories', 'slugified_categories', 'output_ext'],
  ...['year', 'short_year', 'month', 'i_month', 'short_month', 'long_month', 'day', 'i_day', 'y_day'],
  ...['w_year', 'week', 'w_day', 'short_day', 'long_day', 'hour', 'minute', 'second'],
];

export const buildMessages = {
  missingLayout: message<{ name: string; asked: string; names: readonly string[] }>({
    code: 'layout/missing',
    severity: 'warning',
    quirk: 'in templates',
    // Jekyll's own sentence, so that those who look for it find it
    message: ({ name, asked }) => `Layout '${name}' requested in ${asked} does not exist.`,
    hint: ({ name, names }) =>
      didYouMean(
        name,
        names,
        names.length === 0
          ? 'the site has no layouts: make a _layouts folder'
          : `the layouts are: ${names.join(', ')}`,
      ),
  }),
  layoutCycle: message<{ ring: readonly string[] }>({
    code: 'layout/cycle',
    severity: 'warning',
    message: ({ ring }) => `the layouts go round in a circle: ${ring.join(' → ')}`,
    hint: ({ ring }) => `take \`layout:\` out of one of them; the chain stopped behind ${ring.at(-2)}`,
  }),
  unknownPlaceholder: message<{ name: string }>({
    code: 'permalink/unknown-placeholder',
    severity: 'error',
    message: ({ name }) => `the permalink asks for :${name}, which does not exist`,
    hint: ({ name }) =>
      didYouMean(
        name,
        PLACEHOLDERS,
        `the placeholders are: ${PLACEHOLDERS.map((known) => `:${known}`).join(' ')}`,
      ),
  }),
  noOutputName: message<{ url: string }>({
    code: 'permalink/no-file',
    severity: 'error',
    message: ({ url }) => `no file of the destination can have the address ${url}`,
    hint: () => 'give the page a permalink of its own',
  }),
  conflict: message<{ url: string; destination: string; sources: readonly string[] }>({
    code: 'output/conflict',
    severity: 'warning',
    message: ({ url, sources }) => `${sources.join(' and ')} are both written to ${url}`,
    hint: ({ sources }) => `${sources.at(-1)} wins; give one of them another permalink`,
    jekyll: ({ destination, url }) =>
      `Conflict: The following destination is shared by multiple files. ${destination}${url}`,
  }),
  caseConflict: message<{ keys: readonly string[] }>({
    code: 'output/case-conflict',
    severity: 'warning',
    message: ({ keys }) => `${keys.join(' and ')} differ only in letter case or in how a letter is encoded`,
    hint: () => 'on macOS and Windows they are one file: rename one',
  }),
  reservedName: message<{ name: string; key: string; why: string }>({
    code: 'output/reserved-name',
    severity: 'warning',
    message: ({ name, key, why }) =>
      `Windows can't have a file called ${name}${name === key ? '' : ` (${key})`}: ${why}`,
    hint: () => 'rename it, or set another permalink; else the site can’t be built there',
  }),
  longName: message<{ what: 'name' | 'path'; text: string; length: number; most: number }>({
    code: 'output/long-name',
    severity: 'warning',
    message: ({ what, text, length, most }) =>
      `the ${what} ${text} is too long for other systems: ${length}, at most ${most}`,
    hint: () => 'shorten it, or set a shorter permalink',
  }),
  fileInFolder: message<{ key: string; inside: string }>({
    code: 'output/file-and-folder',
    severity: 'error',
    message: ({ key, inside }) => `${key} would have to be a file and, for ${inside}, a folder`,
    hint: () => 'end the permalink of the first with a slash, or change one of them',
  }),
  markdownProcessor: message<{ name: string }>({
    code: 'config/markdown',
    severity: 'error',
    message: ({ name }) => `"${name}" is not a valid Markdown processor.`,
    hint: () => 'take the line out, or write `markdown: kramdown`',
  }),
  pluginFailed: message<{ name: string; hook: string; reason: string }>({
    code: 'plugin/failed',
    severity: 'error',
    message: ({ name, hook, reason }) => `the plugin ${name} failed in ${hook}: ${reason}`,
    hint: () => 'report it to its author; without it in `plugins:` the site builds',
  }),
  stumbled: message<{ reason: string }>({
    code: 'build/bug',
    severity: 'error',
    message: ({ reason }) => `Hastie stumbled over this file: ${reason}`,
    hint: () => 'this is a mistake of ours: please report it with the file',
  }),
  excerptCut: message<{ separator: string }>({
    code: 'excerpt/cut',
    severity: 'error',
    message: ({ separator }) =>
      `the excerpt ends inside of this tag, at the first ${/^\n+$/.test(separator) ? 'empty line' : `\`${separator}\``}`,
    hint: () =>
      'write an `excerpt:` into the front matter, set another `excerpt_separator:`, or keep the tag together',
  }),
  excerptModified: message<{ tags: readonly string[]; separator: string }>({
    code: 'excerpt/modified',
    severity: 'warning',
    message: ({ tags }) => `the excerpt ends inside of {% ${tags[0]} %}, which was closed there`,
    hint: () => 'write an `excerpt:` into the front matter, or set another `excerpt_separator:`',
  }),
};
