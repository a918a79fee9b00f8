/** The settings of the server, from flags and configuration, with all that is wrong with them. */

import { expandPath } from '../../base/paths.ts';
import {
  flagWithoutEffect,
  keyMissing,
  keyUnreadable,
  portInvalid,
} from '../../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Config, Overrides } from '../../model/config.ts';
import { FsError, type ReadFs } from '../../ports/fs.ts';
import { systemReason } from '../../write/system-reason.ts';

export interface ServeSettings {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** In lower case. */
  readonly hosts: ReadonlySet<string>;
  readonly watch: boolean;
  readonly polling: boolean;
  readonly reload: boolean;
  readonly reloadIgnores: readonly string[];
  readonly retryMs: number;
  readonly listings: boolean;
  readonly open: boolean;
  readonly detach: boolean;
  readonly skipBuild: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** `config` has the flags in it. */
export function readServeSettings(fs: ReadFs, config: Config, typed: Overrides): ServeSettings {
  const { settings } = config;
  const diagnostics: Diagnostic[] = [];
  const { host, detach } = settings;
  const port = /^\d{1,5}$/.test(settings.port) ? Number(settings.port) : -1;
  if (port < 0 || port > 65535) diagnostics.push(diagnose(portInvalid, { port: settings.port }));
  const watch = settings.watch && !detach;
  const reload = settings.livereload && watch;
  if (typed.has('livereload_port')) {
    const reason = 'reloading uses the port of the site';
    diagnostics.push(diagnose(flagWithoutEffect, { flag: '--livereload-port', reason }));
  }
  if (detach && typed.get('livereload') === true) {
    const reason = 'a detached server does not watch';
    diagnostics.push(diagnose(flagWithoutEffect, { flag: '--livereload', reason }));
  }
  return {
    host,
    port,
    tls: readTls(fs, config, diagnostics),
    hosts: new Set([host, ...settings.allowHost].map((name) => name.toLowerCase())),
    watch,
    polling: settings.forcePolling,
    reload,
    reloadIgnores: settings.livereloadIgnore,
    retryMs: settings.livereloadMinDelay * 1000,
    listings: settings.showDirListing,
    open: settings.openUrl,
    detach,
    skipBuild: settings.skipInitialBuild,
    diagnostics,
  };
}

/** Undefined for HTTP. */
function readTls(fs: ReadFs, { settings, source }: Config, diagnostics: Diagnostic[]): ServeSettings['tls'] {
  const named = { key: settings.sslKey, cert: settings.sslCert };
  if (named.key === undefined && named.cert === undefined) return undefined;
  const read = (flag: string, other: string, path: string | undefined): string => {
    const text =
      path === undefined
        ? diagnose(keyMissing, { given: other, lacking: flag })
        : readPem(fs, flag, path, source);
    if (typeof text === 'string') return text;
    diagnostics.push(text);
    return '';
  };
  return {
    key: read('--ssl-key', '--ssl-cert', named.key),
    cert: read('--ssl-cert', '--ssl-key', named.cert),
  };
}

/** The text of a PEM file, or why it can't be used. */
function readPem(fs: ReadFs, flag: string, path: string, source: string): string | Diagnostic {
  const refuse = (reason: string): Diagnostic => diagnose(keyUnreadable, { flag, path, reason });
  try {
    const text = new TextDecoder().decode(fs.readBytes(expandPath(path, source)));
    return text.includes('-----BEGIN') ? text : refuse('it is not in PEM form');
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    return refuse(error.code === 'ENOENT' ? 'the file does not exist' : systemReason(error));
  }
}
