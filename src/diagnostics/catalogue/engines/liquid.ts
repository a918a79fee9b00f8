/** Every message of the Liquid engine. */

import { type Circumstances, type LiquidException, message } from '../../diagnostic.ts';
import { pluginOfFilter, pluginOfTag, turnOn } from '../site/plugin-tags.ts';

const didYouMean = (nearest: string | undefined): string | undefined =>
  nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;

/** What other languages write, with Liquid's own. */
const slips: readonly (readonly [reason: string, hint: string])[] = [
  ['unexpected `=`', 'did you mean `==`?'],
  ['unexpected `&`', 'did you mean `and`?'],
  ['unexpected `!`', 'did you mean `!=`, or {% unless … %}?'],
  ['unexpected `+`', 'did you mean `| plus:`?'],
  ['unexpected `*`', 'did you mean `| times:`?'],
  ['unexpected `/`', 'did you mean `| divided_by:`?'],
  ['unexpected `“`', 'did you mean `"`? Curly quotes are no quotes here'],
  ['unexpected `”`', 'did you mean `"`? Curly quotes are no quotes here'],
  ['unexpected `‘`', "did you mean `'`? Curly quotes are no quotes here"],
  ['unexpected `’`', "did you mean `'`? Curly quotes are no quotes here"],
];

function syntaxError(text: string, at: Circumstances): LiquidException {
  return { error: 'Liquid syntax error', line: at.templateLine ?? 1, text };
}

function liquidError(text: string, at: Circumstances): LiquidException {
  return { error: 'Liquid error', line: at.templateLine ?? 1, text };
}

function pluginHint(plugin: string | undefined): string | undefined {
  return plugin === undefined ? undefined : turnOn(plugin);
}

