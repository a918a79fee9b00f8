/** `{{ "USER:PAPER" | citations }}`: the number of a paper, nil where the data has none. */

import { defineFilter } from '../../plugin/api/tag.ts';
import { read } from '../../plugin/api/values.ts';

export const citationsFilter = defineFilter(
  (input, _, call) => read(call.site, 'scholar', 'papers', call.print(input), 'citations'),
  0,
);
