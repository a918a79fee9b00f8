/** `{% paper_boxes %}`: the template's list of papers with pictures, out of a .bib file. Takes the options of `{% bibliography %}`. */

import {
  type BibEntry,
  decodeLatex,
  displayForm,
  fieldOf,
  type PersonName,
  parseNames,
} from '../../plugin/api/bibtex.ts';
import { defineTag } from '../../plugin/api/tag.ts';
import { elements, isTruthy, read } from '../../plugin/api/values.ts';
import { fieldText } from './entry-value.ts';
import { selectEntries } from './list.ts';
import type { ScholarSettings } from './settings.ts';
import { openContext, type TagContext } from './tag-context.ts';

const LINKS: readonly (readonly [field: string, label: string, prefix: string])[] = [
  ['pdf', 'Paper', '/assets/pdf/'],
  ['arxiv', 'arXiv', 'https://arxiv.org/abs/'],
  ['code', 'Code', ''],
  ['website', 'Project', ''],
  ['video', 'Video', ''],
  ['slides', 'Slides', '/assets/pdf/'],
  ['poster', 'Poster', '/assets/pdf/'],
];

export const paperBoxes = defineTag('paper_boxes', (call) => {
  const context = openContext(call, 'paper_boxes');
  return selectEntries(context)
    .map((entry) => paperBox(context, entry))
    .join('\n');
});

function paperBox(context: TagContext, entry: BibEntry): string {
  const { call } = context;
  const field = (name: string): string => textOrAddress(name, fieldOf(entry, name) ?? '', context.settings);
  const title = field('title');
  const address = addressOf(context, field);
  const venue = field('booktitle') || field('journal') || field('journaltitle') || field('publisher');
  const picture = field('preview');
  const badge = [field('abbr'), /\d{4}/.test(field('abbr')) ? '' : field('year')].filter(Boolean).join(' ');
  const source = /^(?:https?:)?\/\//.test(picture)
    ? picture
    : call.print(call.filter('relative_url', picture.includes('/') ? picture : `/images/${picture}`));
  const people = parseNames(fieldOf(entry, 'author') ?? '').map((name) => personText(context, name));
  const links = LINKS.filter(([name]) => entry.fields.has(name)).map(
    ([name, label, prefix]) =>
      `<a href="${attribute(complete(context, field(name), prefix))}"><strong>${label}</strong></a>`,
  );
  const scholarId = scholarIdOf(context, field('google_scholar_id'));
  return [
    `<div class="paper-box" id="${attribute(entry.key)}"><div class="paper-box-image"><div>`,
    field('abbr') === '' ? '' : `<div class="badge">${badge}</div>`,
    picture === '' ? '' : `<img src="${attribute(source)}" alt="${attribute(title)}" width="100%">`,
    '</div></div>',
    '<div class="paper-box-text">',
    `<p>${address === '' ? title : `<a href="${attribute(address)}">${title}</a>`}</p>`,
    people.length === 0 ? '' : `<p>${people.join(', ')}</p>`,
    venue === '' ? '' : `<p><em>${venue}</em>${field('year') === '' ? '' : `, ${field('year')}`}</p>`,
    links.length === 0 && scholarId === '' ? '' : `<p>${[...links, scholarId].filter(Boolean).join(' ')}</p>`,
    '</div></div>',
  ].join('');
}

/** Addresses and numbers: only their escapes are LaTeX. */
const VERBATIM: ReadonlySet<string> = new Set([
  'url',
  'doi',
  'eprint',
  'file',
  'pdf',
  'html',
  'code',
  'website',
  'video',
]);

function textOrAddress(name: string, text: string, settings: ScholarSettings): string {
  if (!VERBATIM.has(name) && !/^\s*https?:\/\/\S+\s*$/.test(text)) return fieldText(name, text, settings);
  return text
    .trim()
    .replace(/\\([_%&#~$])/g, '$1')
    .replace(/^\{(.*)\}$/, '$1');
}

function addressOf(context: TagContext, field: (name: string) => string): string {
  for (const [name, prefix] of [
    ['html', '/assets/html/'],
    ['pdf', '/assets/pdf/'],
    ['doi', 'https://doi.org/'],
    ['arxiv', 'https://arxiv.org/abs/'],
    ['url', ''],
  ] as const)
    if (field(name) !== '') return complete(context, field(name), prefix);
  return '';
}

/** A name of a file or a number made an address. */
function complete({ call }: TagContext, value: string, prefix: string): string {
  if (/^(?:[a-z]+:)?\/\//i.test(value) || prefix === '') return value;
  return prefix.startsWith('/') ? call.print(call.filter('relative_url', prefix + value)) : prefix + value;
}

/** The owner of the page in bold: by `scholar: {last_name, first_name}`, else by `author.name`. */
function personText({ call, settings }: TagContext, name: PersonName): string {
  const text = decodeLatex(displayForm(name));
  const last = elements(settings.get('last_name')).map(String);
  const first = elements(settings.get('first_name')).map(String);
  const own =
    last.length > 0
      ? last.includes(decodeLatex(name.last)) &&
        (first.length === 0 || first.includes(decodeLatex(name.first)))
      : text === call.print(read(call.site, 'author', 'name'));
  return own ? `<strong>${text}</strong>` : text;
}

/** The place for the number of citations, which `citations: true` fills. */
function scholarIdOf({ call }: TagContext, id: string): string {
  if (id === '') return '';
  const user = /[?&]user=([\w-]+)/.exec(call.print(read(call.site, 'author', 'googlescholar')))?.[1];
  const configured = read(call.site, 'scholar_userid');
  const owner = isTruthy(configured) ? call.print(configured) : user;
  const whole = id.includes(':') || owner === undefined ? id : `${owner}:${id}`;
  return `<strong><span class="show_paper_citations" data="${attribute(whole)}"></span></strong>`;
}

function attribute(text: string): string {
  return text.replace(/<[^<>]*>/g, '').replaceAll('"', '&quot;');
}
