/** `{% echo value | filter %}`: an output in the form of a tag, for `{% liquid %}`. */

import { outputRenderer } from '../parse/print.ts';
import type { TagDefinition } from '../tag.ts';

export const echoTag: TagDefinition = {
  name: 'echo',
  compile: (tag) => ({ render: outputRenderer(tag.output(tag.markup), tag.span) }),
};
