/** Messages of the Liquid engine. */

import { type Circumstances, type LiquidException, message } from '../../diagnostic.ts';
import { pluginOfFilter, pluginOfTag, turnOn } from '../site/plugin-tags.ts';

const didYouMean = (nearest: string | undefined): string | undefined =>
  nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;

/** A name as code; a description such as `the page` as it is. */
const named = (what: string): string => (/^(?:an?|the) /.test(what) ? what : `\`${what}\``);

/** What Liquid has for the operators and quotes of other languages. */
const SUGGESTIONS: readonly (readonly [reason: string, hint: string])[] = [
  ['unexpected `=`', 'did you mean `==`?'],
  ['unexpected `&`', 'did you mean `and`?'],
  ['unexpected `!`', 'did you mean `!=` or `{% unless … %}`?'],
  ['unexpected `+`', 'did you mean `| plus:`?'],
  ['unexpected `*`', 'did you mean `| times:`?'],
  ['unexpected `/`', 'did you mean `| divided_by:`?'],
  ['unexpected `“`', 'use straight quotes (`"`) instead of curly ones'],
  ['unexpected `”`', 'use straight quotes (`"`) instead of curly ones'],
  ['unexpected `‘`', "use straight quotes (`'`) instead of curly ones"],
  ['unexpected `’`', "use straight quotes (`'`) instead of curly ones"],
];

const RAW = 'put it between `{% raw %}` and `{% endraw %}`';

function syntaxError(text: string, at: Circumstances): LiquidException {
  return { error: 'Liquid syntax error', line: at.templateLine ?? 1, text };
}

function liquidError(text: string, at: Circumstances): LiquidException {
  return { error: 'Liquid error', line: at.templateLine ?? 1, text };
}

function pluginHint(plugin: string | undefined): string | undefined {
  return plugin === undefined ? undefined : turnOn(plugin);
}

function unknownTagHint(name: string, nearest: string | undefined): string | undefined {
  return pluginHint(pluginOfTag(name)) ?? didYouMean(nearest);
}

