/** The settings of a build that Jekyll's configuration has no default for: Jekyll's own, the engines', and Hastie's. */

import { commonmarkTable } from '../../engines/commonmark/settings.ts';
import { sassTable } from '../../engines/sass/settings.ts';
import { asWritten, hashOrEmpty, isOn, isTrue, printed } from '../../settings/readers.ts';
import { section } from '../../settings/record.ts';
import { flag, type SettingRow, type SettingTable, setting } from '../../settings/setting.ts';

const CSV_READER: SettingTable = {
  csv_converters: {
    type: ['list', 'string'],
    doc: "Names of Ruby's converters of fields, such as numeric or date_time.",
  },
  headers: {
    doc: 'Whether the first line holds the names of the fields; a list or a text with commas names them.',
  },
};

export const buildSettings = {
  theme: setting(asWritten, {
    type: 'string',
    doc: 'A theme behind the site: the name of an npm package or gem, or the path of a folder.',
  }),
  remote_theme: setting(asWritten, {
    type: 'string',
    doc: 'A theme in a repository on GitHub: owner/name or owner/name@ref.',
  }),
  ignore_theme_config: setting(isTrue, {
    type: 'boolean',
    default: false,
    doc: "Leaves out the theme's own _config.yml.",
  }),
  disable_disk_cache: flag('Keeps nothing in the cache folder.'),
  page_excerpts: flag('Gives pages an excerpt, as posts have.'),
  github_pages: setting(isOn, {
    type: 'boolean',
    doc: 'Builds as GitHub Pages would: with its plugins, defaults and limits.',
  }),
  time: setting(asWritten, {
    type: ['string', 'time'],
    doc: 'The time of the build in place of the present.',
  }),
  profile: flag('Prints how long each stage took.'),
  config: {
    type: ['string', 'list'],
    doc: 'The configuration files; set by the command line.',
  },
  data: setting(asWritten, { doc: 'Takes the place of what is in the data folder.' }),
  serving: { type: 'boolean', doc: 'Whether a preview runs; set by the command line.' },
  csv_reader: setting(hashOrEmpty, { type: 'hash', keys: CSV_READER, doc: 'How .csv files are read.' }),
  tsv_reader: setting(hashOrEmpty, { type: 'hash', keys: CSV_READER, doc: 'How .tsv files are read.' }),
  sass: section(sassTable, {
    doc: 'How stylesheets are compiled.',
    mistake: { severity: 'error', example: 'sass: {style: compressed}' },
  }),
  commonmark: section(commonmarkTable, { doc: 'Options of CommonMark, where `markdown` names it.' }),
  paginate: setting(asWritten, {
    type: 'integer',
    doc: 'How many posts jekyll-paginate lists on a page.',
    mistake: { severity: 'warning', example: 'paginate: 10' },
  }),
  webrick: { type: 'hash', doc: "Accepted without effect: options of Jekyll's own web server." },
  relative_permalinks: setting(isOn, {
    type: 'boolean',
    doc: 'Given up in Jekyll 3; `doctor` reports it.',
  }),
  gems: setting(printed, renamed('plugins', 'list')),
  layouts: renamed('layouts_dir', 'string'),
  data_source: renamed('data_dir', 'string'),
  server_port: renamed('port', 'integer'),
  pygments: renamed('highlighter', ['string', 'boolean']),
} satisfies SettingTable;

/** A key of Jekyll before 3.0 or 4.0. */
function renamed(key: string, type: NonNullable<SettingRow['type']>): SettingRow {
  return { type, renamed: key, doc: `The old name of ${key}.` };
}
