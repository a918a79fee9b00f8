/** jekyll-scholar's tags. */

import { formatCitation } from '../../plugin/bibtex.ts';
import { defineBlock, defineTag, type TagCall } from '../../plugin/tag.ts';
import { citationNumber } from './cited.ts';
import { anchorOf, type Desk, findEntry, openDesk, referenceTag } from './desk.ts';
import { detailsPath } from './details-path.ts';
import { renderBibliography, selectEntries } from './list.ts';

const bibliographyTag = defineTag('bibliography', (call) =>
  renderBibliography(openDesk(call, 'bibliography')),
);

const countTag = defineTag('bibliography_count', (call) =>
  String(selectEntries(openDesk(call, 'bibliography_count')).length),
);

const citeTag = defineTag('cite', (call) => cite(openDesk(call, 'cite')));

const nociteTag = defineTag('nocite', (call) => {
  const desk = openDesk(call, 'nocite');
  for (const key of desk.keys) if (findEntry(desk, key) !== undefined) citationNumber(call, key);
  return '';
});

const referenceOnly = defineTag('reference', (call) => {
  const desk = openDesk(call, 'reference');
  return desk.keys.map((key) => referenceTag(desk, findEntry(desk, key), undefined)).join('\n');
});

const citeDetailsTag = defineTag('cite_details', (call) => {
  const desk = openDesk(call, 'cite_details');
  return desk.keys
    .map((key) => {
      const address = addressOf(desk, key);
      if (address === undefined) return desk.settings.text('missing_reference');
      return `<a href="${address}">${desk.options.last('text') ?? desk.settings.text('details_link')}</a>`;
    })
    .join('\n');
});

const detailsLinkTag = defineTag('details_link', (call) => {
  const desk = openDesk(call, 'details_link');
  return addressOf(desk, desk.keys[0] ?? '') ?? '';
});

const quoteTag = defineBlock('quote', (call: TagCall) => {
  const text = call.inner.trim().replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br/>');
  return `<blockquote><p>${text}</p><cite>${cite(openDesk(call, 'quote'))}</cite></blockquote>`;
});

/** A link to the first entry in the list; one that is missing takes the place of all. */
function cite(desk: Desk): string {
  const { call, options, settings, style } = desk;
  const locators = options.all('locator');
  const items = [];
  for (const [at, key] of desk.keys.entries()) {
    const entry = findEntry(desk, key);
    if (entry === undefined) return settings.text('missing_reference');
    items.push({ entry, number: citationNumber(call, key), locator: locators[at] });
  }
  const text = formatCitation(items, { style, suppressAuthor: options.flags.has('suppress_author') });
  const target = `${settings.text('relative')}#${anchorOf(desk, desk.keys[0] ?? '')}`;
  return `<a class="${settings.text('cite_class')}" href="${target}">${text}</a>`;
}

function addressOf(desk: Desk, key: string): string | undefined {
  const { call, settings } = desk;
  const entry = findEntry(desk, key);
  if (entry === undefined) return undefined;
  return call.print(call.setting('baseurl')) + detailsPath(entry, settings, call.setting('permalink'));
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
