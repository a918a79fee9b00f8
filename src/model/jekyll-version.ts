/** The version of Jekyll whose output is ours: what `jekyll.version` prints, and the generator that feeds and pages name. */
export const JEKYLL_VERSION = '4.3.1';
