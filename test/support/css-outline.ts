/** A stylesheet as data: its rules, at-rules and declarations in their order, as they are written; its layout apart. */

import postcss, { type ChildNode } from 'postcss';

export type Outline = readonly (string | readonly [head: string, body: Outline])[];

export function outlineOf(css: string): Outline {
  return postcss.parse(css).nodes.map(entryOf);
}

function entryOf(node: ChildNode): Outline[number] {
  switch (node.type) {
    case 'decl':
      return `${node.prop}: ${node.value}${node.important === true ? ' !important' : ''}`;
    case 'comment':
      return `/* ${node.text} */`;
    case 'rule':
      return [node.selector, node.nodes.map(entryOf)];
    case 'atrule': {
      const head = `@${node.name} ${node.params}`;
      return node.nodes === undefined ? head : [head, node.nodes.map(entryOf)];
    }
  }
}
