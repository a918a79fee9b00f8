/** How much all references together may print, as in cmark-gfm: a long address that is named again and again ends being one. */

import type { MarkdownIt } from 'markdown-it';

/** Characters of addresses and titles; a text that is longer than this may print as many as it has. */
const LEAST_LIMIT = 100_000;

export function limitReferences(md: MarkdownIt): void {
  md.core.ruler.after('block', 'reference_limit', ({ src, env }) => {
    if (env.references !== undefined)
      env.references = limited(env.references, Math.max(src.length, LEAST_LIMIT));
  });
}

interface Reference {
  readonly href: string;
  readonly title: string;
}

function limited(references: Readonly<Record<string, Reference>>, limit: number): Record<string, Reference> {
  const left: Record<string, Reference> = Object.create(null);
  let used = 0;
  for (const [label, reference] of Object.entries(references)) {
    const size = reference.href.length + reference.title.length;
    Object.defineProperty(left, label, {
      get() {
        if (size > limit - used) return undefined;
        used += size;
        return reference;
      },
    });
  }
  return left;
}