export const liquidMessages = {
  unknownTag: message({
    code: 'liquid/unknown-tag',
    severity: 'error',
    message: (facts: { name: string; nearest: string | undefined }) => `there is no tag \`${facts.name}\``,
    hint: ({ name, nearest }) =>
      pluginHint(pluginOfTag(name)) ??
      didYouMean(nearest) ??
      `if a plugin brings \`${name}\`, add it to plugins: in _config.yml; to print it as it is, put it between {% raw %} and {% endraw %}`,
    jekyll: ({ name }, at) => syntaxError(`Unknown tag '${name}'`, at),
  }),
  unknownTagPassed: message({
    code: 'liquid/unknown-tag-passed',
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `there is no tag \`${facts.name}\`; it is left out wherever it stands`,
    hint: ({ name, nearest }) =>
      pluginHint(pluginOfTag(name)) ??
      didYouMean(nearest) ??
      `if a plugin brings \`${name}\`, add it to plugins: in _config.yml`,
  }),
  unclosedTag: message({
    code: 'liquid/unclosed-tag',
    severity: 'error',
    message: (facts: { name: string }) => `\`${facts.name}\` is never closed`,
    hint: ({ name }) => `add {% end${name} %} where the block is to end`,
  }),
  wrongEnd: message({
    code: 'liquid/wrong-end',
    severity: 'error',
    message: (facts: { found: string; open: string; openLine: number; nearest?: string | undefined }) =>
      `\`${facts.found}\` can't end the \`${facts.open}\` of line ${facts.openLine}`,
    hint: ({ open, nearest }) => didYouMean(nearest ?? `end${open}`),
  }),
  strayEnd: message({
    code: 'liquid/stray-end',
    severity: 'error',
    message: (facts: { found: string; nearest: string | undefined }) =>
      `\`${facts.found}\` stands outside of any block that it could belong to`,
    hint: ({ found, nearest }) =>
      nearest === undefined
        ? `remove {% ${found} %}, or open its block before it`
        : `did you mean \`${nearest}\`? Otherwise remove {% ${found} %}`,
  }),
  unterminatedTag: message({
    code: 'liquid/unterminated',
    severity: 'error',
    message: (facts: { open: string; close: string }) => `\`${facts.open}\` without its \`${facts.close}\``,
    hint: ({ open, close }) =>
      `close it with \`${close}\` on the same construct; to print \`${open}\` itself, put it between {% raw %} and {% endraw %}`,
  }),
  tagSyntax: message({
    code: 'liquid/tag-syntax',
    severity: 'error',
    message: (facts: { tag: string; markup: string; expected: string }) =>
      facts.markup === ''
        ? `\`${facts.tag}\` has nothing to work on`
        : `\`${facts.tag}\` can't read \`${facts.markup}\``,
    hint: ({ expected }) => `write it so: ${expected}`,
  }),
  markLines: message<Record<never, never>>({
    code: 'liquid/mark-lines',
    severity: 'error',
    message: () => '`mark_lines` is no list of line numbers',
    hint: () => 'write the numbers in double quotes, with spaces between them: mark_lines="1 3"',
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
      slips.find(([slip]) => reason === slip)?.[1] ??
      (used === undefined
        ? 'correct it, or the rest is left out when the page is printed'
        : `only ${used} is used; remove the rest or put it right`),
  }),
  unknownFilter: message({
    code: 'liquid/unknown-filter',
    severity: 'warning',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `there is no filter \`${facts.name}\`; the value passes unchanged`,
    hint: ({ name, nearest }) =>
      pluginHint(pluginOfFilter(name)) ??
      didYouMean(nearest) ??
      'remove it, or add the plugin that brings it to plugins: in _config.yml',
    jekyll: ({ name }, at) => liquidError(`undefined filter ${name}`, at),
  }),
  undefinedVariable: message({
    code: 'liquid/undefined-variable',
    severity: 'warning',
    quirk: 'in templates',
    message: (facts: { name: string; nearest: string | undefined }) => `nothing is called \`${facts.name}\``,
    hint: ({ name, nearest }) =>
      didYouMean(nearest) ??
      `give it a value with {% assign ${name} = … %}, or read it from \`page\`, \`site\` or \`include\``,
    jekyll: ({ name }, at) => liquidError(`undefined variable ${name.split('.').at(-1)}`, at),
  }),
  filterArguments: message({
    code: 'liquid/filter-arguments',
    severity: 'error',
    message: (facts: { filter: string; given: number; least: number; most: number }) =>
      `\`${facts.filter}\` takes ${argumentCount(facts.least, facts.most)}, not ${facts.given}`,
    hint: ({ filter, given, most }) =>
      given > most
        ? most === 0
          ? `write \`| ${filter}\` alone`
          : `remove what follows the ${most === 1 ? 'first argument' : `first ${most} arguments`} of \`${filter}\``
        : `give them after a colon, with commas between: \`| ${filter}: …\``,
    jekyll: ({ given, least, most }, at) =>
      // Ruby counts the value that goes through the filter
      liquidError(
        `wrong number of arguments (given ${given + 1}, expected ${least === most ? least + 1 : `${least + 1}..${most + 1}`})`,
        at,
      ),
  }),
  filterInput: message({
    code: 'liquid/filter-input',
    severity: 'error',
    message: (facts: { filter: string; problem: string; advice: string }) =>
      `\`${facts.filter}\` ${facts.problem}`,
    hint: ({ advice }) => advice,
  }),
  notAnInteger: message({
    code: 'liquid/not-an-integer',
    severity: 'error',
    message: (facts: { where: string; value: string }) =>
      `\`${facts.where}\` needs a whole number, not ${facts.value}`,
    hint: () => 'give a number such as 3; `| to_integer` or `| floor` makes one',
  }),
  divisionByZero: message({
    code: 'liquid/division-by-zero',
    severity: 'error',
    message: (facts: { filter: string }) => `\`${facts.filter}\` divides by zero`,
    hint: () => 'check the divisor first: {% if n != 0 %} … {% endif %}',
  }),
  incomparable: message({
    code: 'liquid/incomparable',
    severity: 'error',
    message: (facts: { left: string; right: string }) => `${facts.left} and ${facts.right} can't be compared`,
    hint: () => 'make both sides of one kind: `| plus: 0` gives a number, `| append: ""` a text',
  }),
  unknownOperator: message({
    code: 'liquid/unknown-operator',
    severity: 'error',
    message: (facts: { operator: string }) => `there is no operator \`${facts.operator}\``,
    hint: ({ operator }) =>
      operator === '='
        ? 'did you mean `==`?'
        : 'the operators are ==, !=, <, >, <=, >= and contains, joined by `and` and `or`',
  }),
  includeMissing: message({
    code: 'liquid/include-missing',
    severity: 'error',
    message: (facts: { tag: string; name: string; nearest: string | undefined; folder: string }) =>
      `there is no \`${facts.name}\` in ${facts.folder}`,
    hint: ({ name, nearest, folder }) =>
      didYouMean(nearest) ?? `make the file ${folder}/${name}, or correct the name`,
    jekyll: ({ name, folder }) =>
      `Liquid Exception: Could not locate the included file '${name}' in any of ["${folder}"].`,
  }),
  includeName: message({
    code: 'liquid/include-name',
    severity: 'error',
    message: (facts: { tag: string; name: string }) => `\`${facts.name}\` is no name for \`${facts.tag}\``,
    hint: ({ tag }) =>
      tag === 'include_relative'
        ? "name a file in the page's own folder or below it, without `..`"
        : 'name a file in _includes, without `..`, backslashes or a leading slash; only letters, digits and / . - ( ) + ~ # @ _ may stand in it',
    jekyll: ({ tag, name }) =>
      `Liquid Exception: Invalid syntax for ${tag === 'include_relative' ? tag : 'include'} tag. File contains invalid characters or sequences: ${name}`,
  }),
  includeParameters: message({
    code: 'liquid/include-parameters',
    severity: 'error',
    message: (facts: { tag: string; parameters: string }) =>
      `\`${facts.tag}\` can't read the parameters \`${facts.parameters}\``,
    hint: ({ tag }) =>
      `write them as name="text" or name=variable, with spaces between: {% ${tag} file.html title="A title" paper=page.paper %}`,
  }),
  includeCycle: message({
    code: 'liquid/include-cycle',
    severity: 'error',
    message: (facts: { ring: readonly string[] }) => `includes run in a circle: ${facts.ring.join(' → ')}`,
    hint: ({ ring }) => `let ${ring.at(-2) ?? ring[0]} include itself only under a condition that ends`,
  }),
  tooDeep: message({
    code: 'liquid/too-deep',
    severity: 'error',
    message: (facts: { depth: number }) => `blocks and includes are nested deeper than ${facts.depth}`,
    hint: () => 'move inner parts to an include of their own, or end the recursion sooner',
  }),
  limit: message({
    code: 'liquid/limit',
    severity: 'error',
    message: (facts: { where: string; what: string; limit: string }) =>
      `${facts.where} ${facts.what} more than ${facts.limit}`,
    hint: () => 'bound the loop with `limit:`, or build the list once outside of it',
  }),
  linkMissing: message({
    code: 'liquid/link-missing',
    severity: 'error',
    message: (facts: { path: string; nearest: string | undefined }) =>
      `\`link\` finds no page, document or file \`${facts.path}\``,
    hint: ({ nearest }) =>
      didYouMean(nearest) ??
      'give the path of the source file from the top of the site, with its extension: {% link _posts/2024-01-02-title.md %}',
    jekyll: ({ path }) => `Liquid Exception: Could not find document '${path}' in tag 'link'.`,
  }),
  postBySlug: message({
    code: 'liquid/post-by-slug',
    severity: 'warning',
    message: (facts: { name: string; path: string }) =>
      `\`post_url\` finds \`${facts.name}\` by its date and slug alone, in ${facts.path}`,
    hint: ({ path }) =>
      `write the folder too: {% post_url ${path.replace(/(?:^|\/)_posts\//, '/').replace(/^\/|\.[^.]+$/g, '')} %}`,
    jekyll: ({ name }) =>
      `Deprecation: A call to '{% post_url ${name} %}' did not match a post using the new matching method of checking name (path-date-slug) equality.`,
  }),
  postMissing: message({
    code: 'liquid/post-missing',
    severity: 'error',
    message: (facts: { name: string; nearest: string | undefined }) =>
      `\`post_url\` finds no post \`${facts.name}\``,
    hint: ({ nearest }) =>
      didYouMean(nearest) ??
      'give the name of the file in _posts without its extension: {% post_url 2024-01-02-title %}',
    jekyll: ({ name }) => `Liquid Exception: Could not find post "${name}" in tag 'post_url'.`,
  }),
  postName: message({
    code: 'liquid/post-name',
    severity: 'error',
    message: (facts: { name: string }) => `\`${facts.name}\` is no name of a post`,
    hint: () => 'begin with the date, without the extension: {% post_url 2024-01-02-title %}',
    jekyll: ({ name }) => `Liquid Exception: Could not parse name of post "${name}" in tag 'post_url'.`,
  }),
  invalidDate: message({
    code: 'liquid/invalid-date',
    severity: 'error',
    message: (facts: { filter: string; value: string }) =>
      `\`${facts.filter}\` can't read ${facts.value} as a date`,
    hint: () =>
      'write dates as 2024-03-05 or 2024-03-05 14:30:00 +0800; `| date: "%Y"` lets text pass that is no date',
  }),
  noEngine: message({
    code: 'liquid/no-engine',
    severity: 'error',
    message: (facts: { filter: string }) => `\`${facts.filter}\` has no engine to work with here`,
    hint: () =>
      'render through the site build, or pass the engine along when you render a template on its own',
  }),
  markupFailed: message({
    code: 'liquid/markup-failed',
    severity: 'error',
    message: (facts: { filter: string; reason: string }) => `\`${facts.filter}\` failed: ${facts.reason}`,
    hint: ({ filter }) => `look at the text that is given to \`${filter}\``,
  }),
} as const;

function argumentCount(least: number, most: number): string {
  if (most === 0) return 'no argument';
  const plural = (count: number) => (count === 1 ? '1 argument' : `${count} arguments`);
  return least === most ? plural(least) : `${least} to ${plural(most)}`;
}
