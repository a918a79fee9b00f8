/** jekyll-tabs: `{% tabs group %}` holds `{% tab group label %}` blocks in Markdown; as version 1.2 prints them. */

import { definePlugin, type TagDefinition } from '../../plugin/api/plugin.ts';
import { read } from '../../plugin/api/values.ts';
import { md5Of } from './digest.ts';

/** The tabs of a page by group, each with its labels and texts. */
type Groups = Map<string, Map<string, string>>;

const GROUPS = Symbol('the tabs of a page');

function idOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '-');
}

const tab: TagDefinition = {
  name: 'tab',
  block: {},
  compile(tag) {
    const [, group = '', label] = /^\s*(\S+)\s+(.*\S.*)$/s.exec(tag.markup) ?? [];
    if (label === undefined) tag.refuse('{% tab group label %}');
    const [body] = tag.branches();
    return {
      render(context) {
        const inner = body === undefined ? '' : context.capture(body.body.render);
        const html = context.host.engines.markdownify?.(inner) ?? inner;
        groupOf(context.registers, idOf(group)).set(label!, html);
        context.write(html);
      },
    };
  },
};

const tabs: TagDefinition = {
  name: 'tabs',
  block: {},
  compile(tag) {
    if (tag.markup.trim() === '') tag.refuse('{% tabs group %}');
    const name = idOf(tag.markup);
    const [body] = tag.branches();
    return {
      render(context) {
        if (body !== undefined) context.capture(body.body.render);
        const page = String(read(context.share.globals.get('page'), 'url') ?? '');
        context.write(printTabs(name, groupOf(context.registers, name), uuidOf(`${page} ${name}`)));
      },
    };
  },
};

export const jekyllTabs = definePlugin({ name: 'jekyll-tabs', liquid: { tags: [tab, tabs] } });

function groupOf(registers: Map<unknown, unknown>, name: string): Map<string, string> {
  let groups = registers.get(GROUPS) as Groups | undefined;
  if (groups === undefined) registers.set(GROUPS, (groups = new Map()));
  let group = groups.get(name);
  if (group === undefined) groups.set(name, (group = new Map()));
  return group;
}

/** The gem takes a random one; the same page has the same one in each build. */
function uuidOf(text: string): string {
  return md5Of([new TextEncoder().encode(text)]).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** With the white space that the gem's template leaves. */
function printTabs(name: string, group: ReadonlyMap<string, string>, uuid: string): string {
  const active = (at: number) => (at === 0 ? ' class="active"' : '');
  const labels = [...group.keys()].map(
    (label, at) =>
      `\n      <li${active(at)} id="${name}-${idOf(label)}">\n          <a href="#">${label}</a>\n      </li>\n  `,
  );
  const texts = [...group.values()].map((html, at) => `\n      <li${active(at)}>${html}</li>\n  `);
  return (
    `<ul id="${name}" class="tab" data-tab="${uuid}" data-name="${name}">\n  ${labels.join('')}\n</ul>\n` +
    `<ul class="tab-content" id="${uuid}" data-name="${name}">\n  ${texts.join('')}\n</ul>\n`
  );
}
