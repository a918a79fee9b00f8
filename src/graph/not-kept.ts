/** Why the result of a task is not kept for later builds. */

import { describeNode, type Node } from './nodes.ts';

export type NotKept =
  | { readonly because: 'failed' }
  | { readonly because: 'counts' }
  | { readonly because: 'is random' }
  | { readonly because: 'inspects the site' }
  | { readonly because: 'lacks a layout' }
  | { readonly because: 'compiles a stylesheet' }
  | { readonly because: 'caches an object' }
  | { readonly because: 'reads itself' }
  | { readonly because: 'reads too much' }
  | { readonly because: 'is incomparable' }
  | { readonly because: 'reads something incomparable'; readonly node: Node };

/** Completes the sentence "it …"; undefined for a failure, which has a message of its own. */
export function notKeptText(reason: NotKept): string | undefined {
  switch (reason.because) {
    case 'failed':
      return undefined;
    case 'counts':
      return 'counts with `increment` or `decrement`';
    case 'is random':
      return 'uses a random number';
    case 'inspects the site':
      return 'is written by a plugin that inspects the whole site';
    case 'lacks a layout':
      return 'names a layout that does not exist';
    case 'compiles a stylesheet':
      return 'compiles a stylesheet with deprecated features or a missing module';
    case 'caches an object':
      return 'caches an include that is given an object';
    case 'reads itself':
      return 'reads its own text through an excerpt';
    case 'reads too much':
      return 'reads too much';
    case 'is incomparable':
      return "holds a value that can't be compared between builds";
    case 'reads something incomparable':
      return `reads ${describeNode(reason.node)}, which can't be compared between builds`;
  }
}
