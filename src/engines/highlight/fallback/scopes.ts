/** Rouge's classes that are closest to the scopes of highlight.js. */
import type { TokenClass } from '../lexing/tokens.ts';

/** By scope as highlight.js names it in `class` (`hljs-` and its underscores removed); sub-scopes follow a dot. */
export const SCOPE_CLASSES: Readonly<Record<string, TokenClass>> = {
  addition: 'gi',
  attr: 'na',
  attribute: 'na',
  built_in: 'nb',
  bullet: 'p',
  'char.escape': 'se',
  code: 'sb',
  comment: 'c',
  deletion: 'gd',
  doctag: 'cs',
  emphasis: 'ge',
  formula: 's2',
  keyword: 'k',
  link: 's2',
  literal: 'kc',
  meta: 'cp',
  'meta.keyword': 'cp',
  'meta.prompt': 'gp',
  'meta.string': 'cpf',
  name: 'nt',
  number: 'm',
  operator: 'o',
  params: 'n',
  property: 'py',
  punctuation: 'p',
  quote: 'gt',
  regexp: 'sr',
  section: 'gh',
  'selector-attr': 'na',
  'selector-class': 'nc',
  'selector-id': 'nn',
  'selector-pseudo': 'nd',
  'selector-tag': 'nt',
  string: 's2',
  strong: 'gs',
  subst: 'si',
  symbol: 'ss',
  tag: 'nt',
  'template-tag': 'cp',
  'template-variable': 'nv',
  title: 'nf',
  'title.class': 'nc',
  'title.class.inherited': 'nc',
  'title.function': 'nf',
  'title.function.invoke': 'nf',
  type: 'kt',
  variable: 'nv',
  'variable.constant': 'no',
  'variable.language': 'bp',
};

/** The class of a scope, or of the wider scope it belongs to. */
export function classOfScope(scope: string): TokenClass {
  for (let name = scope; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const found = SCOPE_CLASSES[name];
    if (found !== undefined) return found;
  }
  return '';
}