export const liquidMessages = {
  unknownTag: message({
    code: 'liquid/unknown-tag',
    severity: 'error',
    message: (facts: { name: string; nearest: string | undefined }) => `unknown tag \`${facts.name}\``,
    hint: ({ name, nearest }) =>
      unknownTagHint(name, nearest) ??
      `add the plugin that provides \`${name}\` to \`plugins:\` in \`_config.yml\`; to print the tag itself, ${RAW}`,
    jekyll: ({ name }, at) => syntaxError(`Unknown tag '${name}'`, at),
  }),
  unknownTagIgnored: message({
    code: 'liquid/unknown-tag-passed',
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `unknown tag \`${facts.name}\`, which is ignored`,
    hint: ({ name, nearest }) =>
      unknownTagHint(name, nearest) ??
      `add the plugin that provides \`${name}\` to \`plugins:\` in \`_config.yml\``,
  }),
  unclosedTag: message({
    code: 'liquid/unclosed-tag',
    severity: 'error',
    message: (facts: { name: string }) => `\`${facts.name}\` is never closed`,
    hint: ({ name }) => `add \`{% end${name} %}\` where the block ends`,
  }),
  wrongEnd: message({
    code: 'liquid/wrong-end',
    severity: 'error',
    message: (facts: { found: string; open: string; openLine: number; nearest?: string | undefined }) =>
      `\`${facts.found}\` cannot close the \`${facts.open}\` of line ${facts.openLine}`,
    hint: ({ open, nearest }) => didYouMean(nearest ?? `end${open}`),
  }),
  strayEnd: message({
    code: 'liquid/stray-end',
    severity: 'error',
    message: (facts: { found: string; nearest: string | undefined }) =>
      `\`${facts.found}\` has no matching start tag`,
    hint: ({ found, nearest }) =>
      nearest === undefined
        ? `remove \`{% ${found} %}\`, or add the tag that opens its block`
        : `did you mean \`${nearest}\`? If not, remove \`{% ${found} %}\``,
  }),
  unterminatedTag: message({
    code: 'liquid/unterminated',
    severity: 'error',
    message: (facts: { open: string; close: string }) =>
      `\`${facts.open}\` has no matching \`${facts.close}\``,
    hint: ({ open, close }) => `add \`${close}\`; to print \`${open}\` itself, ${RAW}`,
  }),
  tagSyntax: message({
    code: 'liquid/tag-syntax',
    severity: 'error',
    message: (facts: { tag: string; markup: string; expected: string }) =>
      facts.markup === ''
        ? `\`${facts.tag}\` needs an argument`
        : `invalid syntax for \`${facts.tag}\`: \`${facts.markup}\``,
    hint: ({ expected }) => `write it as \`${expected}\``,
  }),
  markLines: message<Record<never, never>>({
    code: 'liquid/mark-lines',
    severity: 'error',
    message: () => '`mark_lines` is not a list of line numbers',
    hint: () => 'write the numbers in double quotes, separated by spaces: `mark_lines="1 3"`',
    jekyll: () =>
      'Liquid Exception: Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.',
  }),
  malformed: message({
    code: 'liquid/malformed',
    severity: 'warning',
    quirk: 'in templates',
    message: (facts: { markup: string; reason: string; used: string | undefined }) =>
      `${facts.reason} in \`${facts.markup}\``,
    hint: ({ reason, used }) =>
      SUGGESTIONS.find(([known]) => reason === known)?.[1] ??
      (used === undefined
        ? 'correct it; the rest is ignored when the page is rendered'
        : `correct or remove the rest; only ${used} is used`),
  }),
  unknownFilter: message({
    code: 'liquid/unknown-filter',
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `unknown filter \`${facts.name}\`, which leaves its input unchanged`,
    hint: ({ name, nearest }) =>
      pluginHint(pluginOfFilter(name)) ??
      didYouMean(nearest) ??
      'remove it, or add the plugin that provides it to `plugins:` in `_config.yml`',
    jekyll: ({ name }, at) => liquidError(`undefined filter ${name}`, at),
  }),
  undefinedVariable: message({
    code: 'liquid/undefined-variable',
    severity: 'warning',
    quirk: 'in templates',
    message: (facts: { name: string; nearest: string | undefined }) => `unknown variable \`${facts.name}\``,
    hint: ({ name, nearest }) =>
      didYouMean(nearest) ??
      `set it with \`{% assign ${name} = … %}\`, or read it from \`page\`, \`site\` or \`include\``,
    jekyll: ({ name }, at) => liquidError(`undefined variable ${name.split('.').at(-1)}`, at),
  }),
  filterArguments: message({
    code: 'liquid/filter-arguments',
    severity: 'error',
    message: (facts: { filter: string; given: number; least: number; most: number }) =>
      `\`${facts.filter}\` takes ${argumentCount(facts.least, facts.most)}, but got ${facts.given}`,
    hint: ({ filter, given, most }) =>
      given > most
        ? most === 0
          ? `write \`| ${filter}\` alone`
          : `remove what follows the ${most === 1 ? 'first argument' : `first ${most} arguments`} of \`${filter}\``
        : `write them after a colon, separated by commas: \`| ${filter}: …\``,
    jekyll: ({ given, least, most }, at) =>
      // Ruby counts the filter's input, too
      liquidError(
        `wrong number of arguments (given ${given + 1}, expected ${least === most ? least + 1 : `${least + 1}..${most + 1}`})`,
        at,
      ),
  }),
  filterInput: message({
    code: 'liquid/filter-input',
    severity: 'error',
    message: (facts: { filter: string; problem: string; advice: string }) =>
      `${named(facts.filter)} ${facts.problem}`,
    hint: ({ advice }) => advice,
  }),
  notAnInteger: message({
    code: 'liquid/not-an-integer',
    severity: 'error',
    message: (facts: { where: string; value: string }) =>
      `${named(facts.where)} needs a whole number, but got ${facts.value}`,
    hint: () => 'write a number such as 3, or convert the value with `| to_integer` or `| floor`',
  }),
  divisionByZero: message({
    code: 'liquid/division-by-zero',
    severity: 'error',
    message: (facts: { filter: string }) => `\`${facts.filter}\` divides by zero`,
    hint: () => 'check the divisor first: `{% if n != 0 %} … {% endif %}`',
  }),
  incomparable: message({
    code: 'liquid/incomparable',
    severity: 'error',
    message: (facts: { left: string; right: string }) => `cannot compare ${facts.left} with ${facts.right}`,
    hint: () => 'convert both sides to one type: `| plus: 0` gives a number, `| append: ""` a string',
  }),
  unknownOperator: message({
    code: 'liquid/unknown-operator',
    severity: 'error',
    message: (facts: { operator: string }) => `unknown operator \`${facts.operator}\``,
    hint: ({ operator }) =>
      operator === '='
        ? 'did you mean `==`?'
        : 'use one of `==`, `!=`, `<`, `>`, `<=`, `>=` and `contains`, joined by `and` or `or`',
  }),
  includeMissing: message({
    code: 'liquid/include-missing',
    severity: 'error',
    message: (facts: { tag: string; name: string; nearest: string | undefined; folder: string }) =>
      `the included file \`${facts.name}\` does not exist in ${named(facts.folder)}`,
    hint: ({ name, nearest, folder }) =>
      didYouMean(nearest) ??
      `correct the name, or create ${/^the /.test(folder) ? `\`${name}\` in ${folder}` : `\`${folder}/${name}\``}`,
    jekyll: ({ name, folder }) =>
      `Liquid Exception: Could not locate the included file '${name}' in any of ["${folder}"].`,
  }),
  includeName: message({
    code: 'liquid/include-name',
    severity: 'error',
    message: (facts: { tag: string; name: string }) =>
      `\`${facts.name}\` is not a valid file name for \`${facts.tag}\``,
    hint: ({ tag }) =>
      tag === 'include_relative'
        ? "name a file in or below the page's own folder, without `..`"
        : 'name a file in `_includes`, using only letters, digits and `/ . - ( ) + ~ # @ _`, without `..` or a leading slash',
    jekyll: ({ tag, name }) =>
      `Liquid Exception: Invalid syntax for ${tag === 'include_relative' ? tag : 'include'} tag. File contains invalid characters or sequences: ${name}`,
  }),
  includeParameters: message({
    code: 'liquid/include-parameters',
    severity: 'error',
    message: (facts: { tag: string; parameters: string }) =>
      `invalid parameters for \`${facts.tag}\`: \`${facts.parameters}\``,
    hint: ({ tag }) =>
      `write them as \`name="text"\` or \`name=variable\`, separated by spaces: \`{% ${tag} file.html title="A title" paper=page.paper %}\``,
  }),
  includeCycle: message({
    code: 'liquid/include-cycle',
    severity: 'error',
    message: (facts: { ring: readonly string[] }) =>
      `the includes form a cycle: ${facts.ring.map((name) => `\`${name}\``).join(' → ')}`,
    hint: ({ ring }) =>
      `make \`${ring.at(-2) ?? ring[0]}\` include itself only under a condition that becomes false`,
  }),
  tooDeep: message({
    code: 'liquid/too-deep',
    severity: 'error',
    message: (facts: { depth: number }) =>
      `blocks and includes are nested more than ${facts.depth} levels deep`,
    hint: () => 'move inner parts to an include of their own, or end the recursion sooner',
  }),
  limit: message({
    code: 'liquid/limit',
    severity: 'error',
    message: (facts: { where: string; what: string; limit: string }) =>
      `${named(facts.where)} ${facts.what} more than ${facts.limit}`,
    hint: () => 'bound the loop with `limit:`, or build the list once outside it',
  }),
  linkMissing: message({
    code: 'liquid/link-missing',
    severity: 'error',
    message: (facts: { path: string; nearest: string | undefined }) =>
      `\`link\` found no page, document or file \`${facts.path}\``,
    hint: ({ nearest }) =>
      didYouMean(nearest) ??
      'write the path of the source file from the root of the site, with its extension: `{% link _posts/2024-01-02-title.md %}`',
    jekyll: ({ path }) => `Liquid Exception: Could not find document '${path}' in tag 'link'.`,
  }),
  postBySlug: message({
    code: 'liquid/post-by-slug',
    severity: 'warning',
    message: (facts: { name: string; path: string }) =>
      `\`post_url\` found \`${facts.name}\` only by its date and slug, in \`${facts.path}\``,
    hint: ({ path }) =>
      `add the folder: \`{% post_url ${path.replace(/(?:^|\/)_posts\//, '/').replace(/^\/|\.[^.]+$/g, '')} %}\``,
    jekyll: ({ name }) =>
      `Deprecation: A call to '{% post_url ${name} %}' did not match a post using the new matching method of checking name (path-date-slug) equality.`,
  }),
  postMissing: message({
    code: 'liquid/post-missing',
    severity: 'error',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `\`post_url\` found no post \`${facts.name}\``,
    hint: ({ nearest }) =>
      didYouMean(nearest) ??
      'write the name of the file in `_posts` without its extension: `{% post_url 2024-01-02-title %}`',
    jekyll: ({ name }) => `Liquid Exception: Could not find post "${name}" in tag 'post_url'.`,
  }),
  postName: message({
    code: 'liquid/post-name',
    severity: 'error',
    message: (facts: { name: string }) => `\`${facts.name}\` is not a valid post name`,
    hint: () => 'start with the date and omit the extension: `{% post_url 2024-01-02-title %}`',
    jekyll: ({ name }) => `Liquid Exception: Could not parse name of post "${name}" in tag 'post_url'.`,
  }),
  invalidDate: message({
    code: 'liquid/invalid-date',
    severity: 'error',
    message: (facts: { filter: string; value: string }) =>
      `\`${facts.filter}\` cannot parse ${facts.value} as a date`,
    hint: () =>
      'write dates as `2024-03-05` or `2024-03-05 14:30:00 +0800`; to print other text unchanged, use `| date: "%Y"`',
  }),
  noEngine: message({
    code: 'liquid/no-engine',
    severity: 'error',
    message: (facts: { filter: string }) => `\`${facts.filter}\` has no engine to render with`,
    hint: () => 'render within a build, or pass the engine when you render a template on its own',
  }),
  markupFailed: message({
    code: 'liquid/markup-failed',
    severity: 'error',
    message: (facts: { filter: string; reason: string }) => `\`${facts.filter}\` failed: ${facts.reason}`,
    hint: ({ filter }) => `check the text that is passed to \`${filter}\``,
  }),
} as const;

function argumentCount(least: number, most: number): string {
  if (most === 0) return 'no arguments';
  const plural = (count: number) => (count === 1 ? '1 argument' : `${count} arguments`);
  return least === most ? plural(least) : `${least} to ${plural(most)}`;
}
