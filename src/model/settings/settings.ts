/** The one table of the settings that the program reads, and the record that gives them to it. Plugins declare theirs themselves. */

import type { RubyHash } from '../../ruby/values.ts';
import { type RecordOf, recordsOf } from '../../settings/record.ts';
import { authorSettings } from './author.ts';
import { buildSettings } from './build.ts';
import { jekyllSettings } from './jekyll.ts';
import { serveSettings } from './serve.ts';

export const siteSettings = { ...jekyllSettings, ...buildSettings, ...serveSettings, ...authorSettings };

/** The settings of a site by their names in camel case. Each is read from the values when it is asked for. */
export type Settings = RecordOf<typeof siteSettings>;

/** The settings that these values make. */
export const settingsOf: (values: RubyHash) => Settings = recordsOf(siteSettings);
