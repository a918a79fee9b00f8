/** jekyll-scholar's tags. */

import { citationAffixes, formatCitation, parseBibtex } from '../../plugin/api/bibtex.ts';
import type { Diagnostic } from '../../plugin/api/diagnostics.ts';
import { defineBlock, defineTag, type TagCall } from '../../plugin/api/tag.ts';
import { isTruthy, read } from '../../plugin/api/values.ts';
import { citationNumber } from './cited.ts';
import { withInherited } from './library.ts';
import { renderBibliography, selectEntries } from './list.ts';
import { detailsAddress } from './pages/details-path.ts';
import { anchorOf, findEntry, openContext, referenceTags, type TagContext } from './tag-context.ts';

const bibliographyTag = defineTag('bibliography', (call) =>
  renderBibliography(openContext(call, 'bibliography')),
);

const countTag = defineTag('bibliography_count', (call) =>
  String(selectEntries(openContext(call, 'bibliography_count')).length),
);

const citeTag = defineTag('cite', (call) => cite(openContext(call, 'cite')));

const nociteTag = defineTag('nocite', (call) => {
  const context = openContext(call, 'nocite');
  for (const key of context.keys) if (findEntry(context, key) !== undefined) citationNumber(call, key);
  return '';
});

const referenceOnly = defineTag('reference', (call) => {
  const context = openContext(call, 'reference');
  const write = referenceTags(context);
  return context.keys.map((key) => write(findEntry(context, key))).join('\n');
});

const citeDetailsTag = defineTag('cite_details', (call) => {
  const context = openContext(call, 'cite_details');
  return context.keys
    .map((key) => {
      const address = addressOf(context, key);
      if (address === undefined) return context.settings.text('missing_reference');
      return `<a href="${address}">${context.options.last('text') ?? context.settings.text('details_link')}</a>`;
    })
    .join('\n');
});

const detailsLinkTag = defineTag('details_link', (call) => {
  const context = openContext(call, 'details_link');
  return addressOf(context, context.keys[0] ?? '') ?? '';
});

const quoteTag = defineBlock('quote', (call: TagCall) => {
  const text = call.inner.trim().replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br/>');
  return `<blockquote><p>${text}</p><cite>${cite(openContext(call, 'quote'))}</cite></blockquote>`;
});

/** `{% bibtex %}@book{…}{% endbibtex %}`: references of the entries inside. */
const bibtexTag = defineBlock('bibtex', (call: TagCall) => {
  const context = openContext(call, 'bibtex');
  // places inside of rendered text are none of the file's
  const source = { file: call.print(read(call.page, 'path')), text: call.inner };
  const report = ({ place: _, ...mistake }: Diagnostic): void => call.report(mistake);
  const { entries } = parseBibtex(source, { report });
  const byKey = new Map(entries.map((entry) => [entry.key, entry] as const));
  const write = referenceTags(context);
  return entries.map((entry) => write(withInherited(entry, byKey, report))).join('\n');
});

/** A link to the first entry in the list; one that is missing takes the place of all. */
function cite(context: TagContext): string {
  const { call, settings, style } = context;
  const { flags } = context.options;
  const locators = context.options.all('locator');
  const labels = context.options.all('label');
  const items = [];
  for (const [at, key] of context.keys.entries()) {
    const entry = findEntry(context, key);
    if (entry === undefined) return settings.text('missing_reference');
    items.push({ entry, number: citationNumber(call, key), locator: locators[at], label: labels[at] });
  }
  const options = { style, decode: settings.decode, suppressAuthor: flags.has('suppress_author') };
  const link = (key: string, text: string): string => {
    const target = `${settings.text('relative')}#${anchorOf(context, key)}`;
    return `<a class="${settings.text('cite_class')}" href="${target}">${text}</a>`;
  };
  if (!isTruthy(settings.get('separate_links')))
    return link(context.keys[0] ?? '', formatCitation(items, options));
  const { prefix, suffix, delimiter } = citationAffixes(style);
  const links = items.map((item) => {
    const text = formatCitation([item], options);
    const end = text.endsWith(suffix) ? text.length - suffix.length : text.length;
    return link(item.entry.key, text.slice(text.startsWith(prefix) ? prefix.length : 0, end));
  });
  return prefix + links.join(delimiter) + suffix;
}

function addressOf(context: TagContext, key: string): string | undefined {
  const { call, settings } = context;
  const entry = findEntry(context, key);
  if (entry === undefined) return undefined;
  return detailsAddress(entry, settings, call);
}

export const bibliographyTags = [
  bibliographyTag,
  countTag,
  citeTag,
  nociteTag,
  referenceOnly,
  citeDetailsTag,
  detailsLinkTag,
  quoteTag,
  bibtexTag,
];
