/** Lists of names, and what stands in their place where an entry has none. */

import type { PersonName } from '../names.ts';
import { applyFormat } from './apply.ts';
import { renderLabel } from './label.ts';
import { translate } from './locale.ts';
import { formatPerson } from './person.ts';
import type { Rendering } from './rendering.ts';
import { childrenOf } from './style.ts';
import type { XmlElement } from './xml.ts';

interface Role {
  readonly role: string;
  readonly people: readonly PersonName[];
}

/** What lists of names inherit from their section and the style. */
const INHERITED = [
  'and',
  'delimiter-precedes-et-al',
  'initialize-with',
  'delimiter-precedes-last',
  'et-al-min',
  'et-al-use-first',
  'et-al-use-last',
  'name-as-sort-order',
  'sort-separator',
  'initialize',
] as const;

export function renderNames(rendering: Rendering, node: XmlElement): string {
  try {
    const variables = (node.attributes.get('variable') ?? '').split(/\s+/).filter(Boolean);
    const found = variables.flatMap((role) => {
      const value = rendering.reading.read(role);
      return value?.kind === 'names' && value.people.length > 0 ? [{ role, people: value.people }] : [];
    });
    if (found.length === 0) return renderSubstitute(rendering, node, variables);
    return renderRoles(rendering, node, withEditorTranslators(found));
  } finally {
    rendering.authors.isDone = true;
  }
}

/** People who edited and translated are named once. */
function withEditorTranslators(roles: readonly Role[]): readonly Role[] {
  const editor = roles.find(({ role }) => role === 'editor');
  const translator = roles.find(({ role }) => role === 'translator');
  if (editor === undefined || translator === undefined || !isSame(editor, translator)) return roles;
  const [first, second] =
    roles.indexOf(editor) < roles.indexOf(translator) ? [editor, translator] : [translator, editor];
  return roles
    .filter((each) => each !== second)
    .map((each) => (each === first ? { ...each, role: 'editortranslator' } : each));
}

function isSame(a: Role, b: Role): boolean {
  return JSON.stringify(a.people) === JSON.stringify(b.people);
}

function renderRoles(rendering: Rendering, node: XmlElement, roles: readonly Role[]): string {
  const { joiner, locale } = rendering;
  // inside of a substitute a bare `names` is written as the one that it stands for
  const { substitute } = rendering;
  const isBare = substitute !== undefined && node.children.length === 0 && isInside(node, substitute);
  const model = isBare ? substitute : node;
  const form = listForm(rendering, model);
  if (form.options.get('form') === 'count')
    return String(roles.reduce((sum, { people }) => sum + shownOf(form, people).length, 0));
  const label = childrenOf(model, 'label')[0];
  const names = model.children.map(({ name }) => name);
  const texts = roles.map(({ role, people }) => {
    const list = renderList(rendering, form, people);
    if (label === undefined || list === '') return list;
    const text = applyFormat(renderLabel(rendering, label, role), label, locale, joiner);
    const isBefore = names.includes('name') && names.indexOf('label') < names.indexOf('name');
    return isBefore ? joiner.concat(text, list) : joiner.concat(list, text);
  });
  const inherited =
    rendering.section.attributes.get('names-delimiter') ??
    rendering.style.root.attributes.get('names-delimiter');
  return joiner.join(texts, model.attributes.get('delimiter') ?? inherited ?? '');
}

function isInside(node: XmlElement, ancestor: XmlElement): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (at === ancestor) return true;
  return false;
}

/** The first of the substitutes that prints something. What it read is not printed again. */
function renderSubstitute(rendering: Rendering, node: XmlElement, variables: readonly string[]): string {
  const { reading } = rendering;
  const substitute = childrenOf(node, 'substitute')[0];
  if (substitute === undefined || variables.some((name) => reading.isSuppressed(name))) return '';
  const saved = rendering.substitute;
  rendering.substitute = node;
  try {
    for (const child of substitute.children) {
      const { result, log } = reading.watch(() => rendering.render(child));
      if (result === '') continue;
      for (const [name, state] of log) if (state !== 'absent') reading.suppress(name);
      reading.note(variables[0] ?? '', 'full');
      return repeatsAuthors(rendering, result) ? authorSubstitute(rendering) : result;
    }
    return '';
  } finally {
    rendering.substitute = saved;
  }
}

interface ListForm {
  readonly node: XmlElement;
  readonly options: ReadonlyMap<string, string>;
  readonly parts: readonly XmlElement[];
  readonly etAl: XmlElement | undefined;
}

const NO_NAME: XmlElement = {
  name: 'name',
  attributes: new Map(),
  children: [],
  parent: undefined,
  text: '',
  offset: 0,
};

