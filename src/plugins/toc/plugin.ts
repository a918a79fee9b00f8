/** jekyll-toc: a table of contents of a page with `toc: true`, by filters or a tag; as version 0.18 makes it. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineFilter, defineTag, type FilterCall } from '../../plugin/api/tag.ts';
import { isHash, isTruthy, read, type Value } from '../../plugin/api/values.ts';
import { createContents } from './contents.ts';
import { readSettings, tocTable } from './settings.ts';

const settingsOf = (call: FilterCall) => {
  const given = call.setting('toc');
  return readSettings(isHash(given) ? given : new Map());
};
const isOn = (call: FilterCall) => read(call.page, 'toc') === true;
const contentsOf = (html: Value, call: FilterCall) => createContents(call.print(html), settingsOf(call));

const tocTag = defineTag('toc', (call) =>
  isTruthy(read(call.page, 'toc')) ? contentsOf(read(call.page, 'content'), call).list() : '',
);

export const toc = definePlugin({
  name: 'jekyll-toc',
  settings: { toc: { type: 'hash', keys: tocTable, doc: 'The table of contents.' } },
  liquid: {
    tags: [tocTag],
    filters: {
      toc_only: defineFilter((html, _, call) => (isOn(call) ? contentsOf(html, call).list() : '')),
      inject_anchors: defineFilter((html, _, call) =>
        isOn(call) ? contentsOf(html, call).anchored() : html,
      ),
      toc: defineFilter((html, _, call) => {
        if (!isOn(call)) return html;
        const contents = contentsOf(html, call);
        return contents.list() + contents.anchored();
      }),
    },
  },
});
