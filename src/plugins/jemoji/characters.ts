/** GitHub's names for characters: a big table, loaded only for a site that has the plugin. */

import { nameToEmoji } from 'gemoji';

export const characterOf: Readonly<Record<string, string>> = nameToEmoji;
