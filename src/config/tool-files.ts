/** The files that Hastie itself brings into a site's folder: they are no more content than Bundler's are to Jekyll. */

import { textMessages } from '../diagnostics/catalogue/site/text.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { JsonMistake, parseJson } from '../files/json-text.ts';
import { reasonOf } from '../files/read-text.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import { isHash } from '../ruby/values.ts';

const FILES: readonly string[] = ['package.json', 'package-lock.json'];

export interface ToolFiles {
  readonly excluded: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What is excluded besides Jekyll's own defaults: npm's files where `package.json` names Hastie, nothing elsewhere. */
export function toolFiles(fs: ReadFs, source: string): ToolFiles {
  const path = `${source}/package.json`;
  try {
    if (fs.stat(path)?.kind !== 'file') return { excluded: [], diagnostics: [] };
    const text = new TextDecoder().decode(fs.readBytes(path));
    return { excluded: namesHastie(text) ? FILES : [], diagnostics: [] };
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const place = { file: 'package.json', line: 1, column: 1 };
    return {
      excluded: [],
      diagnostics: [diagnose(textMessages.unreadable, { reason: reasonOf(error) }, { place })],
    };
  }
}

function namesHastie(text: string): boolean {
  try {
    const manifest = parseJson(text);
    return ['dependencies', 'devDependencies'].some((key) => {
      const packages = isHash(manifest) ? manifest.get(key) : undefined;
      return isHash(packages) && packages.has('hastie');
    });
  } catch (error) {
    // one of some other make
    if (error instanceof JsonMistake) return false;
    throw error;
  }
}
