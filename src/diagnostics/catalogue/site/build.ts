/** Messages of the build itself: layouts, permalinks, outputs and plugins. */

import { nearest } from '../../../base/nearest.ts';
import { message, type Severity } from '../../diagnostic.ts';

const didYouMean = (name: string, names: readonly string[], otherwise: string): string => {
  const near = nearest(name, names);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
};

/** `a and b`, `a, b and c`, each in backticks. */
const list = (names: readonly string[]): string => {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
};

/** The placeholders of permalinks, as Jekyll documents them. */
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
    message: ({ name }) => `the layout \`${name}\` does not exist`,
    hint: ({ name, names }) =>
      didYouMean(
        name,
        names,
        names.length === 0
          ? 'create it in a `_layouts` folder; the site has no layouts'
          : `use one of ${names.map((known) => `\`${known}\``).join(', ')}`,
      ),
    jekyll: ({ name, asked }) => `Layout '${name}' requested in ${asked} does not exist.`,
  }),
  layoutCycle: message<{ ring: readonly string[] }>({
    code: 'layout/cycle',
    severity: 'warning',
    message: ({ ring }) => `the layouts form a cycle: ${ring.map((name) => `\`${name}\``).join(' → ')}`,
    hint: ({ ring }) => `remove \`layout:\` from one of them; rendering stopped after \`${ring.at(-2)}\``,
  }),
  unknownPlaceholder: message<{ name: string }>({
    code: 'permalink/unknown-placeholder',
    severity: 'error',
    message: ({ name }) => `unknown placeholder \`:${name}\` in the permalink`,
    hint: ({ name }) => {
      const near = nearest(name, PLACEHOLDERS);
      return near === undefined
        ? `use one of ${PLACEHOLDERS.map((known) => `\`:${known}\``).join(' ')}`
        : `did you mean \`:${near}\`?`;
    },
  }),
  noOutputName: message<{ url: string }>({
    code: 'permalink/no-file',
    severity: 'error',
    message: ({ url }) => `no file in the destination can have the address \`${url}\``,
    hint: () => 'give the page a different permalink',
  }),
  moreInFile: message<{ count: number; severity: Severity }>({
    code: 'build/more-in-file',
    severity: 'warning',
    message: ({ count, severity }) =>
      `${count} more ${severity === 'info' ? 'note' : severity}${count === 1 ? '' : 's'} in this file ${count === 1 ? 'is' : 'are'} not listed`,
    hint: () => 'fix the first ones, and build again to see the others',
  }),
  conflict: message<{ url: string; destination: string; sources: readonly string[] }>({
    code: 'output/conflict',
    severity: 'warning',
    message: ({ url, sources }) =>
      `${list(sources)} are ${sources.length > 2 ? 'all' : 'both'} written to \`${url}\`, and \`${sources.at(-1)}\` wins`,
    hint: ({ sources }) => `give ${sources.length > 2 ? 'the others' : 'one of them'} another permalink`,
    jekyll: ({ destination, url }) =>
      `Conflict: The following destination is shared by multiple files. ${destination}${url}`,
  }),
  caseConflict: message<{ keys: readonly string[] }>({
    code: 'output/case-conflict',
    severity: 'warning',
    message: ({ keys }) =>
      `${list(keys)} differ only in letter case or in the encoding of a letter, so macOS and Windows take them for one file`,
    hint: () => 'rename one of them',
  }),
  reservedName: message<{ name: string; key: string; why: string }>({
    code: 'output/reserved-name',
    severity: 'warning',
    message: ({ name, key, why }) =>
      `Windows cannot have a file called \`${name}\`${name === key ? '' : ` (\`${key}\`)`}: ${why}`,
    hint: () => 'rename it, or set another permalink, so that the site can be built on Windows',
  }),
  longName: message<{ what: 'name' | 'path'; text: string; length: number; most: number }>({
    code: 'output/long-name',
    severity: 'warning',
    message: ({ what, text, length, most }) =>
      `the ${what} \`${text}\` is too long for other systems: ${length} ${what === 'name' ? 'bytes' : 'characters'}, at most ${most} are allowed`,
    hint: () => 'shorten it, or set a shorter permalink',
  }),
  fileInFolder: message<{ key: string; inside: string }>({
    code: 'output/file-and-folder',
    severity: 'error',
    message: ({ key, inside }) =>
      `\`${key}\` cannot be a file, because \`${inside}\` needs a folder of that name`,
    hint: () => 'end the permalink of the first with a slash, or change one of them',
  }),
  markdownProcessor: message<{ name: string }>({
    code: 'config/markdown',
    severity: 'error',
    message: ({ name }) => `\`${name}\` is not a valid Markdown processor`,
    hint: () => 'write `markdown: kramdown`, or remove the line',
    jekyll: ({ name }) => `Markdown processor: "${name}" is not a valid Markdown processor.`,
  }),
  pluginFailed: message<{ name: string; hook: string; reason: string }>({
    code: 'plugin/failed',
    severity: 'error',
    message: ({ name, hook, reason }) => `the plugin \`${name}\` failed in \`${hook}\`: ${reason}`,
    hint: () => 'report it to its author, or remove it from `plugins:` to build without it',
  }),
  internalError: message<{ reason: string }>({
    code: 'build/bug',
    severity: 'error',
    message: ({ reason }) => `internal error while rendering this file: ${reason}`,
    hint: () => 'report this bug in Hastie with the file',
  }),
  excerptCut: message<{ separator: string }>({
    code: 'excerpt/cut',
    severity: 'error',
    message: ({ separator }) =>
      `the excerpt ends inside this tag, at the first ${/^\n+$/.test(separator) ? 'empty line' : `\`${separator}\``}`,
    hint: () =>
      'set `excerpt:` or another `excerpt_separator:` in the front matter, or keep the tag together',
  }),
  excerptModified: message<{ tags: readonly string[]; separator: string }>({
    code: 'excerpt/modified',
    severity: 'warning',
    message: ({ tags }) => `the excerpt ends inside \`{% ${tags[0]} %}\`, which was closed there`,
    hint: () => 'set `excerpt:` or another `excerpt_separator:` in the front matter',
  }),
};
