/** `hastie serve`: listens, builds, shows, and builds again whenever a file changes, until it is told to stop. */

import { loadConfig } from '../../config/load-config.ts';
import {
  exposed,
  hostUnknown,
  keyUnreadable,
  nothingBuilt,
  openFailed,
  pollingOnly,
  portBusy,
  portRefused,
  restartNeeded,
  serveFault,
} from '../../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Config, Overrides } from '../../model/config.ts';
import type { HttpServer } from '../../node/serve/serve-http.ts';
import { earlierOutputs } from '../../serve/earlier-outputs.ts';
import { isLocalName } from '../../serve/http/host-name.ts';
import { createRebuilder } from '../../serve/rebuild.ts';
import { createSession, type Session } from '../../serve/session.ts';
import { createWatchScope } from '../../serve/watch/watch-scope.ts';
import { type Context, EXIT, isQuiet, say, tell, traceText } from '../context.ts';
import { createEnding, type End, untilItEnds } from '../serving/serve-ending.ts';
import { createServeReport } from '../serving/serve-report.ts';
import { readServeSettings, type ServeSettings } from '../serving/serve-settings.ts';
import type { ServeWorld } from '../serving/serve-world.ts';

/** Returns the exit status: 0 after Ctrl-C. */
export function runServe(context: Context, serve: ServeWorld): Promise<number> {
  return untilItEnds(serve, () => serveOnce(context, serve));
}

async function serveOnce(context: Context, serve: ServeWorld): Promise<End> {
  const { args, world, workingFolder } = context;
  const overrides = servingOverrides(args.overrides);
  const config = loadConfig(world.fs, world.env, { workingFolder, overrides });
  const settings = readServeSettings(world.fs, config, args.overrides);
  tell(context, [...args.remarks, ...settings.diagnostics]);
  if (hasErrors(settings.diagnostics)) return EXIT.usage;
  if (settings.detach) return await detach(context, serve);

  const bound = await bind(settings, serve, (error) => tell(context, [fault(error)]));
  if ('code' in bound) {
    tell(context, [bound]);
    return EXIT.failed;
  }
  const { server, attach } = bound;
  const home = homeAddress(settings, server.port);
  const ending = createEnding(context, serve, config);
  const report = createServeReport(context, serve.nowMs);
  const rebuilder = createRebuilder(
    { ...world, stopped: ending.isHere },
    serve.newClock,
    {
      workingFolder,
      overrides: withAddress(overrides, config, home),
      strict: args.program.get('strict') === true,
      adoptDestination: args.program.get('adopt-destination') === true,
    },
    context.cache,
  );
  let unheeded = '';
  const session = createSession(
    {
      ...serve,
      fs: world.fs,
      elapsed: world.clock.elapsed,
      openHints: settings.polling ? undefined : serve.openHints,
    },
    ending.leaving(rebuilder),
    {
      built(result, ms, changes) {
        report.built(result, ms, changes);
        const changed = changedSettings(config, result.config);
        if (changed.length > 0 && changed.join() !== unheeded)
          tell(context, [diagnose(restartNeeded, { settings: changed })]);
        unheeded = changed.join();
      },
      fault: (diagnostic, error) => {
        tell(context, [diagnostic]);
        context.terminal.err(traceText(context, error));
      },
      sweepingOnly: (code, reason) => tell(context, [diagnose(pollingOnly, { code, reason })]),
      isOutdatedBy: ending.isOutdatedBy,
    },
    { ...settings, run: serve.nowMs().toString(36) },
    settings.watch ? createWatchScope(config) : undefined,
  );
  attach(session);

  const isBuilt = !settings.skipBuild || serve.isStartedAgain;
  if (!isBuilt || serve.isStartedAgain) showEarlier(context, session, config, isBuilt);
  const isUp = !isBuilt || (await session.build())?.ok === true;
  // Without watching, nothing would ever mend what is broken now.
  if (isUp || settings.watch) {
    if (!ending.isHere()) await announce(context, serve, settings, config, home);
    if (isUp) serve.tellParent('ready');
    const endTyping = serve.onTypedLine((line) => void obey(line, context, serve, session, home, config));
    if (!ending.isHere()) await session.watch();
    await ending.came;
    endTyping();
  }
  await Promise.all([session.stop(), server.close()]);
  return ending.end(isUp || settings.watch ? EXIT.ok : EXIT.failed, ['--port', String(server.port)]);
}

/** What Jekyll's `serve` sets besides what was typed. */
function servingOverrides(typed: Overrides): Overrides {
  const overrides = new Map(typed);
  if (!overrides.has('livereload_port')) overrides.set('livereload_port', 35_729);
  overrides.set('serving', true);
  if (!overrides.has('watch')) overrides.set('watch', true);
  return overrides;
}

/** As in Jekyll, `site.url` is the preview's own address in development. */
function withAddress(overrides: Overrides, { environment }: Config, home: string): Overrides {
  return environment === 'development' ? new Map(overrides).set('url', home) : overrides;
}

function homeAddress({ host, tls }: ServeSettings, port: number): string {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
}

interface Bound {
  readonly server: HttpServer;
  /** Requests wait for the session. */
  readonly attach: (session: Session) => void;
}

