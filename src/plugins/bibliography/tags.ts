/** jekyll-scholar's tags. */

import { formatCitation } from '../../plugin/api/bibtex.ts';
import { defineBlock, defineTag, type TagCall } from '../../plugin/api/tag.ts';
import { citationNumber } from './cited.ts';
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

/** A link to the first entry in the list; one that is missing takes the place of all. */
function cite(context: TagContext): string {
  const { call, options, settings, style } = context;
  const locators = options.all('locator');
  const labels = options.all('label');
  const items = [];
  for (const [at, key] of context.keys.entries()) {
    const entry = findEntry(context, key);
    if (entry === undefined) return settings.text('missing_reference');
    items.push({ entry, number: citationNumber(call, key), locator: locators[at], label: labels[at] });
  }
  const text = formatCitation(items, {
    style,
    decode: settings.decode,
    suppressAuthor: options.flags.has('suppress_author'),
  });
  const target = `${settings.text('relative')}#${anchorOf(context, context.keys[0] ?? '')}`;
  return `<a class="${settings.text('cite_class')}" href="${target}">${text}</a>`;
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
];
