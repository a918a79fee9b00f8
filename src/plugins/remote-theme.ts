/** jekyll-remote-theme: a theme from another repository. Nothing is downloaded at a build; a message says how to get it once. */

import { definePlugin } from '../plugin/api/plugin.ts';
import { isTruthy } from '../plugin/api/values.ts';

export const remoteTheme = definePlugin({
  name: 'jekyll-remote-theme',
  setting: 'remote_theme',
  configure(context) {
    const named = context.config('remote_theme');
    if (!isTruthy(named) || isTruthy(context.config('theme'))) return undefined;
    const [, host = 'github.com', repository, reference] =
      /^(?:https?:\/\/([^/]+)\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?(?:@(\S+))?$/.exec(String(named).trim()) ?? [];
    if (repository === undefined) {
      context.warn(
        'remote-theme/name',
        `"${String(named)}" is not the name of a repository`,
        'write it as `remote_theme: owner/name` or `owner/name@version`',
        'remote_theme',
      );
      return undefined;
    }
    const branch = reference === undefined ? '' : ` --branch ${reference}`;
    context.warn(
      'remote-theme/not-there',
      `the theme ${repository} is not downloaded at a build, so the site has only its own layouts`,
      `get it once: git clone --depth 1${branch} https://${host}/${repository} _theme — and write \`theme: ./_theme\` beside \`remote_theme:\``,
      'remote_theme',
    );
    return undefined;
  },
});
