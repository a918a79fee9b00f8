/** jekyll-remote-theme: a theme from another repository. Nothing is downloaded during a build; a warning says how to get it once. */

import { definePlugin } from '../plugin/api/plugin.ts';
import { isTruthy } from '../plugin/api/values.ts';

export const remoteTheme = definePlugin({
  name: 'jekyll-remote-theme',
  setting: 'remote_theme',
  settings: {
    remote_theme: { type: 'string', doc: 'A theme in another repository: owner/name or owner/name@version.' },
  },
  configure(context) {
    const named = context.config('remote_theme');
    if (!isTruthy(named) || isTruthy(context.config('theme'))) return undefined;
    const [, host = 'github.com', repository, reference] =
      /^(?:https?:\/\/([^/]+)\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?(?:@(\S+))?$/.exec(String(named).trim()) ?? [];
    if (repository === undefined) {
      context.warn(
        'remote-theme/name',
        `\`${String(named)}\` is not a valid repository name`,
        'write it as `remote_theme: owner/name` or `remote_theme: owner/name@version`',
        'remote_theme',
      );
      return undefined;
    }
    const branch = reference === undefined ? '' : ` --branch ${reference}`;
    context.warn(
      'remote-theme/not-there',
      `the theme \`${repository}\` is not downloaded during a build, so the site has only its own layouts`,
      `download it once with \`git clone --depth 1${branch} https://${host}/${repository} _theme\`, and add \`theme: ./_theme\` to \`_config.yml\``,
      'remote_theme',
    );
    return undefined;
  },
});
