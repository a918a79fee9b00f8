/** The files that Hastie itself brings into a site's folder: they are no more content than Bundler's are to Jekyll. */

import { JsonMistake, parseJson } from '../files/json-text.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';
import { isHash, type RubyHash } from '../ruby/values.ts';

const FILES: readonly string[] = ['package.json', 'package-lock.json'];

/** What is excluded besides Jekyll's own defaults: npm's files where `package.json` names Hastie, nothing elsewhere. */
export function toolFiles(fs: ReadFs, source: string): readonly string[] {
  const manifest = readManifest(fs, `${source}/package.json`);
  const isOurs = ['dependencies', 'devDependencies'].some((key) => {
    const packages = manifest?.get(key);
    return isHash(packages) && packages.has('hastie');
  });
  return isOurs ? FILES : [];
}

function readManifest(fs: ReadFs, path: string): RubyHash | undefined {
  try {
    const manifest = parseJson(new TextDecoder().decode(fs.readBytes(path)));
    return isHash(manifest) ? manifest : undefined;
  } catch (error) {
    // a site without it, or with one of some other make
    if (error instanceof FsError || error instanceof JsonMistake) return undefined;
    throw error;
  }
}
