/** GitHub's names for characters: a big table, loaded only for a site that has the plugin. */

export { nameToEmoji } from 'gemoji';
