/** `hastie serve`: listens, builds, shows, and builds again whenever a file changes, until it is interrupted. */

import { loadConfig } from '../../config/load-config.ts';
import {
  exposed,
  nothingBuilt,
  openFailed,
  restartNeeded,
  serveFault,
} from '../../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose, hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Config, Overrides } from '../../model/config.ts';
import { earlierOutputs } from '../../serve/earlier-outputs.ts';
import type { Session } from '../../serve/session.ts';
import { createWatchScope } from '../../serve/watch/watch-scope.ts';
import { buildFlags } from '../build-flags.ts';
import { type Context, EXIT, isQuiet, print, reportDiagnostics } from '../context.ts';
import { exposedAddresses, homeAddress, localAddress, originOf } from '../serving/addresses.ts';
import { openServer, SessionHandlers } from '../serving/listener.ts';
import { createRunSession } from '../serving/run-session.ts';
import { ServeReport } from '../serving/serve-report.ts';
import { readServeSettings, type ServeSettings } from '../serving/serve-settings.ts';
import type { ServeWorld } from '../serving/serve-world.ts';
import { type RunResult, runUntilDone, Shutdown } from '../serving/shutdown.ts';

/** Returns the exit status: 0 after Ctrl-C. */
export function runServe(context: Context, serve: ServeWorld): Promise<number> {
  return runUntilDone(serve, () => serveOnce(context, serve));
}

/** A server that listens, with what its settings were when it began. */
interface Preview {
  readonly context: Context;
  readonly serve: ServeWorld;
  readonly config: Config;
  readonly settings: ServeSettings;
  readonly session: Session;
  readonly shutdown: Shutdown;
  /** Of the homepage. */
  readonly address: string;
}

async function serveOnce(context: Context, serve: ServeWorld): Promise<RunResult> {
  const { args, world, workingFolder } = context;
  const overrides = servingOverrides(args.overrides);
  const config = loadConfig(world.fs, world.env, { workingFolder, overrides }, world.plugins);
  const settings = readServeSettings(world.fs, config, args.overrides);
  reportDiagnostics(context, [...args.remarks, ...settings.diagnostics]);
  if (hasErrors(settings.diagnostics)) return EXIT.usage;
  if (settings.detach) return await detach(context, serve);

  const handlers = new SessionHandlers((error) => reportDiagnostics(context, [requestFault(error)]));
  const server = await openServer(settings, serve, handlers);
  if ('code' in server) {
    reportDiagnostics(context, [server]);
    return EXIT.failed;
  }
  const origin = originOf(settings, server.port);
  const shutdown = new Shutdown(context, serve, config);
  const session = createRunSession(context, serve, shutdown, {
    flags: buildFlags(context, withOrigin(overrides, config, origin)),
    settings: { ...settings, run: serve.nowMs().toString(36) },
    scope: settings.watch ? createWatchScope(config) : undefined,
    polling: settings.polling,
    built: createBuildReport(context, serve, config),
  });
  handlers.attach(session);
  const address = homeAddress(origin, config);
  const status = await showUntilDone({ context, serve, config, settings, session, shutdown, address });
  await Promise.all([session.stop(), server.close()]);
  return shutdown.finish(status, ['--port', String(server.port)]);
}

