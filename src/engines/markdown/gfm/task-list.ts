/** `- [ ] to do` and `- [x] done` in lists. */

import type { BlockRule } from '../block/state.ts';
import type { Element } from '../tree/element.ts';
import { skipSpaces } from '../tree/scan.ts';

const UNCHECKED = /^[ \t\r\n\f\v]*\[ \][ \t\r\n\f\v]+/;
const CHECKED = /^[ \t\r\n\f\v]*\[x\][ \t\r\n\f\v]+/i;
const BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />';
const CHECKED_BOX =
  '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />';

/** The list rule of kramdown with boxes put in afterwards. From the first box on, each item is a task. */
export function withTasks(list: BlockRule): BlockRule {
  return (state, silent) => {
    if (!list(state, silent)) return false;
    if (silent) return true;
    const { children } = state.tree;
    let at = children.length - 1;
    while (at > 0 && children[at]!.type !== 'ul' && children[at]!.type !== 'ol') at--;
    markTasks(children[at]!);
    return true;
  };
}

function markTasks(list: Element): void {
  let isTaskList = false;
  for (const item of list.children) {
    const first = item.children[0];
    const text = first?.type === 'p' ? first.children[0] : undefined;
    if (text === undefined) continue;
    if (!isTaskList && text.value.charCodeAt(skipSpaces(text.value, 0)) !== 91) continue;
    const boxed = text.value.replace(UNCHECKED, BOX).replace(CHECKED, CHECKED_BOX);
    if (boxed !== text.value) isTaskList = true;
    text.value = boxed;
    if (isTaskList) item.attr().set('class', 'task-list-item');
  }
  if (isTaskList) list.attr().set('class', 'task-list');
}
