/** The table of flags: which command accepts which, and which setting each one sets. */

/** A command that takes flags. */
export type CommandName =
  | 'build'
  | 'clean'
  | 'serve'
  | 'stats'
  | 'theme'
  | 'doctor'
  | 'highlight-css'
  | 'completion';

export interface Flag {
  /** The key of the configuration that it sets, or its own name where it is no setting. */
  readonly key: string;
  /** The long spellings, without dashes; the first is the one that help shows. */
  readonly long: readonly [string, ...string[]];
  readonly short?: string;
  /** `switch`: on or off (`--no-…`); `text`, `number`: takes a value. */
  readonly kind: 'flag' | 'switch' | 'text' | 'number';
  /** What help calls its value. */
  readonly value?: string;
  /** A line of help. */
  readonly doc: string;
  readonly commands: readonly CommandName[];
  /** `setting`: passed on to the configuration; `program`: read by the command line itself. */
  readonly reaches: 'setting' | 'program';
  /** A feature that this version lacks: what happens instead, and whether that changes the result. */
  readonly absent?: { readonly instead: string; readonly matters: boolean };
}

const BUILD: readonly CommandName[] = ['build', 'clean', 'serve', 'doctor'];
const ONCE: readonly CommandName[] = ['build', 'clean'];
const SERVE: readonly CommandName[] = ['serve'];
const STATS: readonly CommandName[] = ['stats'];
const THEME: readonly CommandName[] = ['theme'];
const PRINTING: readonly CommandName[] = ['completion'];
const CSS: readonly CommandName[] = ['highlight-css'];

