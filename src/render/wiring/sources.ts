/** Finds the text of a file that a diagnostic speaks of, so that its frame can show the line. Read only when asked for. */

import type { SourceText } from '../../diagnostics/source-text.ts';
import type { Config } from '../../model/config.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';

export function createSources(
  fs: ReadFs,
  config: Pick<Config, 'files' | 'source'>,
): (file: string) => SourceText | undefined {
  const found = new Map<string, SourceText | undefined>(config.files.map((source) => [source.file, source]));
  return (file) => {
    if (!found.has(file)) found.set(file, readSource(fs, config.source, file));
    return found.get(file);
  };
}

function readSource(fs: ReadFs, folder: string, file: string): SourceText | undefined {
  try {
    const bytes = fs.readBytes(
      file.startsWith('/') || /^[A-Za-z]:\//.test(file) ? file : `${folder}/${file}`,
    );
    return { file, text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (error instanceof FsError) return undefined;
    throw error;
  }
}