async function bind(
  { host, port, tls }: ServeSettings,
  serve: ServeWorld,
  onFault: (error: unknown) => void,
): Promise<Bound | Diagnostic> {
  let attach = (_session: Session): void => {};
  const attached = new Promise<Session>((resolve) => {
    attach = resolve;
  });
  let session: Session | undefined;
  try {
    const server = await serve.listen(
      { host, port, tls },
      {
        answer: async (request) => await (await attached).answer(request),
        openStream: (sink) => session?.openStream(sink) ?? (() => {}),
        fault: onFault,
      },
    );
    return {
      server,
      attach(ready) {
        session = ready;
        attach(ready);
      },
    };
  } catch (error) {
    return await bindRefusal(error, host, port, serve);
  }
}

async function bindRefusal(
  error: unknown,
  host: string,
  port: number,
  serve: ServeWorld,
): Promise<Diagnostic> {
  // The door: what Node throws here is an error, most often the system's.
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return diagnose(portBusy, { host, port, owner: await serve.findPortOwner(port) });
  if (code === 'EACCES' || code === 'EPERM') return diagnose(portRefused, { port, reason: message });
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return diagnose(keyUnreadable, { flag: '--ssl-key', path: undefined, reason: message });
  return diagnose(hostUnknown, { host, reason: message });
}

/** What was built last: all that is shown, or what stays if the build that follows fails. */
function showEarlier(context: Context, session: Session, config: Config, isBuilt: boolean): void {
  const { fs, env } = context.world;
  const outputs = earlierOutputs(fs, env, config);
  if (outputs.length === 0 && isBuilt) return;
  if (outputs.length === 0) tell(context, [diagnose(nothingBuilt, { destination: config.destination })]);
  session.show(outputs, config);
}

async function announce(
  context: Context,
  serve: ServeWorld,
  settings: ServeSettings,
  config: Config,
  home: string,
): Promise<void> {
  const { outPalette: palette, args, world } = context;
  const address = shownAddress(home, config);
  const isOpen = settings.host === '0.0.0.0' || settings.host === '::';
  if (isOpen || !isLoopback(settings.host)) {
    const addresses = isOpen
      ? serve.networkAddresses().map((name) => address.replace(/\/\/(?:\[[^\]]*\]|[^:/]*)/, `//${name}`))
      : [address];
    tell(context, [diagnose(exposed, { addresses })]);
  }
  if (!isQuiet(args, world)) {
    const reachable = isOpen ? address.replace(/\/\/(?:0\.0\.0\.0|\[::\])/, '//localhost') : address;
    // `--detach` runs itself once more with `--no-detach`, out of the keyboard's reach.
    const stops = args.overrides.get('detach') === false ? [] : ['Ctrl-C to stop'];
    const notes = [...(settings.watch ? ['watching for changes'] : []), ...stops].join('; ');
    const noted = notes === '' ? '' : ` (${notes})`;
    say(context, `${palette.good('Serving')} ${palette.strong(reachable)}${noted}\n`);
  }
  if (settings.open && !serve.isStartedAgain) await openSite(context, serve, address);
}

async function openSite(context: Context, serve: ServeWorld, address: string): Promise<void> {
  const reason = await serve.openBrowser(address);
  if (reason !== undefined) tell(context, [diagnose(openFailed, { address, reason })]);
}

function shownAddress(home: string, { values }: Config): string {
  const baseurl = values.get('baseurl');
  const segments = typeof baseurl === 'string' ? baseurl.split('/').filter((part) => part !== '') : [];
  return `${home}/${segments.map((segment) => `${segment}/`).join('')}`;
}

function isLoopback(host: string): boolean {
  return /^127\.|^::1$/.test(host) || isLocalName(host);
}

/** What may be typed while the preview runs: one letter and Enter. */
async function obey(
  line: string,
  context: Context,
  serve: ServeWorld,
  session: Session,
  home: string,
  config: Config,
): Promise<void> {
  const { terminal } = context;
  switch (line) {
    case 'r':
      session.rebuild();
      return;
    case 'u':
      terminal.out(`${shownAddress(home, config)}\n`);
      return;
    case 'o':
      await openSite(context, serve, shownAddress(home, config));
      return;
    case 'c':
      terminal.out('\u001b[2J\u001b[3J\u001b[H');
      return;
    case 'h':
      terminal.out('r: rebuild, u: show the address, o: open it, c: clear the screen; Ctrl-C to stop\n');
  }
}

/** Settings of the server itself that another configuration file now says otherwise. */
function changedSettings(before: Config, now: Config): string[] {
  const keys = ['host', 'port', 'ssl_key', 'ssl_cert'];
  return keys
    .filter((key) => now.files.length > 0 && String(before.values.get(key)) !== String(now.values.get(key)))
    .map((key) => `\`${key}\``);
}

async function detach({ terminal }: Context, serve: ServeWorld): Promise<number> {
  const { id, ready } = await serve.detach(['--no-detach', '--no-watch'], terminal);
  if (ready === undefined) return EXIT.failed;
  terminal.out(`The server is running in the background as process ${id}; run \`kill ${id}\` to stop it.\n`);
  return EXIT.ok;
}

function fault(error: unknown): Diagnostic {
  return diagnose(serveFault, { what: String(error), during: 'while answering a request' });
}
