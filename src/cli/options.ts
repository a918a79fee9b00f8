/** THE table of flags: what may be typed after which command, and which setting each one stands for. */

/** A command that takes flags. */
export type CommandName = 'build' | 'clean' | 'serve' | 'stats' | 'doctor' | 'highlight-css' | 'completion';

export interface Flag {
  /** The key of the configuration that it sets, or its own name where it is no setting. */
  readonly key: string;
  /** The long spellings, without dashes; the first is the one that help shows. */
  readonly long: readonly [string, ...string[]];
  readonly short?: string;
  /** `switch`: on or off (`--no-…`); `text`, `number`: takes a value. */
  readonly kind: 'flag' | 'switch' | 'text' | 'number';
  /** What its value is called in help. */
  readonly value?: string;
  /** A line of help. */
  readonly doc: string;
  readonly commands: readonly CommandName[];
  /** `setting`: passed on to the configuration; `program`: read by the command line itself. */
  readonly reaches: 'setting' | 'program';
  /** A feature that this version does not have: what happens instead, and whether that changes the result. */
  readonly absent?: { readonly instead: string; readonly matters: boolean };
}

const BUILD: readonly CommandName[] = ['build', 'clean', 'serve', 'doctor'];
const ONCE: readonly CommandName[] = ['build', 'clean'];
const SERVE: readonly CommandName[] = ['serve'];
const STATS: readonly CommandName[] = ['stats'];
const SAID: readonly CommandName[] = ['completion'];
const CSS: readonly CommandName[] = ['highlight-css'];

