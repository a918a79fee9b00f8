/** The settings under `sass:`, and what the compiler makes of them: plain data that also goes to the worker. */

import { sassLineCommentsIgnored } from '../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Value } from '../../ruby/values.ts';
import { hashOrEmpty, oneOrMore } from '../../settings/readers.ts';
import { type RecordOf, recordsOf } from '../../settings/record.ts';
import { flag, setting } from '../../settings/setting.ts';

export interface SassSettings {
  /** Dart Sass has these two; Jekyll's `nested` and `compact` become `expanded`. */
  readonly style: 'expanded' | 'compressed';
  /** Whether a `.css.map` lies beside each stylesheet. */
  readonly sourceMaps: boolean;
  /** `@charset "UTF-8";` in place of the byte order mark that a compressed stylesheet with other than ASCII begins with. */
  readonly addCharset: boolean;
  /** As configured, relative to the source. */
  readonly sassDir: string;
  /** As configured: relative to the source, wildcards allowed. */
  readonly loadPaths: readonly string[];
  readonly quietDeps: boolean;
  /** Every deprecated use is reported singly. */
  readonly verbose: boolean;
  readonly silenceDeprecations: readonly string[];
  /** Which compiler to take where the choice matters; undefined for the fastest that is installed. */
  readonly compiler?: 'sass-embedded' | 'sass';
}

/** What can't be read is as if absent, as in jekyll-sass-converter. */
export const sassTable = {
  sass_dir: setting((value) => String(value ?? '') || '_sass', {
    type: 'string',
    default: '_sass',
    doc: 'The folder of partials, relative to the source.',
  }),
  load_paths: setting(oneOrMore, {
    type: ['list', 'string'],
    items: { type: 'string' },
    doc: 'More folders in which imports are looked for, relative to the source; wildcards are allowed.',
  }),
  style: setting((value) => symbolName(value ?? ''), {
    type: 'string',
    values: [
      'expanded',
      'compressed',
      'nested',
      'compact',
      ':expanded',
      ':compressed',
      ':nested',
      ':compact',
    ],
    default: 'expanded',
    doc: 'The form of the stylesheets; nested and compact become expanded.',
  }),
  sourcemap: setting((value) => symbolName(value ?? 'always'), {
    type: 'string',
    values: ['always', 'development', 'never', ':always', ':development', ':never'],
    default: 'always',
    doc: 'When a source map is written beside each stylesheet.',
  }),
  add_charset: flag('Begins a compressed stylesheet with other than ASCII with @charset.'),
  line_comments: flag('Accepted without effect: Dart Sass writes no line comments.'),
  quiet_deps: flag('Reports no deprecated uses in stylesheets of load paths.'),
  verbose: flag('Reports every deprecated use singly.'),
  silence_deprecations: setting(oneOrMore, {
    type: ['list', 'string'],
    items: { type: 'string' },
    doc: 'Deprecations of Sass that are not reported, by their names.',
  }),
  implementation: setting((value) => value, {
    type: 'string',
    values: ['sass', 'sass-embedded'],
    doc: 'Which Sass compiler runs; the fastest that is installed without it.',
  }),
};

/** `sass:` as it is set. */
export type SassSection = RecordOf<typeof sassTable>;

const sectionOf = recordsOf(sassTable);

/** `sass:` of a configuration; as if empty where it is not a hash. */
export function sassSection(sass: Value): SassSection {
  return sectionOf(hashOrEmpty(sass));
}

/** What the compiler is asked for. */
export function readSassSettings(
  sass: SassSection,
  environment: string,
  canMap = true,
): { readonly settings: SassSettings; readonly diagnostics: readonly Diagnostic[] } {
  const { sourcemap } = sass;
  return {
    settings: {
      style: sass.style === 'compressed' ? 'compressed' : 'expanded',
      sourceMaps:
        canMap && sourcemap !== 'never' && !(sourcemap === 'development' && environment !== 'development'),
      addCharset: sass.addCharset,
      sassDir: sass.sassDir,
      loadPaths: sass.loadPaths,
      quietDeps: sass.quietDeps,
      verbose: sass.verbose,
      silenceDeprecations: sass.silenceDeprecations,
      ...(sass.implementation === 'sass' ? { compiler: 'sass' } : {}),
    },
    diagnostics: sass.lineComments ? [diagnose(sassLineCommentsIgnored, {})] : [],
  };
}

/** A Ruby symbol in YAML may keep its colon. */
function symbolName(value: Value): string {
  return String(value).replace(/^:/, '');
}
