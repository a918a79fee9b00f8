/** `{{ "USER:PAPER" | citations }}`: the number of a paper, nil where the data has none. */

import { defineFilter } from '../../plugin/tag.ts';
import { stateOf } from './site-data.ts';

export const citationsFilter = defineFilter(
  (input, _, call) => stateOf(call.files)?.data?.papers.get(call.print(input))?.citations,
  0,
);