export const FLAGS: readonly Flag[] = [
  // Where things are.
  everywhere(setting('source', 'text', ['source'], 's', 'FOLDER', 'Where the site is (this folder)')),
  setting('destination', 'text', ['destination'], 'd', 'FOLDER', 'Where to write it (dist)'),
  everywhere(
    setting(
      'config',
      'text',
      ['config'],
      undefined,
      'FILE[,FILE…]',
      'Settings, later files over earlier ones (_config.yml)',
    ),
  ),
  setting('layouts_dir', 'text', ['layouts'], undefined, 'FOLDER', 'Where the layouts are (_layouts)'),
  setting(
    'plugins_dir',
    'text',
    ['plugins'],
    'p',
    'FOLDER[,FOLDER…]',
    "Where the site's own plugins are (_plugins)",
  ),
  setting('baseurl', 'text', ['baseurl'], 'b', 'PATH', 'The path below which the site is served'),

  // What is published.
  setting('show_drafts', 'flag', ['drafts'], 'D', undefined, 'Publish what is in _drafts, too'),
  setting('future', 'switch', ['future'], undefined, undefined, 'Publish posts of the future, too'),
  setting(
    'unpublished',
    'flag',
    ['unpublished'],
    undefined,
    undefined,
    'Publish what says `published: false`, too',
  ),
  setting(
    'limit_posts',
    'number',
    ['limit_posts', 'limit-posts'],
    undefined,
    'N',
    'Publish the N newest posts alone',
  ),

  // How it is built.
  setting(
    'strict_front_matter',
    'switch',
    ['strict_front_matter', 'strict-front-matter'],
    undefined,
    undefined,
    'Broken front matter is an error (on)',
  ),
  setting(
    'safe',
    'switch',
    ['safe'],
    undefined,
    undefined,
    'Run no plugin that is not built in, follow no link out of the source',
  ),
  setting(
    'disable_disk_cache',
    'flag',
    ['disable-disk-cache', 'disable_disk_cache'],
    undefined,
    undefined,
    'Keep nothing in the cache folder',
  ),
  setting(
    'github_pages',
    'switch',
    ['github-pages', 'github_pages'],
    undefined,
    undefined,
    'Build as GitHub Pages would: its plugins, defaults and limits',
  ),
  setting(
    'incremental',
    'switch',
    ['incremental'],
    'I',
    undefined,
    'Accepted: every build goes on from the last one',
  ),
  {
    ...setting(
      'watch',
      'switch',
      ['watch'],
      'w',
      undefined,
      'Build again whenever a file changes (`serve` does)',
    ),
    commands: [...ONCE, ...SERVE],
  },
  {
    ...setting(
      'force_polling',
      'switch',
      ['force_polling', 'force-polling'],
      undefined,
      undefined,
      'Watch by looking at every file each second, where the system tells nothing',
    ),
    commands: [...ONCE, ...SERVE],
  },
  {
    ...setting('lsi', 'switch', ['lsi'], undefined, undefined, 'Find related posts by their words'),
    absent: { instead: '`site.related_posts` holds the newest posts', matters: true },
  },

  // How it is served.
  serving('host', 'text', ['host'], 'H', 'NAME', 'Where to listen (127.0.0.1: this machine alone)'),
  serving('port', 'text', ['port'], 'P', 'N', 'The port; 0 takes one that is free (4000)'),
  serving('open_url', 'flag', ['open-url', 'open_url'], 'o', undefined, 'Open the site in a browser'),
  serving(
    'livereload',
    'switch',
    ['livereload'],
    'l',
    undefined,
    'Reload the page in the browser after a build (on)',
  ),
  serving(
    'livereload_ignore',
    'text',
    ['livereload-ignore', 'livereload_ignore'],
    undefined,
    'GLOB[,GLOB…]',
    'Files whose changes reload nothing',
  ),
  serving(
    'livereload_min_delay',
    'number',
    ['livereload-min-delay', 'livereload_min_delay'],
    undefined,
    'SECONDS',
    'How long a page waits before it looks for a server that has gone (1)',
  ),
  serving(
    'livereload_max_delay',
    'number',
    ['livereload-max-delay', 'livereload_max_delay'],
    undefined,
    'SECONDS',
    'Understood for Jekyll’s sake: the wait does not grow',
  ),
  serving(
    'livereload_port',
    'number',
    ['livereload-port', 'livereload_port'],
    undefined,
    'N',
    'Understood for Jekyll’s sake: reloading takes the port of the site',
  ),
  serving(
    'skip_initial_build',
    'flag',
    ['skip-initial-build', 'skip_initial_build'],
    undefined,
    undefined,
    'Show what was built last, and build on the first change',
  ),
  serving(
    'show_dir_listing',
    'flag',
    ['show-dir-listing', 'show_dir_listing'],
    undefined,
    undefined,
    'Show the entries of a folder instead of its index page',
  ),
  serving(
    'allow_host',
    'text',
    ['allow-host', 'allow_host'],
    undefined,
    'NAME[,NAME…]',
    'Answer to these host names, too (a tunnel’s)',
  ),
  serving(
    'ssl_cert',
    'text',
    ['ssl-cert', 'ssl_cert'],
    undefined,
    'FILE',
    'Serve HTTPS with this certificate',
  ),
  serving('ssl_key', 'text', ['ssl-key', 'ssl_key'], undefined, 'FILE', 'Its key'),
  serving('detach', 'switch', ['detach'], 'B', undefined, 'Go on in the background, without watching'),

  // Where citations come from.
  {
    ...setting(
      'from',
      'text',
      ['from'],
      undefined,
      'NAME[,NAME…]',
      'The sources to ask, in order: scholar, serpapi, semantic_scholar, openalex',
    ),
    commands: STATS,
  },
  {
    ...setting(
      'author',
      'text',
      ['author'],
      undefined,
      'ID',
      'The id of another Scholar profile than the site’s',
    ),
    commands: STATS,
  },
  {
    ...program(
      'force',
      ['force'],
      undefined,
      'Take what the source says, even when it is less than there was',
    ),
    commands: STATS,
  },

  // Our own.
  program('strict', ['strict'], undefined, 'Warnings are errors'),
  {
    ...program('why', ['why'], undefined, 'Tell what was rendered, and because of what'),
    commands: ONCE,
  },
  program(
    'adopt-destination',
    ['adopt-destination', 'adopt_destination'],
    undefined,
    'Write among files that Hastie did not make; only those of the same name are replaced',
  ),
  {
    ...program('json', ['json'], undefined, 'Print the result as one JSON object on stdout'),
    commands: [...ONCE, ...STATS, 'doctor'],
  },

  // The colours of code.
  {
    ...setting(
      'mode',
      'text',
      ['mode'],
      undefined,
      'light|dark',
      'The light or the dark one of a pair of themes',
    ),
    commands: CSS,
  },
  {
    ...setting('scope', 'text', ['scope'], undefined, 'SELECTOR', 'The selector of the wrapper (.highlight)'),
    commands: CSS,
  },

  // What is said.
  everywhere(setting('quiet', 'flag', ['quiet'], 'q', undefined, 'Say nothing but errors')),
  setting('verbose', 'flag', ['verbose'], 'V', undefined, 'Say everything'),
  setting('profile', 'flag', ['profile'], undefined, undefined, 'Tell how long each stage took'),
  everywhere(program('trace', ['trace'], 't', 'Show where in the program a fault of its own came up')),
  everywhere({
    ...program('color', ['color', 'colour'], undefined, 'Colour, whatever the terminal says'),
    kind: 'switch',
  }),
  answered(program('help', ['help'], 'h', 'Show this')),
  answered(program('version', ['version'], 'v', 'Show the version')),
];

export function flagsOf(command: CommandName | undefined): readonly Flag[] {
  return command === undefined ? FLAGS : FLAGS.filter((flag) => flag.commands.includes(command));
}

function setting(
  key: string,
  kind: Flag['kind'],
  long: Flag['long'],
  short: string | undefined,
  value: string | undefined,
  doc: string,
): Flag {
  return {
    key,
    kind,
    long,
    doc,
    commands: BUILD,
    reaches: 'setting',
    ...(short === undefined ? {} : { short }),
    ...(value === undefined ? {} : { value }),
  };
}

/** After commands that build nothing, too. */
function everywhere(flag: Flag): Flag {
  return { ...flag, commands: [...flag.commands, ...STATS] };
}

/** After the commands that only print, too. */
function answered(flag: Flag): Flag {
  const { commands } = everywhere(flag);
  return { ...flag, commands: [...commands, ...SAID] };
}

function serving(...row: Parameters<typeof setting>): Flag {
  return { ...setting(...row), commands: SERVE };
}

function program(key: string, long: Flag['long'], short: string | undefined, doc: string): Flag {
  return { ...setting(key, 'flag', long, short, undefined, doc), reaches: 'program' };
}
