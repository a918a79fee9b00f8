/** What is said about stylesheets: Sass's own complaints, imports that lead nowhere or too far, and the compiler itself. */

import { message } from '../../diagnostic.ts';

/** What to do about the compiler's own complaints, the first that fits. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^Undefined variable/, 'define the variable before this line, or import the partial that does'],
  [
    /^Undefined (?:mixin|function)/,
    'define it before this line, or import the partial that does; look for a slip in its name',
  ],
  [/^expected "[;}]"/, 'close the line before this one with a semicolon, or its block with a brace'],
  [/^expected "[{]"/, 'open the block with a brace, or end the declaration with a semicolon'],
  [/^expected/, 'something is missing here: look for an unclosed quote, bracket or brace before it'],
  [/incompatible units/i, 'give both numbers the same unit, or none to one of them'],
  [
    /^Inconsistent indentation/,
    'indent with the same characters, and the same number of them, all through the file',
  ],
  [/is not (?:a|an) /, 'pass a value of that kind'],
  [
    /^(?:Missing|Only|Too many|No (?:argument|parameter))/,
    'compare the arguments with those that it is defined with',
  ],
  [/^This module|^There is no module|^There's already/, 'look at the @use lines at the top of the file'],
];

/** What the compiler itself found wrong, `@error` included. */
export const sassError = message<{ reason: string }>({
  code: 'sass/error',
  severity: 'error',
  message: ({ reason }) => reason,
  hint: ({ reason }) =>
    SLIPS.find(([pattern]) => pattern.test(reason))?.[1] ??
    'put this line right; the Sass documentation says what may stand here',
});

/** Sass reads the lines of dashes as part of the first selector, so the first rule is lost without a word. */
export const sassFrontMatter = message<Record<never, never>>({
  code: 'sass/front-matter',
  severity: 'warning',
  quirk: 'in templates',
  message: () =>
    'this file is imported and begins with front matter, which Sass takes for part of a selector',
  hint: () =>
    'remove the lines of `---` and what is between them: only a stylesheet of its own has front matter',
});

/** What sassc accepts and Dart Sass does not. Jekyll builds such a site, so it is built here, without this one stylesheet. */
export const sassBeyondDart = message<{ reason: string }>({
  code: 'sass/not-in-dart-sass',
  severity: 'warning',
  message: ({ reason }) =>
    `this stylesheet is left out, since Dart Sass does not accept what sassc did: ${reason}`,
  hint: () => 'rewrite this line; the Sass documentation says what may stand here today',
});

interface Missing {
  readonly url: string;
  readonly near: string | undefined;
  readonly searched: readonly string[];
}

function whereToLook({ url, near, searched }: Missing): string {
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return url.startsWith('~')
    ? "a leading `~` is webpack's: name the folder in `sass.load_paths` and leave the `~` out"
    : `searched in ${searched.join(', ')}`;
}

export const sassImportMissing = message<Missing>({
  code: 'sass/import-missing',
  severity: 'error',
  message: ({ url }) => `there is no stylesheet \`${url}\` to import`,
  hint: whereToLook,
});

/** Of a module nothing of which is used. Jekyll's sassc knows no modules: it prints the rule and goes on. */
export const sassUseMissing = message<Missing & { rule: 'use' | 'forward' }>({
  code: 'sass/use-missing',
  severity: 'warning',
  message: ({ url, rule }) =>
    `there is no stylesheet \`${url}\`: the rule \`@${rule}\` is copied into the CSS as in Jekyll, and browsers ignore it`,
  hint: whereToLook,
});

export const sassImportAmbiguous = message<{ url: string; files: readonly string[] }>({
  code: 'sass/import-ambiguous',
  severity: 'error',
  message: ({ url, files }) => `\`${url}\` could be any of ${files.join(', ')}`,
  hint: () => 'remove or rename all but one of them',
});

/** An import that climbs out of the source (or the theme), by its name or by a link. */
export const sassImportOutside = message<{ url: string; link: string | undefined }>({
  code: 'sass/import-outside',
  severity: 'error',
  message: ({ url, link }) =>
    link === undefined
      ? `\`${url}\` leads out of the site's folder, from where nothing is imported`
      : `\`${url}\` is ${link}, a link that leads out of the site's folder, from where nothing is imported`,
  hint: () => 'copy the stylesheet into `_sass` and import it from there',
});

/** An import that is not a plain relative name. */
export const sassImportRefused = message<{ url: string; why: string }>({
  code: 'sass/import-refused',
  severity: 'error',
  message: ({ url, why }) => `\`${url}\` can't be imported: ${why}`,
  hint: () =>
    'name the stylesheet relative to the file that imports it, to `_sass` or to a folder of `sass.load_paths`',
});

export const sassUnreadable = message<{ file: string; reason: string }>({
  code: 'sass/unreadable',
  severity: 'error',
  message: ({ file, reason }) => `${file} can't be read: ${reason}`,
  hint: () => 'check the permissions of the file',
});

export const sassRecursion = message<{ last: string | undefined }>({
  code: 'sass/recursion',
  severity: 'error',
  message: () => 'a function or mixin of this stylesheet calls itself without end',
  hint: ({ last }) =>
    'look for a @function that returns, or a @mixin that includes, itself without a condition that ends it' +
    (last === undefined ? '' : `; the stylesheet read last was ${last}`),
});

export const sassTooSlow = message<{ seconds: number; last: string | undefined }>({
  code: 'sass/too-slow',
  severity: 'error',
  message: ({ seconds }) => `this stylesheet was still not compiled after ${seconds} s, so it was given up`,
  hint: ({ last }) =>
    'look for a @while or @for that does not end' +
    (last === undefined ? '' : `; the stylesheet read last was ${last}`),
});

export const sassCrashed = message<{ compiler: string; reason: string }>({
  code: 'sass/crashed',
  severity: 'error',
  message: ({ compiler, reason }) => `the Sass compiler (${compiler}) broke off: ${reason}`,
  hint: () =>
    'look for a loop in the stylesheet that makes more and more; where there is none, run `npm ci` again',
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

/** A loop that talks would fill the screen. */
export const sassMoreSaid = message<{ count: number }>({
  code: 'sass/more-said',
  severity: 'info',
  quirk: 'everywhere',
  message: ({ count }) => `this stylesheet says ${count} things more through @warn and @debug`,
});

/** One deprecated use, told singly under `sass.verbose`. */
export const sassDeprecated = message<{ kind: string; text: string }>({
  code: 'sass/deprecated',
  severity: 'info',
  quirk: 'everywhere',
  message: ({ kind, text }) => `${text} (${kind})`,
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
    `the stylesheets use what Dart Sass means to drop, ${total} ${total === 1 ? 'time' : 'times'}: ` +
    kinds.map(({ kind, count }) => (atLeast ? kind : `${kind} ${count}`)).join(', '),
  hint: () => 'nothing to do today; `sass: { verbose: true }` in the configuration lists each place',
});

export const sassLoadPathOutside = message<{ path: string }>({
  code: 'sass/load-path-outside',
  severity: 'warning',
  message: ({ path }) =>
    `\`sass.load_paths\` names \`${path}\`, which is outside of the site's folder and is left out`,
  hint: () => 'copy that folder into the site and name the copy',
});

export const sassLineCommentsIgnored = message<Record<never, never>>({
  code: 'sass/line-comments',
  severity: 'info',
  message: () => '`sass.line_comments` has no effect: Dart Sass does not write them',
  hint: () => 'the source map that lies beside each stylesheet says the same',
});
