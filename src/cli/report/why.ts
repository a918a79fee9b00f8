/** `--why`: which documents were rendered, and what had changed of all that they read. */

import { describeNode, type Node } from '../../graph/nodes.ts';
import { notKeptText } from '../../graph/not-kept.ts';
import type { Reason, Rendered } from '../../graph/tasks.ts';

/** Rows of `--why` before the rest is only counted. */
const MOST = 200;

export function whyText(rendered: readonly Rendered[], reused: number): string {
  const rows = documentsOf(rendered).map(({ task, reason, notKept }) => {
    const why = notKept && notKeptText(notKept);
    const never = why === undefined ? '' : ` (never kept: it ${why})`;
    return `  ${task.document}: ${reasonText(reason)}${never}\n`;
  });
  const rest = rows.length > MOST ? `  and ${rows.length - MOST} more\n` : '';
  const head =
    rows.length === 0
      ? 'Nothing had to be rendered'
      : `Rendered ${rows.length} ${rows.length === 1 ? 'document' : 'documents'}`;
  return `${head}; ${reused} ${reused === 1 ? 'result' : 'results'} of an earlier build still held.\n${rows.slice(0, MOST).join('')}${rest}`;
}

/** Why there is something to do. */
export function whyBuiltText(change: Node | 'the destination'): string {
  const what = change === 'the destination' ? change : describeNode(change);
  return `Built because ${what} has changed since the last build.\n`;
}

/** A row a document: why its content was rendered is why its page was; excerpts are part of what shows them. */
export function documentsOf(rendered: readonly Rendered[]): readonly Rendered[] {
  const contents = new Set(
    rendered.filter(({ task }) => task.of === 'content').map(({ task }) => task.document),
  );
  return rendered.filter(
    ({ task: { of, document } }) => of === 'content' || (of === 'page' && !contents.has(document)),
  );
}

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'new':
      return 'it has no result from an earlier build';
    case 'changed':
      return 'it has changed itself';
    case 'read':
      return `${describeNode(reason.node)} has changed`;
  }
}
