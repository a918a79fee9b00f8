/** What `sass:` of the configuration asks for, as the compiler wants it: plain data that also goes to the worker. */

import { sassLineCommentsIgnored } from '../../diagnostics/catalogue/engines/sass.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { isArray, isHash, isNil, type Value } from '../../ruby/values.ts';

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

/** Reads the value of the configuration's `sass` key; what it can't read is as if absent, as in jekyll-sass-converter. */
export function readSassSettings(
  sass: Value,
  environment: string,
): { readonly settings: SassSettings; readonly diagnostics: readonly Diagnostic[] } {
  const get = (key: string): Value => (isHash(sass) ? sass.get(key) : undefined);
  const flag = (key: string): boolean => !isNil(get(key)) && get(key) !== false;
  const sassDir = isNil(get('sass_dir')) ? '' : String(get('sass_dir'));
  const style = String(get('style') ?? '').replace(/^:/, '');
  const sourceMap = String(get('sourcemap') ?? 'always').replace(/^:/, '');
  const compiler = get('implementation') === 'sass' ? 'sass' : undefined;
  return {
    settings: {
      style: style === 'compressed' ? 'compressed' : 'expanded',
      sourceMaps: sourceMap !== 'never' && !(sourceMap === 'development' && environment !== 'development'),
      addCharset: flag('add_charset'),
      sassDir: sassDir === '' ? '_sass' : sassDir,
      loadPaths: texts(get('load_paths')),
      quietDeps: flag('quiet_deps'),
      verbose: flag('verbose'),
      silenceDeprecations: texts(get('silence_deprecations')),
      ...(compiler === undefined ? {} : { compiler }),
    },
    diagnostics: flag('line_comments') ? [diagnose(sassLineCommentsIgnored, {})] : [],
  };
}

/** Ruby's `Array(value)` of which the texts are kept. */
function texts(value: Value): readonly string[] {
  const list = isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item !== '');
}
