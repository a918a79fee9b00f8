/** Messages about stylesheets: Sass's own errors, imports that are missing or not allowed, and failures of the compiler. */

import { message } from '../../diagnostic.ts';

/** Hints for the compiler's own errors; the first pattern that matches applies. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^Undefined variable/, 'define the variable above this line, or import the partial that defines it'],
  [
    /^Undefined (?:mixin|function)/,
    'check its spelling, define it above this line, or import the partial that defines it',
  ],
  [/^expected "[;}]"/, 'end the line above with a semicolon, or its block with a brace'],
  [/^expected "[{]"/, 'open the block with a brace, or end the declaration with a semicolon'],
  [/^expected/, 'look for an unclosed quote, bracket or brace before this'],
  [/incompatible units/i, 'give both numbers the same unit, or remove the unit of one'],
  [
    /^Inconsistent indentation/,
    'indent with the same characters, and the same number of them, throughout the file',
  ],
  [/is not (?:a|an) /, 'pass a value of that type'],
  [
    /^(?:Missing|Only|Too many|No (?:argument|parameter))/,
    'compare the arguments with the definition of the mixin or function',
  ],
  [/^This module|^There is no module|^There's already/, 'check the `@use` rules at the top of the file'],
];

/** A message of the compiler in the style of this catalogue: `Undefined variable.` is `undefined variable`. */
function inOurStyle(reason: string): string {
  return reason
    .trimEnd()
    .replace(/\.$/, '')
    .replace(/^[A-Z](?=[a-z' ])/, (letter) => letter.toLowerCase());
}

/** An error of the compiler, `@error` included. */
export const sassError = message<{ reason: string }>({
  code: 'sass/error',
  severity: 'error',
  message: ({ reason }) => inOurStyle(reason),
  hint: ({ reason }) =>
    HINTS.find(([pattern]) => pattern.test(reason))?.[1] ??
    'correct this line; see the Sass documentation for its syntax',
});

/** Sass reads the lines of dashes as part of the first selector, so the first rule is lost silently. */
export const sassFrontMatter = message<Record<never, never>>({
  code: 'sass/front-matter',
  severity: 'warning',
  quirk: 'in templates',
  message: () =>
    'this imported file begins with front matter, which Sass reads as part of the first selector',
  hint: () =>
    'remove the lines of `---` and what is between them; only a stylesheet that is not imported needs front matter',
});

/** sassc accepts it, Dart Sass does not. Jekyll builds such a site, so it is built here, too, without this stylesheet. */
export const sassBeyondDart = message<{ reason: string }>({
  code: 'sass/not-in-dart-sass',
  severity: 'warning',
  message: ({ reason }) =>
    `this stylesheet is skipped, because Dart Sass does not accept what sassc did: ${inOurStyle(reason)}`,
  hint: () => 'rewrite this line; see the Sass documentation for the current syntax',
});

interface Missing {
  readonly url: string;
  readonly near: string | undefined;
  readonly searched: readonly string[];
}

function whereToLook({ url, near, searched }: Missing): string {
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return url.startsWith('~')
    ? "remove the leading `~`, which is webpack's, and add the folder to `sass.load_paths`"
    : `add it to one of the folders that were searched: ${searched.join(', ')}`;
}

export const sassImportMissing = message<Missing>({
  code: 'sass/import-missing',
  severity: 'error',
  message: ({ url }) => `the imported stylesheet \`${url}\` does not exist`,
  hint: whereToLook,
});

/** A module whose members are not used. Jekyll's sassc knows no modules: it prints the rule and continues. */
export const sassUseMissing = message<Missing & { rule: 'use' | 'forward' }>({
  code: 'sass/use-missing',
  severity: 'warning',
  message: ({ url, rule }) =>
    `the stylesheet \`${url}\` does not exist; as in Jekyll, the \`@${rule}\` rule is copied into the CSS, where browsers ignore it`,
  hint: whereToLook,
});

export const sassImportAmbiguous = message<{ url: string; files: readonly string[] }>({
  code: 'sass/import-ambiguous',
  severity: 'error',
  message: ({ url, files }) =>
    `\`${url}\` is ambiguous: it matches ${files.map((file) => `\`${file}\``).join(', ')}`,
  hint: () => 'remove or rename all but one of them',
});

/** An import from outside the source (or the theme), by its name or through a link. */
export const sassImportOutside = message<{ url: string; link: string | undefined }>({
  code: 'sass/import-outside',
  severity: 'error',
  message: ({ url, link }) =>
    link === undefined
      ? `\`${url}\` is outside the site's folder and is not imported`
      : `\`${url}\` is \`${link}\`, a link to outside the site's folder, and is not imported`,
  hint: () => 'copy the stylesheet into `_sass` and import it from there',
});

/** An import that is not a plain relative name. */
export const sassImportRefused = message<{ url: string; why: string }>({
  code: 'sass/import-refused',
  severity: 'error',
  message: ({ url, why }) => `cannot import \`${url}\`: ${why}`,
  hint: () =>
    'name the stylesheet relative to the file that imports it, to `_sass` or to a folder in `sass.load_paths`',
});

export const sassUnreadable = message<{ file: string; reason: string }>({
  code: 'sass/unreadable',
  severity: 'error',
  message: ({ file, reason }) => `cannot read \`${file}\`: ${reason}`,
  hint: () => 'check the permissions of the file',
});

const lastRead = (last: string | undefined): string =>
  last === undefined ? '' : `; the last stylesheet read was \`${last}\``;

export const sassRecursion = message<{ last: string | undefined }>({
  code: 'sass/recursion',
  severity: 'error',
  message: () => 'a function or mixin of this stylesheet calls itself endlessly',
  hint: ({ last }) =>
    `look for a \`@function\` or \`@mixin\` that calls itself without a condition to stop${lastRead(last)}`,
});

export const sassTooSlow = message<{ seconds: number; last: string | undefined }>({
  code: 'sass/too-slow',
  severity: 'error',
  message: ({ seconds }) =>
    `this stylesheet did not compile within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, so compilation was stopped`,
  hint: ({ last }) => `look for a \`@while\` or \`@for\` that does not end${lastRead(last)}`,
});

export const sassCrashed = message<{ compiler: string; reason: string }>({
  code: 'sass/crashed',
  severity: 'error',
  message: ({ compiler, reason }) => `the Sass compiler (${compiler}) crashed: ${reason}`,
  hint: () =>
    'look for a loop in the stylesheet that produces ever more output; if there is none, run `npm ci`',
});

export const sassWarn = message<{ text: string }>({
  code: 'sass/warn',
  severity: 'warning',
  quirk: 'in templates',
  message: ({ text }) => text,
});

export const sassDebug = message<{ text: string }>({
  code: 'sass/debug',
  severity: 'info',
  quirk: 'in templates',
  message: ({ text }) => text,
});

/** A `@warn` in a loop would fill the screen. */
export const sassMoreMessages = message<{ count: number }>({
  code: 'sass/more-messages',
  severity: 'info',
  quirk: 'everywhere',
  message: ({ count }) =>
    `${count} more ${count === 1 ? 'message' : 'messages'} from \`@warn\` and \`@debug\` in this stylesheet`,
});

/** One deprecated use, reported separately under `sass.verbose`. */
export const sassDeprecated = message<{ kind: string; text: string }>({
  code: 'sass/deprecated',
  severity: 'info',
  quirk: 'everywhere',
  message: ({ kind, text }) => `${inOurStyle(text)} (${kind})`,
});

/** All deprecated uses of a build in one line. */
export const sassDeprecations = message<{
  kinds: readonly { readonly kind: string; readonly count: number }[];
  total: number;
  atLeast: boolean;
}>({
  code: 'sass/deprecations',
  severity: 'info',
  quirk: 'everywhere',
  message: ({ kinds, total, atLeast }) =>
    `the stylesheets use deprecated Sass features ${total} ${total === 1 ? 'time' : 'times'}: ` +
    kinds.map(({ kind, count }) => (atLeast ? kind : `${kind} ${count}`)).join(', '),
  hint: () => 'set `sass: { verbose: true }` in the configuration to list each place',
});

export const sassLoadPathOutside = message<{ path: string }>({
  code: 'sass/load-path-outside',
  severity: 'warning',
  message: ({ path }) => `\`${path}\` in \`sass.load_paths\` is outside the site's folder and is ignored`,
  hint: () => 'copy that folder into the site and name the copy',
});

export const sassLineCommentsIgnored = message<Record<never, never>>({
  code: 'sass/line-comments',
  severity: 'info',
  message: () => '`sass.line_comments` has no effect, because Dart Sass does not support it',
  hint: () => 'use the source map of each stylesheet instead',
});
