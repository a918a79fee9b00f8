/** `{% bibliography %}`: the entries that are asked for, in their order and groups, each by the template. */

import { type BibEntry, parseQuery } from '../../plugin/api/bibtex.ts';
import { isTruthy, type Value } from '../../plugin/api/values.ts';
import { groupEntries, isDescending, sortEntries } from './arrange.ts';
import { citedKeys, forgetCited } from './cited.ts';
import { entryValue } from './entry-value.ts';
import { detailsAddress } from './pages/details-path.ts';
import { splitWords } from './settings.ts';
import { referenceTags, type TagContext } from './tag-context.ts';

/** What a query and the citations of the page leave, sorted. */
export function selectEntries({ call, library, options, settings }: TagContext): readonly BibEntry[] {
  const matches = parseQuery(options.last('query') ?? settings.text('query'));
  const found = library.entries.filter(matches);
  const sorted = sortEntries(found, { keys: settings.list('sort_by'), order: settings.list('order') });
  const inOrder = options.flags.has('cited_in_order');
  if (!inOrder && !options.flags.has('cited')) return sorted;
  const cited = citedKeys(call);
  const left = inOrder
    ? cited.flatMap((key) => sorted.find((entry) => entry.key === key) ?? [])
    : sorted.filter(({ key }) => cited.includes(key));
  if (options.flags.has('clear')) forgetCited(call);
  return left;
}

export function renderBibliography(context: TagContext): string {
  const { options, settings } = context;
  const entries = selectEntries(context);
  const grouped = options.last('type_order') ?? options.last('group_by');
  const keys = grouped === undefined ? settings.list('group_by') : splitWords(grouped);
  if (keys.length > 0 && keys[0] !== 'none') return renderGroups(context, entries, keys, 0);
  const offset = Math.max(0, Number(options.last('offset') ?? 0) || 0);
  const max = options.last('max');
  return renderItems(
    context,
    entries.slice(offset, max === undefined ? undefined : offset + (Number(max) || 0)),
  );
}

function renderGroups(
  context: TagContext,
  entries: readonly BibEntry[],
  keys: readonly string[],
  depth: number,
): string {
  const { options, settings } = context;
  const key = keys[depth];
  if (key === undefined) return renderItems(context, entries);
  const given = options.last('group_order');
  const order = given === undefined ? settings.list('group_order') : splitWords(given);
  const tags = settings.list('bibliography_group_tag');
  const tag = tags[depth] ?? tags.at(-1) ?? 'h2';
  return groupEntries(entries, key, isDescending(order, depth), settings)
    .map(
      (group) =>
        `<${tag} class="${settings.text('bibliography_class')}">${group.title}</${tag}>\n${renderGroups(context, group.entries, keys, depth + 1)}`,
    )
    .join('\n');
}

function renderItems(context: TagContext, entries: readonly BibEntry[]): string {
  const { call, options, settings } = context;
  const item = settings.text('bibliography_item_tag');
  const list = options.last('bibliography_list_tag') ?? settings.text('bibliography_list_tag');
  const template = templateOf(context);
  const hasDetails = call.hasLayout(layoutName(settings.text('details_layout')));
  const write = referenceTags(context);
  const items = entries.map((entry, at) => {
    const address = detailsAddress(entry, settings, call);
    const link =
      hasDetails && isTruthy(settings.get('details_link'))
        ? `<a class="${settings.text('details_link_class')}" href="${address}">${settings.text('details_link')}</a>`
        : '';
    const text = call.render(template, variablesOf(context, entry, at + 1, address, write(entry, at + 1)));
    return `<${item}${settings.attributes('bibliography_item_attributes')}>${text}${link}</${item}>`;
  });
  return `<${list} class="${settings.text('bibliography_class')}"${settings.attributes('bibliography_list_attributes')}>${items.join('\n')}</${list}>`;
}

/** A layout of that name, else the text itself. */
function templateOf({ call, options, settings }: TagContext): { layout: string } | { text: string } {
  const named = options.last('template') ?? settings.text('bibliography_template');
  if (named === '') return { text: '{{reference}}' };
  return call.hasLayout(named) ? { layout: named } : { text: named };
}

export function layoutName(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.html$/, '');
}

function variablesOf(
  context: TagContext,
  entry: BibEntry,
  index: number,
  details: string,
  reference: string,
): Map<Value, Value> {
  const links = linksOf(context, entry);
  return new Map<Value, Value>([
    ['entry', entryValue(entry, context.settings)],
    ['reference', reference],
    ['key', entry.key],
    ['type', entry.type],
    ['link', links.get('pdf') ?? links.get('ps')],
    ['links', links],
    ['index', index],
    ['details', details],
    // the template is not part of the page's rendering: `highlight` adds no line ends, as it does in Markdown
    ['highlighter_prefix', undefined],
    ['highlighter_suffix', undefined],
  ]);
}

/** Files of the folder `repository` that are named for the entry, by what follows its key. */
function linksOf({ call, settings }: TagContext, entry: BibEntry): Map<Value, Value> {
  const folder = settings.text('repository').replace(/^\.?\/+|\/+$/g, '');
  const links = new Map<Value, Value>();
  if (folder === '') return links;
  const head = `${entry.key.replace(/[:\s]+/g, '_')}${settings.text('repository_file_delimiter')}`;
  for (const name of call.files.list(folder)) {
    if (name.startsWith(head))
      links.set(name.slice(head.length), `${call.print(call.setting('baseurl'))}/${folder}/${name}`);
  }
  return links;
}
