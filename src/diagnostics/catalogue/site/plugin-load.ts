/** Messages about loading the plugins that a site contains or names. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';
import { gemAdvice } from './plugin-gems.ts';

export const loadMessages = {
  unknown: message<{ readonly name: string; readonly names: readonly string[] }>({
    code: 'plugin/unknown',
    severity: 'warning',
    message: ({ name }) =>
      `the plugin \`${name}\` is neither built in nor installed as an npm package, so the site is built without it`,
    hint({ name, names }) {
      const advice = gemAdvice(name);
      if (advice !== undefined) return advice;
      const near = nearest(name, names);
      return near === undefined
        ? 'see docs/plugins.md to write a plugin for the tags and pages that are now missing'
        : `did you mean \`${near}\`?`;
    },
  }),
  paginateWithoutPlugin: message({
    code: 'plugin/no-paginate',
    severity: 'warning',
    message: (_: Readonly<Record<never, never>>) =>
      '`paginate` is set, but no pagination plugin is enabled, so `paginator` is empty',
    hint: () => 'write `plugins: [jekyll-paginate]` in `_config.yml`, or remove `paginate`',
  }),
  unknownGems: message<{ readonly names: readonly string[] }>({
    code: 'plugin/unknown-gems',
    severity: 'info',
    message: ({ names }) =>
      names.length === 1
        ? `the plugin \`${names[0]}\` of the \`Gemfile\` is not built in, so the site is built without it`
        : `${names.length} plugins of the \`Gemfile\` are not built in, so the site is built without them: ${names.map((name) => `\`${name}\``).join(', ')}`,
    hint({ names }) {
      const [name] = names;
      const advice = names.length === 1 && name !== undefined ? gemAdvice(name) : undefined;
      return advice ?? 'see docs/plugins.md to write a plugin of your own';
    },
  }),
  unsafe: message<{ readonly name: string }>({
    code: 'plugin/unsafe',
    severity: 'warning',
    message: ({ name }) => `the plugin \`${name}\` is not built in, so it does not run under \`safe\``,
    hint: () => 'remove `safe` to run it',
  }),
  unlisted: message<{ readonly name: string }>({
    code: 'plugin/not-whitelisted',
    severity: 'info',
    message: ({ name }) => `under \`safe\` the plugin \`${name}\` is not run: \`whitelist\` does not name it`,
    hint: ({ name }) => `write \`whitelist: [${name}]\` into \`_config.yml\` to run it under \`safe\``,
  }),
  ruby: message<{
    readonly file: string;
    readonly gives: readonly string[];
    readonly near: string | undefined;
  }>({
    code: 'plugin/ruby',
    severity: 'warning',
    message: ({ file, gives }) =>
      `\`${file}\` is a Ruby plugin and does not run${gives.length === 0 ? '' : `; it provides ${gives.join(', ')}`}`,
    hint: ({ file, near }) =>
      near === undefined
        ? `rewrite it as \`${file.replace(/\.rb$/, '.js')}\`; see docs/plugins.md for examples`
        : `add the built-in plugin \`${near}\`, which does much the same, to \`plugins:\``,
  }),
  rubyChanged: message<{ readonly file: string; readonly plugin: string }>({
    code: 'plugin/ruby-changed',
    severity: 'info',
    message: ({ file, plugin }) =>
      `\`${file}\` is not what al-folio has; the built-in \`${plugin}\` does what al-folio's file does`,
    hint: () => 'compare the pages that use it with those that Jekyll builds',
  }),
  notLoaded: message<{ readonly file: string; readonly reason: string }>({
    code: 'plugin/not-loaded',
    severity: 'error',
    message: ({ file, reason }) => `cannot load the plugin \`${file}\`: ${reason}`,
    hint: () => 'fix the file, or move it out of the plugins folder',
  }),
  noPlugin: message<{ readonly file: string; readonly found: string }>({
    code: 'plugin/no-plugin',
    severity: 'error',
    message: ({ file, found }) => `\`${file}\` must export a plugin, but exports ${found}`,
    hint: () => "end it with `export default { name: 'my-plugin', … }`, as docs/plugins.md shows",
  }),
  unknownHook: message<{ readonly file: string; readonly key: string; readonly keys: readonly string[] }>({
    code: 'plugin/unknown-hook',
    severity: 'warning',
    message: ({ file, key }) => `\`${file}\` has the unknown property \`${key}\``,
    hint({ key, keys }) {
      const near = nearest(key, keys);
      return near === undefined
        ? `use one of ${keys.map((known) => `\`${known}\``).join(', ')}`
        : `did you mean \`${near}\`?`;
    },
  }),
  unknownPriority: message<{
    readonly file: string;
    readonly priority: string;
    readonly priorities: readonly string[];
  }>({
    code: 'plugin/unknown-priority',
    severity: 'warning',
    message: ({ file, priority }) =>
      `\`${file}\` has the unknown priority \`${priority}\`, so \`normal\` is used`,
    hint: ({ priorities }) => `use one of ${priorities.map((known) => `\`${known}\``).join(', ')}`,
  }),
  noTypeScript: message<{ readonly file: string }>({
    code: 'plugin/no-typescript',
    severity: 'error',
    message: ({ file }) => `\`${file}\` is TypeScript, but esbuild, which loads it, is not installed`,
    hint: () =>
      'run `npm install --save-dev esbuild` in the folder of the site, or write the plugin in JavaScript',
  }),
};
