/** What `hastie doctor` is given: a site that was read and built, and what is around it. */

import type { SourceText } from '../diagnostics/source-text.ts';
import type { Repository } from '../files/repository.ts';
import type { Config } from '../model/config.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Output } from '../model/output.ts';
import type { SourceFiles } from '../ports/source-files.ts';

export interface BuiltSite {
  readonly config: Config;
  readonly inventory: Inventory;
  readonly outputs: readonly Output[];
  /** The repository that the source lies in; undefined where it lies in none. */
  readonly repository: Repository | undefined;
  /** The text of a file by the name that a diagnostic would use. */
  readonly sources: (file: string) => SourceText | undefined;
  readonly files: SourceFiles;
  /** The files that the theme gives, by their paths in it; none without a theme. */
  readonly themeFiles: readonly string[];
  /** Whether the source folder has a file of this path. */
  readonly hasFile: (path: string) => boolean;
  readonly hasFolder: (path: string) => boolean;
  /** The text of a file by its absolute path. */
  readonly readCopy: (path: string) => string;
}