export const FLAGS: readonly Flag[] = [
  // Source and destination.
  everywhere(
    setting('source', 'text', ['source'], 's', 'FOLDER', 'The site’s source folder (default: this folder)'),
  ),
  setting(
    'destination',
    'text',
    ['destination'],
    'd',
    'FOLDER',
    'The folder to write the site to (default: dist)',
  ),
  everywhere(
    setting(
      'config',
      'text',
      ['config'],
      undefined,
      'FILE[,FILE…]',
      'Configuration files; later ones override earlier ones (default: _config.yml)',
    ),
  ),
  setting('layouts_dir', 'text', ['layouts'], undefined, 'FOLDER', 'The layouts folder (default: _layouts)'),
  setting(
    'plugins_dir',
    'text',
    ['plugins'],
    'p',
    'FOLDER[,FOLDER…]',
    "The folders of the site's own plugins (default: _plugins)",
  ),
  setting('baseurl', 'text', ['baseurl'], 'b', 'PATH', 'The path under which the site is served'),

  // What is published.
  setting('show_drafts', 'flag', ['drafts'], 'D', undefined, 'Publish drafts (in _drafts), too'),
  setting('future', 'switch', ['future'], undefined, undefined, 'Publish posts with a future date, too'),
  setting(
    'unpublished',
    'flag',
    ['unpublished'],
    undefined,
    undefined,
    'Publish pages with `published: false`, too',
  ),
  setting(
    'limit_posts',
    'number',
    ['limit_posts', 'limit-posts'],
    undefined,
    'N',
    'Publish only the N newest posts',
  ),

  // How it is built.
  setting(
    'strict_front_matter',
    'switch',
    ['strict_front_matter', 'strict-front-matter'],
    undefined,
    undefined,
    'Treat broken front matter as an error (default: on)',
  ),
  setting(
    'safe',
    'switch',
    ['safe'],
    undefined,
    undefined,
    'Run only built-in plugins, and skip links to outside the source',
  ),
  setting(
    'disable_disk_cache',
    'flag',
    ['disable-disk-cache', 'disable_disk_cache'],
    undefined,
    undefined,
    'Do not use the cache folder',
  ),
  setting(
    'github_pages',
    'switch',
    ['github-pages', 'github_pages'],
    undefined,
    undefined,
    'Build like GitHub Pages, with its plugins, defaults and limits',
  ),
  setting(
    'incremental',
    'switch',
    ['incremental'],
    'I',
    undefined,
    'Accepted for compatibility: every build is incremental',
  ),
  {
    ...setting(
      'watch',
      'switch',
      ['watch'],
      'w',
      undefined,
      'Rebuild when a file changes (default for `serve`)',
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
      'Check every file once a second, where the system reports no changes',
    ),
    commands: [...ONCE, ...SERVE],
  },
  {
    ...setting('lsi', 'switch', ['lsi'], undefined, undefined, 'Find related posts by their content'),
    absent: { instead: '`site.related_posts` contains the newest posts', matters: true },
  },

  // How it is served.
  serving(
    'host',
    'text',
    ['host'],
    'H',
    'NAME',
    'The host to listen on (default: 127.0.0.1, this machine only)',
  ),
  serving('port', 'text', ['port'], 'P', 'N', 'The port to listen on; 0 picks a free one (default: 4000)'),
  serving('open_url', 'flag', ['open-url', 'open_url'], 'o', undefined, 'Open the site in a browser'),
  serving(
    'livereload',
    'switch',
    ['livereload'],
    'l',
    undefined,
    'Reload the page in the browser after a build (default: on)',
  ),
  serving(
    'livereload_ignore',
    'text',
    ['livereload-ignore', 'livereload_ignore'],
    undefined,
    'GLOB[,GLOB…]',
    'Files whose changes do not reload pages',
  ),
  serving(
    'livereload_min_delay',
    'number',
    ['livereload-min-delay', 'livereload_min_delay'],
    undefined,
    'SECONDS',
    'How long a page waits before it reconnects to the server (default: 1)',
  ),
  serving(
    'livereload_max_delay',
    'number',
    ['livereload-max-delay', 'livereload_max_delay'],
    undefined,
    'SECONDS',
    'Accepted for compatibility: the wait does not grow',
  ),
  serving(
    'livereload_port',
    'number',
    ['livereload-port', 'livereload_port'],
    undefined,
    'N',
    'Accepted for compatibility: reloading uses the port of the site',
  ),
  serving(
    'skip_initial_build',
    'flag',
    ['skip-initial-build', 'skip_initial_build'],
    undefined,
    undefined,
    'Show the last build, and rebuild on the first change',
  ),
  serving(
    'show_dir_listing',
    'flag',
    ['show-dir-listing', 'show_dir_listing'],
    undefined,
    undefined,
    'List the contents of a folder instead of its index page',
  ),
  serving(
    'allow_host',
    'text',
    ['allow-host', 'allow_host'],
    undefined,
    'NAME[,NAME…]',
    'Accept requests for these host names, too (e.g. of a tunnel)',
  ),
  serving(
    'ssl_cert',
    'text',
    ['ssl-cert', 'ssl_cert'],
    undefined,
    'FILE',
    'Serve HTTPS with this certificate',
  ),
  serving('ssl_key', 'text', ['ssl-key', 'ssl_key'], undefined, 'FILE', 'The key of the certificate'),
  serving('detach', 'switch', ['detach'], 'B', undefined, 'Run in the background, without watching'),

  // Where citations come from.
  {
    ...setting(
      'from',
      'text',
      ['from'],
      undefined,
      'NAME[,NAME…]',
      'The sources to try, in order: scholar, serpapi, semantic_scholar, openalex',
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
      'The id of a Scholar profile other than the site’s',
    ),
    commands: STATS,
  },
  {
    ...program(
      'force',
      ['force'],
      undefined,
      'Accept the counts of the source, even if they dropped or look wrong',
    ),
    commands: STATS,
  },

  // Not in Jekyll.
  program('strict', ['strict'], undefined, 'Treat warnings as errors'),
  {
    ...program('why', ['why'], undefined, 'List what was rendered, and why'),
    commands: ONCE,
  },
  program(
    'adopt-destination',
    ['adopt-destination', 'adopt_destination'],
    undefined,
    'Write among files that Hastie did not write; replace only those of the same name',
  ),
  {
    ...program('json', ['json'], undefined, 'Print the result as one JSON object to stdout'),
    commands: [...ONCE, ...STATS, ...THEME, 'doctor'],
  },

  // The colours of code.
  {
    ...setting(
      'mode',
      'text',
      ['mode'],
      undefined,
      'light|dark',
      'The light or the dark variant of the theme',
    ),
    commands: CSS,
  },
  {
    ...setting(
      'scope',
      'text',
      ['scope'],
      undefined,
      'SELECTOR',
      'The selector of the wrapper (default: .highlight)',
    ),
    commands: CSS,
  },

  // Output.
  everywhere(setting('quiet', 'flag', ['quiet'], 'q', undefined, 'Print only errors')),
  setting('verbose', 'flag', ['verbose'], 'V', undefined, 'Print all messages in full'),
  setting('profile', 'flag', ['profile'], undefined, undefined, 'Print how long each stage took'),
  everywhere(program('trace', ['trace'], 't', 'Print the stack trace of an internal error')),
  everywhere({
    ...program('color', ['color', 'colour'], undefined, 'Colour the output, whatever the terminal supports'),
    kind: 'switch',
  }),
  answered(program('help', ['help'], 'h', 'Show this help')),
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
  return { ...flag, commands: [...flag.commands, ...STATS, ...THEME] };
}

/** After the commands that only print, too. */
function answered(flag: Flag): Flag {
  const { commands } = everywhere(flag);
  return { ...flag, commands: [...commands, ...PRINTING] };
}

function serving(...row: Parameters<typeof setting>): Flag {
  return { ...setting(...row), commands: SERVE };
}

function program(key: string, long: Flag['long'], short: string | undefined, doc: string): Flag {
  return { ...setting(key, 'flag', long, short, undefined, doc), reaches: 'program' };
}
