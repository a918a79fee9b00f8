/** Files that plugins read, as nodes of the graph: each text, and the names in each folder. */

import { fingerprint, fingerprintBytes } from '../../../base/hash.ts';
import { type NodeOf, type Resolvers, resolveSome } from '../../../graph/nodes.ts';
import type { Tracker } from '../../../graph/tracker.ts';
import type { SiteFiles, SourceFiles } from '../../../ports/source-files.ts';

type FileNode = NodeOf<'sourceFile' | 'sourceBytes' | 'sourceFolder'>;

export interface TrackedFiles {
  readonly files: SiteFiles;
  readonly resolvers: Resolvers<FileNode['kind']>;
}

export function trackFiles(files: SourceFiles, tracker: Tracker): TrackedFiles {
  const resolvers: TrackedFiles['resolvers'] = {
    sourceFile({ path }) {
      const text = files.read(path);
      return text === undefined ? 'nil' : fingerprint(text);
    },
    sourceBytes({ path }) {
      const bytes = files.readBytes(path);
      return bytes === undefined ? 'nil' : fingerprintBytes(bytes);
    },
    sourceFolder: ({ path }) => fingerprint(files.list(path).join('\n')),
  };
  const record = (node: FileNode): void => tracker.read(node, () => resolveSome(resolvers, node));
  const recording = (onRead: (node: FileNode) => void): SourceFiles => ({
    read(path) {
      onRead({ kind: 'sourceFile', path });
      return files.read(path);
    },
    readBytes(path) {
      onRead({ kind: 'sourceBytes', path });
      return files.readBytes(path);
    },
    list(path) {
      onRead({ kind: 'sourceFolder', path });
      return files.list(path);
    },
  });
  const derived = new Map<string, { readonly made: unknown; readonly nodes: readonly FileNode[] }>();
  return {
    files: {
      ...recording(record),
      derive<Made>(key: string, make: (files: SourceFiles) => Made): Made {
        let known = derived.get(key);
        if (known === undefined) {
          const nodes: FileNode[] = [];
          known = { made: make(recording((node) => void nodes.push(node))), nodes };
          derived.set(key, known);
        }
        // the same whether it was made for this page or for an earlier one
        for (const node of known.nodes) record(node);
        return known.made as Made;
      },
    },
    resolvers,
  };
}
