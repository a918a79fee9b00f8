/** jekyll-remote-theme: a theme from another repository. Its work is done when the configuration is read: `config/theme/`, `themes/`. */

import { definePlugin } from '../plugin/api/plugin.ts';

export const remoteTheme = definePlugin({ name: 'jekyll-remote-theme' });
