/** The text of a file that is copied, for plugins that make a page of it. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { readText } from '../../files/read-text.ts';
import type { Config } from '../../model/config.ts';
import type { StaticFile } from '../../model/inventory.ts';
import type { ReadFs } from '../../ports/fs.ts';

/** Empty where it can't be read, which is reported. */
export function readFileText(
  fs: ReadFs,
  config: Config,
  file: StaticFile,
  report: (diagnostic: Diagnostic) => void,
): string {
  const read = readText(fs, file.absolutePath, file.path, config.settings.encoding);
  for (const diagnostic of read.diagnostics) report(diagnostic);
  return read.source?.text ?? '';
}
