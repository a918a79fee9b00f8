/** Which version this is, of what, on what. */

declare const HASTIE_VERSION: string | undefined;

/** Set by the bundler from package.json; the sources alone are of no version. */
export const VERSION: string = typeof HASTIE_VERSION === 'string' ? HASTIE_VERSION : '0.0.0-source';

/** What of Jekyll's this version follows. */
export const FOLLOWS = { jekyll: '4.3.1', kramdown: '2.4.0', liquid: '5.4.0', rouge: '3.30.0' } as const;

/** `hastie 0.1.0, following Jekyll 4.3.1`. */
export function versionText(): string {
  return `hastie ${VERSION}, following Jekyll ${FOLLOWS.jekyll}\n`;
}

export function versionJson(): string {
  return `${JSON.stringify({ hastie: VERSION, follows: FOLLOWS })}\n`;
}