function listForm({ section, style }: Rendering, names: XmlElement): ListForm {
  const node = childrenOf(names, 'name')[0] ?? NO_NAME;
  const options = new Map(node.attributes);
  const inherit = (name: string, from: string): void => {
    const value = section.attributes.get(from) ?? style.root.attributes.get(from);
    if (value !== undefined && !options.has(name)) options.set(name, value);
  };
  for (const name of INHERITED) inherit(name, name);
  inherit('delimiter', 'name-delimiter');
  inherit('form', 'name-form');
  return { node, options, parts: childrenOf(node, 'name-part'), etAl: childrenOf(names, 'et-al')[0] };
}

function shownOf({ options }: ListForm, people: readonly PersonName[]): readonly PersonName[] {
  const most = options.get('et-al-min');
  const first = options.get('et-al-use-first');
  if (most === undefined || first === undefined || people.length < Number(most)) return people;
  return people.slice(0, Number(first));
}

function renderList(rendering: Rendering, form: ListForm, people: readonly PersonName[]): string {
  const { joiner, locale } = rendering;
  const delimiter = form.options.get('delimiter') ?? ', ';
  const person = (each: PersonName, at: number): string => renderPerson(rendering, form, each, at + 1);
  const shown = shownOf(form, people);
  let text: string;
  if (shown.length < people.length || isTruncated(form, people)) {
    if (shown.length === 0) return '';
    const listed = joiner.join(shown.map(person), delimiter);
    if (form.options.get('et-al-use-last') === 'true' && people.length - shown.length > 1)
      text = joiner.join([listed, person(people.at(-1)!, shown.length)], `${delimiter}… `);
    else
      text = joiner.join(
        [listed, others(rendering, form)],
        precedesEtAl(form, shown.length) ? delimiter : ' ',
      );
  } else {
    const and = connector(form, translate(locale, 'and'));
    const last =
      and === undefined
        ? delimiter
        : precedesLast(form, people.length)
          ? (delimiter + and).replace(/ +/g, ' ')
          : and;
    const texts = people.map(person);
    text = joiner.join(
      [joiner.join(texts.slice(0, -1), delimiter), ...texts.slice(-1)].filter(Boolean),
      last,
    );
  }
  if (repeatsAuthors(rendering, text)) text = authorSubstitute(rendering);
  return applyFormat(text, form.node, locale, joiner);
}

function isTruncated({ options }: ListForm, people: readonly PersonName[]): boolean {
  const most = options.get('et-al-min');
  return most !== undefined && options.has('et-al-use-first') && people.length >= Number(most);
}

function others({ locale, joiner }: Rendering, { etAl }: ListForm): string {
  const text = translate(locale, etAl?.attributes.get('term') ?? 'et-al');
  return etAl === undefined ? text : applyFormat(text, etAl, locale, joiner);
}

/** ` and `, ` & `; undefined where the last name is joined like the others. */
function connector({ options }: ListForm, and: string): string | undefined {
  const asked = options.get('and');
  if (asked === undefined) return undefined;
  return ` ${asked === 'symbol' ? '&' : asked === 'text' ? and : asked} `;
}

function precedesLast({ options }: ListForm, count: number): boolean {
  switch (options.get('delimiter-precedes-last')) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'after-inverted-name': {
      const order = options.get('name-as-sort-order');
      return order === 'all' || (order !== undefined && count === 2);
    }
    default:
      return count > 2;
  }
}

function precedesEtAl({ options }: ListForm, count: number): boolean {
  switch (options.get('delimiter-precedes-et-al')) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'after-inverted-name':
      return isSortedAt(options, count);
    default:
      return count > 1;
  }
}

function isSortedAt(options: ListForm['options'], position: number): boolean {
  const order = options.get('name-as-sort-order');
  return order === 'all' || (order === 'first' && position === 1);
}

function renderPerson(rendering: Rendering, form: ListForm, person: PersonName, position: number): string {
  const { locale, joiner, style } = rendering;
  const text = formatPerson(person, {
    options: form.options,
    parts: form.parts,
    demote: style.root.attributes.get('demote-non-dropping-particle') ?? 'never',
    sorted: isSortedAt(form.options, position),
    apply: (part, node) => applyFormat(part, node, locale, joiner),
  });
  return applyFormat(text, form.node, locale, joiner);
}

/** Whether a reference begins with the names of the one before, and the style has a sign for that. */
function repeatsAuthors({ section, authors }: Rendering, names: string): boolean {
  const rule = section.attributes.get('subsequent-author-substitute-rule') ?? 'complete-all';
  if (section.name !== 'bibliography' || !section.attributes.has('subsequent-author-substitute'))
    return false;
  if (rule !== 'complete-all' || authors.isDone) return false;
  authors.first ??= names;
  return names === authors.previous;
}

function authorSubstitute({ section }: Rendering): string {
  return section.attributes.get('subsequent-author-substitute') ?? '';
}
