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
import { toText } from '../../ruby/print.ts';
import { isArray, type Value } from '../../ruby/values.ts';
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

const RETRY_MS = 1000;

/** `config` has the flags in it. */
export function readServeSettings(fs: ReadFs, config: Config, typed: Overrides): ServeSettings {
  const { values } = config;
  const diagnostics: Diagnostic[] = [];
  const is = (key: string): boolean => values.get(key) === true;
  const host = textOf(values.get('host')) ?? '127.0.0.1';
  const portText = toText(values.get('port') ?? '');
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : -1;
  if (port < 0 || port > 65535) diagnostics.push(diagnose(portInvalid, { port: portText }));
  const detach = is('detach');
  const watch = values.get('watch') !== false && !detach;
  const reload = values.get('livereload') !== false && watch;
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
    hosts: new Set([host, ...listOf(values.get('allow_host'))].map((name) => name.toLowerCase())),
    watch,
    polling: is('force_polling'),
    reload,
    reloadIgnores: listOf(values.get('livereload_ignore')),
    retryMs: retryOf(values.get('livereload_min_delay')),
    listings: is('show_dir_listing'),
    open: is('open_url'),
    detach,
    skipBuild: is('skip_initial_build'),
    diagnostics,
  };
}

/** `delay` is in seconds. */
function retryOf(delay: Value): number {
  return typeof delay === 'number' && delay > 0 ? Math.min(delay, 3600) * 1000 : RETRY_MS;
}

/** Undefined for HTTP. */
function readTls(fs: ReadFs, { values, source }: Config, diagnostics: Diagnostic[]): ServeSettings['tls'] {
  const named = { key: textOf(values.get('ssl_key')), cert: textOf(values.get('ssl_cert')) };
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

/** A list, or the text of a flag with commas. */
function listOf(value: Value): string[] {
  if (isArray(value)) return value.filter((each) => typeof each === 'string');
  return typeof value === 'string' ? value.split(',').filter((each) => each !== '') : [];
}

function textOf(value: Value): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