/** Builds, then watches until the run is to end. Returns the exit status. */
async function showUntilDone(preview: Preview): Promise<number> {
  const { serve, settings, session, shutdown } = preview;
  const builds = !settings.skipBuild || serve.isRestart;
  if (!builds || serve.isRestart) showEarlier(preview, builds);
  const isUp = !builds || (await session.build())?.ok === true;
  // Without watching, nothing would ever correct what is wrong now.
  if (!isUp && !settings.watch) return EXIT.failed;
  if (!shutdown.isRequested) await announce(preview);
  if (isUp) serve.notifyParent('ready');
  const stopReading = serve.onTypedLine((line) => void handleCommand(preview, line));
  if (!shutdown.isRequested) await session.watch();
  await shutdown.requested;
  stopReading();
  return EXIT.ok;
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
function withOrigin(overrides: Overrides, { environment }: Config, origin: string): Overrides {
  return environment === 'development' ? new Map(overrides).set('url', origin) : overrides;
}

/** Reports each build, and once settings that take effect only after a restart. */
function createBuildReport(context: Context, serve: ServeWorld, config: Config): ServeReport['built'] {
  const report = new ServeReport(context, serve.nowMs);
  let reported = '';
  return (result, ms, changes) => {
    report.built(result, ms, changes);
    const settings = changedServerSettings(config, result.config);
    if (settings.length > 0 && settings.join() !== reported)
      reportDiagnostics(context, [diagnose(restartNeeded, { settings })]);
    reported = settings.join();
  };
}

/** Settings of the server itself whose values in the configuration files have changed. */
function changedServerSettings(before: Config, now: Config): string[] {
  if (now.files.length === 0) return [];
  return ['host', 'port', 'ssl_key', 'ssl_cert']
    .filter((key) => String(before.values.get(key)) !== String(now.values.get(key)))
    .map((key) => `\`${key}\``);
}

/** What was built last: all that is shown, or what stays if the build that follows fails. */
function showEarlier({ context, session, config }: Preview, builds: boolean): void {
  const { fs, env } = context.world;
  const outputs = earlierOutputs(fs, env, config);
  if (outputs.length === 0 && builds) return;
  if (outputs.length === 0)
    reportDiagnostics(context, [diagnose(nothingBuilt, { destination: config.destination })]);
  session.show(outputs, config);
}

async function announce(preview: Preview): Promise<void> {
  const { context, serve, settings, address } = preview;
  const { outPalette: palette, args, world } = context;
  const addresses = exposedAddresses(settings, address, serve.networkAddresses);
  if (addresses !== undefined) reportDiagnostics(context, [diagnose(exposed, { addresses })]);
  if (!isQuiet(args, world)) {
    // `--detach` runs the program once more with `--no-detach`, where no keyboard reaches it.
    const stops = args.overrides.get('detach') === false ? [] : ['Ctrl-C to stop'];
    const notes = [...(settings.watch ? ['watching for changes'] : []), ...stops].join('; ');
    const noted = notes === '' ? '' : ` (${notes})`;
    print(context, `${palette.good('Serving')} ${palette.strong(localAddress(address))}${noted}\n`);
  }
  if (settings.open && !serve.isRestart) await openSite(preview);
}

async function openSite({ context, serve, address }: Preview): Promise<void> {
  const reason = await serve.openBrowser(address);
  if (reason !== undefined) reportDiagnostics(context, [diagnose(openFailed, { address, reason })]);
}

/** What may be typed while the preview runs: one letter and Enter. */
async function handleCommand(preview: Preview, line: string): Promise<void> {
  const { terminal } = preview.context;
  switch (line) {
    case 'r':
      preview.session.rebuild();
      return;
    case 'u':
      terminal.out(`${preview.address}\n`);
      return;
    case 'o':
      await openSite(preview);
      return;
    case 'c':
      terminal.out('\u001b[2J\u001b[3J\u001b[H');
      return;
    case 'h':
      terminal.out('r: rebuild, u: show the address, o: open it, c: clear the screen; Ctrl-C to stop\n');
  }
}

async function detach({ terminal }: Context, serve: ServeWorld): Promise<number> {
  const { id, ready } = await serve.detach(['--no-detach', '--no-watch'], terminal);
  if (ready === undefined) return EXIT.failed;
  terminal.out(`The server is running in the background as process ${id}; run \`kill ${id}\` to stop it.\n`);
  return EXIT.ok;
}

function requestFault(error: unknown): Diagnostic {
  return diagnose(serveFault, { what: String(error), during: 'while answering a request' });
}
