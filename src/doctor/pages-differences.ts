/** Which rules of GitHub Pages' builder would change this site, as far as its files tell. */

import { type BuilderRules, builderRules, githubPagesRules } from '../model/builder/rules.ts';
import { isNil } from '../ruby/values.ts';
import type { BuiltSite } from './built-site.ts';

type Site = Pick<BuiltSite, 'config' | 'inventory' | 'hasFile' | 'hasFolder'>;

/** Whether a rule matters to a site; a rule without a row here cannot be told from the files. */
const APPLIES: Readonly<Partial<Record<keyof BuilderRules, (site: Site) => boolean>>> = {
  configuration: ({ config }) =>
    [...config.settings.plugins, ...config.settings.gems].some(
      (name) => githubPagesRules.configuration?.allowed.has(name) !== true,
    ),
  defaultTheme: ({ config, inventory }) => isNil(config.settings.theme) && inventory.layouts.size === 0,
  themeSettings: ({ config }) => config.theme !== undefined,
  exclude: ({ config, hasFile, hasFolder }) =>
    config.settings.exclude.length > builderRules.exclude.jekyll.names.length &&
    (hasFile('Gemfile') || hasFolder('node_modules') || hasFolder('vendor')),
  undatedDocuments: ({ inventory }) =>
    collectionsOf(inventory).some(({ documents }) => documents.some(({ date }) => date === undefined)),
  collectionFiles: ({ inventory }) => collectionsOf(inventory).some(({ files }) => files.length > 0),
  sortedCollections: ({ inventory }) =>
    collectionsOf(inventory).some(({ metadata }) => metadata.has('sort_by') || metadata.has('order')),
  renderWithLiquid: ({ inventory }) =>
    documentsOf(inventory).some(({ data }) => data.get('render_with_liquid') === false),
  sourceMaps: ({ config, inventory }) =>
    config.settings.sass.sourcemap !== 'never' &&
    inventory.pages.some(({ extension }) => /^\.s[ac]ss$/i.test(extension)),
  liquid: (site) => textsOf(site).some((text) => NEWER.test(text)),
};

/** Tags and filters that are missing there, or that print addresses without the baseurl. */
const NEWER =
  /\{%-?\s*(?:render|liquid|echo|link|post_url|#)\s|\|\s*(?:find|find_exp|remove_last|replace_last|base64_\w+)\b/;

/** What would be otherwise on GitHub Pages, each as a half-sentence; in the order of the table of rules. */
export function pagesDifferences(site: Site): readonly string[] {
  return Object.entries(builderRules)
    .filter(([name]) => APPLIES[name as keyof BuilderRules]?.(site) === true)
    .map(([, { changes }]) => changes);
}

function collectionsOf({ collections }: BuiltSite['inventory']) {
  return [...collections.values()].filter(({ label }) => label !== 'posts');
}

function documentsOf({ collections, pages }: BuiltSite['inventory']) {
  return [...pages, ...[...collections.values()].flatMap(({ documents }) => documents)];
}

function textsOf({ inventory }: Site): readonly string[] {
  const layouts = [...inventory.layouts.values()];
  const bodies = [...documentsOf(inventory), ...layouts].map(({ body }) => body.text);
  return [...bodies, ...Array.from(inventory.includes.values(), ({ text }) => text)];
}
