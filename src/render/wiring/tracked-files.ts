/** Files that plugins read, as nodes of the graph: each text, and the names in each folder. */

import { fingerprint } from '../../base/hash.ts';
import type { Tracker } from '../../graph/track.ts';
import type { SiteFiles, SourceFiles } from '../../ports/source-files.ts';

export interface TrackedFiles {
  readonly files: SiteFiles;
  /** What such a node is now; undefined for other nodes. */
  readonly resolve: (node: string) => string | undefined;
}

const TEXT = 'b\0';
const FOLDER = 'B\0';

export function trackFiles(files: SourceFiles, tracker: Tracker): TrackedFiles {
  const resolve = (node: string): string | undefined => {
    if (node.startsWith(TEXT)) return textFingerprint(files.read(node.slice(TEXT.length)));
    if (node.startsWith(FOLDER)) return fingerprint(files.list(node.slice(FOLDER.length)).join('\n'));
    return undefined;
  };
  const note = (node: string): void => tracker.read(node, () => resolve(node));
  const noting = (told: (node: string) => void): SourceFiles => ({
    read(path) {
      told(TEXT + path);
      return files.read(path);
    },
    list(folder) {
      told(FOLDER + folder);
      return files.list(folder);
    },
  });
  const derived = new Map<string, { readonly made: unknown; readonly nodes: ReadonlySet<string> }>();
  return {
    files: {
      ...noting(note),
      derive<Made>(key: string, make: (files: SourceFiles) => Made): Made {
        let known = derived.get(key);
        if (known === undefined) {
          const nodes = new Set<string>();
          known = { made: make(noting((node) => void nodes.add(node))), nodes };
          derived.set(key, known);
        }
        // the same whether it was made for this page or for one before
        for (const node of known.nodes) note(node);
        return known.made as Made;
      },
    },
    resolve,
  };
}

function textFingerprint(text: string | undefined): string {
  return text === undefined ? 'nil' : fingerprint(text);
}
