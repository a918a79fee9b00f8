// The table of what is measured: each row's site, who takes part, and the aims that it is held to.

const EVERYBODY = ['jekyll', 'hugo', 'eleventy', 'hastie'];

/**
 * An aim is met when `of`, divided by `to` or less `minus` where these are given, is at most `most`. The three name
 * medians: site or serving row, who or what, measure.
 */
export const ROWS = [
  {
    number: '1',
    id: 'homepage',
    site: 'homepage',
    title: 'a homepage with a big stylesheet, empty cache',
    peers: [...EVERYBODY, 'node'],
    aims: [{ name: 'CPU ÷ Jekyll', of: 'homepage/hastie/cpu', to: 'homepage/jekyll/cpu', most: 0.6 }],
  },
  {
    number: '2',
    id: 'homepage-again',
    site: 'homepage',
    title: 'the same, nothing changed since the last build',
    peers: ['hastie', 'hastie again', 'node'],
    aims: [{ name: 'CPU ÷ node -e 0', of: 'homepage/hastie again/cpu', to: 'homepage/node/cpu', most: 2 }],
  },
  {
    number: '3',
    id: 'posts',
    site: 'posts',
    title: '{posts} posts, empty cache',
    peers: EVERYBODY,
    aims: [
      { name: 'CPU ÷ Hugo', of: 'posts/hastie/cpu', to: 'posts/hugo/cpu', most: 0.5 },
      { name: 'CPU ÷ Jekyll', of: 'posts/hastie/cpu', to: 'posts/jekyll/cpu', most: 0.1 },
    ],
  },
  {
    number: '4',
    id: 'many',
    site: 'many',
    title: '{many} posts, empty cache',
    peers: ['hugo', 'hastie'],
    slowPeers: ['jekyll', 'eleventy'],
    aims: [
      { name: 'CPU ÷ Hugo', of: 'many/hastie/cpu', to: 'many/hugo/cpu', most: 0.4 },
      { name: 'wall ÷ Hugo', of: 'many/hastie/wall', to: 'many/hugo/wall', most: 0.3 },
      { name: 'memory ÷ Hugo', of: 'many/hastie/memory', to: 'many/hugo/memory', most: 0.5 },
      {
        name: 'CPU per post ÷ that at {posts}',
        of: 'many/hastie/cpu per post',
        to: 'posts/hastie/cpu per post',
        most: 1.1,
      },
      {
        name: 'wall per post ÷ that at {posts}',
        of: 'many/hastie/wall per post',
        to: 'posts/hastie/wall per post',
        most: 1.1,
      },
    ],
  },
  {
    number: '5',
    id: 'many-again',
    site: 'many',
    title: '{many} posts, nothing changed',
    peers: ['hastie', 'hastie again'],
    aims: [
      { name: 'CPU ÷ empty cache', of: 'many/hastie again/cpu', to: 'many/hastie/cpu', most: 0.05 },
      { name: 'wall ÷ empty cache', of: 'many/hastie again/wall', to: 'many/hastie/wall', most: 0.05 },
    ],
  },
  {
    number: '6',
    id: 'serve-post',
    site: 'posts',
    serve: 'post',
    title: 'serving {posts} posts, the text of one saved',
    aims: [
      { name: 'its page on disk, ms', of: 'serve-post/own/ms', most: 60 },
      { name: 'every dependent page, ms', of: 'serve-post/all/ms', most: 250 },
    ],
  },
  {
    number: '6',
    id: 'serve-post-many',
    site: 'many',
    serve: 'post',
    title: 'serving {many} posts, the text of one saved',
    aims: [
      {
        name: 'its page, ÷ that at {posts}',
        of: 'serve-post-many/own/ms',
        to: 'serve-post/own/ms',
        most: 2,
      },
      {
        name: 'every dependent page, ÷ that at {posts}',
        of: 'serve-post-many/all/ms',
        to: 'serve-post/all/ms',
        most: 2,
      },
    ],
  },
  {
    number: '7',
    id: 'serve-layout',
    site: 'posts',
    serve: 'layout',
    title: 'serving {posts} posts, the layout saved',
    aims: [
      {
        name: 'all pages on disk ÷ wall of a clean build',
        of: 'serve-layout/all/ms',
        to: 'serve-layout/clean build/ms',
        most: 0.3,
      },
    ],
  },
  {
    number: '8',
    id: 'serve-sass',
    site: 'homepage',
    serve: 'sass',
    title: 'serving the homepage, a Sass partial saved',
    aims: [
      {
        name: 'ms more than sass-embedded alone',
        of: 'serve-sass/own/ms',
        minus: 'serve-sass/sass-embedded/ms',
        most: 30,
      },
    ],
  },
];

/** The rows of `--site FOLDER`: a folder has no aim. */
export const FOLDER_ROWS = [
  {
    number: '–',
    id: 'site',
    site: 'site',
    title: 'the folder, empty cache',
    peers: ['jekyll', 'hastie', 'node'],
    aims: [{ name: 'CPU ÷ Jekyll', of: 'site/hastie/cpu', to: 'site/jekyll/cpu' }],
  },
  {
    number: '–',
    id: 'site-again',
    site: 'site',
    title: 'the folder, nothing changed',
    peers: ['hastie', 'hastie again', 'node'],
    aims: [
      { name: 'CPU ÷ Jekyll', of: 'site/hastie again/cpu', to: 'site/jekyll/cpu' },
      { name: 'CPU ÷ node -e 0', of: 'site/hastie again/cpu', to: 'site/node/cpu' },
    ],
  },
];

/** The rows that `--only` names by number or name, in the order of the table; names that no row has in `unknown`. */
export function chooseRows(rows, only) {
  if (only === undefined) return { chosen: rows, unknown: [] };
  const names = only.split(',').filter((name) => name !== '');
  const isNamed = ({ number, id }, name) => name === number || name === id;
  return {
    chosen: rows.filter((row) => names.some((name) => isNamed(row, name))),
    unknown: names.filter((name) => !rows.some((row) => isNamed(row, name))),
  };
}

/** Who builds the site of some rows, in the order of the first round. */
export function peersOf(rows, withSlow) {
  const named = new Set(
    rows.flatMap(({ peers = [], slowPeers = [] }) => (withSlow ? [...slowPeers, ...peers] : peers)),
  );
  return [...EVERYBODY, 'hastie again', 'node'].filter((peer) => named.has(peer));
}

/** The value of an aim's figure and whether it is met; `met` is undefined where a figure is missing or nothing is aimed at. */
export function judge(aim, figures) {
  const names = [aim.of, aim.to, aim.minus].filter((name) => name !== undefined);
  const missing = names.filter((name) => !figures.has(name));
  if (missing.length > 0) return { value: undefined, met: undefined, missing };
  const value = figures.get(aim.of) / (figures.get(aim.to) ?? 1) - (figures.get(aim.minus) ?? 0);
  return { value, met: aim.most === undefined ? undefined : value <= aim.most, missing };
}
