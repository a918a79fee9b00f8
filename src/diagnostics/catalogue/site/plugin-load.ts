/** What there is to say about plugins that a site brings or names. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';
import { gemAdvice } from './plugin-gems.ts';

const OWN_PLUGIN = 'docs/plugins.md shows how to write a plugin of your own';

export const loadMessages = {
  unknown: message<{ readonly name: string; readonly names: readonly string[] }>({
    code: 'plugin/unknown',
    severity: 'warning',
    message: ({ name }) => `the plugin ${name} is neither built in nor installed as an npm package`,
    hint({ name, names }) {
      const advice = gemAdvice(name);
      if (advice !== undefined) return advice;
      const near = nearest(name, names);
      return near === undefined
        ? 'the site is built without it; a tag or page that it gives will be missing (docs/plugins.md tells how to write one)'
        : `did you mean ${near}?`;
    },
  }),
  paginateWithoutPlugin: message({
    code: 'plugin/no-paginate',
    severity: 'warning',
    message: (_: Readonly<Record<never, never>>) =>
      '`paginate` is set, but no plugin makes pages of posts; `paginator` is empty',
    hint: () => 'write `plugins: [jekyll-paginate]` into _config.yml, or take `paginate` out',
  }),
  unknownGems: message<{ readonly names: readonly string[] }>({
    code: 'plugin/unknown-gems',
    severity: 'info',
    message: ({ names }) =>
      names.length === 1
        ? `the plugin ${names[0]} of the Gemfile is not built in; the site is built without it`
        : `${names.length} plugins of the Gemfile are not built in; the site is built without them: ${names.join(', ')}`,
    hint({ names }) {
      const [name] = names;
      return (names.length === 1 && name !== undefined ? gemAdvice(name) : undefined) ?? OWN_PLUGIN;
    },
  }),
  unsafe: message<{ readonly name: string }>({
    code: 'plugin/unsafe',
    severity: 'warning',
    message: ({ name }) => `under \`safe\` the plugin ${name} is not run`,
    hint: () => 'take `safe` away to run plugins that are not built in',
  }),
  unlisted: message<{ readonly name: string }>({
    code: 'plugin/not-whitelisted',
    severity: 'info',
    message: ({ name }) => `under \`safe\` the plugin ${name} is not run: \`whitelist\` does not name it`,
    hint: ({ name }) => `write \`whitelist: [${name}]\` into _config.yml to run it under \`safe\``,
  }),
  ruby: message<{
    readonly file: string;
    readonly gives: readonly string[];
    readonly near: string | undefined;
  }>({
    code: 'plugin/ruby',
    severity: 'warning',
    message: ({ file, gives }) =>
      `${file} is a Ruby plugin, which is not run${gives.length === 0 ? '' : `; it gives ${gives.join(', ')}`}`,
    hint: ({ file, near }) =>
      near === undefined
        ? `write it again as ${file.replace(/\.rb$/, '.js')} (docs/plugins.md has examples)`
        : `the built-in plugin ${near} does much the same: name it under \`plugins:\``,
  }),
  notLoaded: message<{ readonly file: string; readonly reason: string }>({
    code: 'plugin/not-loaded',
    severity: 'error',
    message: ({ file, reason }) => `the plugin ${file} can't be loaded: ${reason}`,
    hint: () => 'mend the file, or move it out of the folder for plugins',
  }),
  noPlugin: message<{ readonly file: string; readonly found: string }>({
    code: 'plugin/no-plugin',
    severity: 'error',
    message: ({ file, found }) => `${file} exports no plugin, but ${found}`,
    hint: () => "end it with `export default { name: 'my-plugin', … }`, as docs/plugins.md shows",
  }),
  unknownHook: message<{ readonly file: string; readonly key: string; readonly keys: readonly string[] }>({
    code: 'plugin/unknown-hook',
    severity: 'warning',
    message: ({ file, key }) => `${file} has "${key}", which is no part of a plugin`,
    hint({ key, keys }) {
      const near = nearest(key, keys);
      return near === undefined ? `the parts are: ${keys.join(', ')}` : `did you mean ${near}?`;
    },
  }),
  unknownPriority: message<{
    readonly file: string;
    readonly priority: string;
    readonly priorities: readonly string[];
  }>({
    code: 'plugin/unknown-priority',
    severity: 'warning',
    message: ({ file, priority }) => `${file} has the priority "${priority}", which does not exist`,
    hint: ({ priorities }) => `use one of ${priorities.join(', ')}; without it the priority is normal`,
  }),
  noTypeScript: message<{ readonly file: string }>({
    code: 'plugin/no-typescript',
    severity: 'error',
    message: ({ file }) =>
      `${file} is TypeScript, which needs esbuild to be loaded, and that is not installed`,
    hint: () =>
      'run `npm install --save-dev esbuild` in the folder of the site, or write the plugin as JavaScript',
  }),
};
