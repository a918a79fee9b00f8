/** The settings of the preview that Jekyll's configuration has no default for. */

import { filledText, isNotOff, textsOrCommas } from '../../settings/readers.ts';
import { flag, type SettingRow, type SettingTable, setting } from '../../settings/setting.ts';

const HOUR = 3600;

export const serveSettings = {
  watch: setting(isNotOff, {
    type: 'boolean',
    default: true,
    doc: 'Builds again whenever a file changes.',
  }),
  force_polling: flag('Watches by looking at every file each second.'),
  livereload: setting(isNotOff, {
    type: 'boolean',
    default: true,
    doc: 'Reloads the page in the browser after a build.',
  }),
  livereload_ignore: names('Globs of files whose changes reload nothing.'),
  livereload_min_delay: setting(
    (value) => (typeof value === 'number' && value > 0 ? Math.min(value, HOUR) : 1),
    {
      type: 'number',
      default: 1,
      doc: 'How many seconds a page waits before it looks for a server that has gone.',
    },
  ),
  livereload_max_delay: { type: 'number', doc: 'Accepted without effect: the wait does not grow.' },
  livereload_port: {
    type: 'integer',
    doc: 'Accepted without effect: reloading takes the port of the site.',
  },
  open_url: flag('Opens the site in a browser.'),
  skip_initial_build: flag('Shows what was built last, and builds on the first change.'),
  allow_host: names('Other host names that the preview answers to.'),
  ssl_cert: file('A certificate in PEM form, to serve HTTPS with.'),
  ssl_key: file("The certificate's key in PEM form."),
} satisfies SettingTable;

function names(doc: string) {
  const row: SettingRow = { type: ['list', 'string'], items: { type: 'string' }, doc };
  return setting(textsOrCommas, row);
}

function file(doc: string) {
  return setting(filledText, { type: 'string', doc });
}
