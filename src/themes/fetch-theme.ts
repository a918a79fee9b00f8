/** Gets a theme out of a repository: looks through what the cache has of it, else fetches, checks and keeps it. */

import { themeFromTree } from '../config/theme/find-theme.ts';
import { cachedVersion, themeCacheFolder } from '../config/theme/theme-cache.ts';
import { archiveAddress, mayCarryToken, type ThemeHosts, themeHosts } from '../config/theme/theme-hosts.ts';
import { isCommit, LOCK_FILE } from '../config/theme/theme-lock.ts';
import { themeMessages } from '../diagnostics/catalogue/site/theme.ts';
import { type Diagnostic, DiagnosticError, diagnose } from '../diagnostics/diagnostic.ts';
import type { Theme, WantedTheme } from '../model/config.ts';
import type { Env } from '../ports/env.ts';
import { FsError, type WriteFs } from '../ports/fs.ts';
import { HttpError } from '../ports/http.ts';
import { ArchiveError, type ThemePorts } from '../ports/theme-ports.ts';
import { systemReason } from '../write/system-reason.ts';
import { isTreeSound, keepVersion, sealTree, storeTree } from './theme-store.ts';
import { treeDigest } from './tree-digest.ts';
import { type ArchiveLimits, type ThemeTree, Unpacking } from './unpack.ts';

export interface FetchWorld {
  readonly fs: WriteFs;
  readonly env: Env;
  readonly themes: ThemePorts;
  /** Receives how far it is, for a person. */
  readonly progress: (text: string) => void;
}

export interface FetchLimits extends ArchiveLimits {
  /** Of the archive as it comes. */
  readonly archiveBytes: number;
  /** Of the archive when it is unpacked, all of it. */
  readonly unpackedBytes: number;
  readonly stallMs: number;
  readonly totalMs: number;
}

const MB = 1024 * 1024;

/** Ample for a theme with its documentation and its pictures. */
export const FETCH_LIMITS: FetchLimits = {
  archiveBytes: 200 * MB,
  unpackedBytes: 400 * MB,
  entries: 50_000,
  fileBytes: 20 * MB,
  treeBytes: 100 * MB,
  stallMs: 15_000,
  totalMs: 180_000,
};

export interface FetchedTheme {
  readonly theme: Theme;
  /** Whether the network was asked. */
  readonly isFetched: boolean;
}

interface Fetched {
  readonly commit: string | undefined;
  readonly digest: string;
  readonly tree: ThemeTree;
}

/** The theme as it lies in the cache from now on. Throws `DiagnosticError`; then the cache has nothing that it did not have. */
export async function fetchTheme(
  world: FetchWorld,
  wanted: WantedTheme,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<FetchedTheme> {
  const { fs, env } = world;
  const cache = themeCacheFolder(fs, env);
  if (cache === undefined) throw refusal(diagnose(themeMessages.noCacheFolder, wanted, wanted));
  const known = wanted.locked ?? cachedVersion(fs, cache, wanted);
  if (known !== undefined && isTreeSound(fs, cache, known.digest, world.themes.sha256)) {
    sealTree(fs, cache, known.digest);
    return { theme: themeFromTree(fs, cache, wanted, known), isFetched: false };
  }
  return { theme: await fetchAgain(world, wanted, limits), isFetched: true };
}

/** The same, whatever the cache has of it. */
export async function fetchAgain(
  world: FetchWorld,
  wanted: WantedTheme,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<Theme> {
  const { fs, env } = world;
  const cache = themeCacheFolder(fs, env);
  if (cache === undefined) throw refusal(diagnose(themeMessages.noCacheFolder, wanted, wanted));
  const fetched = await fetchArchive(world, wanted, limits);
  keep(world, cache, wanted, fetched);
  return themeFromTree(fs, cache, wanted, fetched);
}

async function fetchArchive(
  { env, themes, progress }: FetchWorld,
  wanted: WantedTheme,
  limits: FetchLimits,
): Promise<Fetched> {
  const hosts = themeHosts(env);
  if (hosts.mirror === 'invalid') {
    const value = env.get('HASTIE_THEME_HOST') ?? '';
    throw refusal(diagnose(themeMessages.badHost, { value }, wanted));
  }
  const { name, repository, locked } = wanted;
  const address = archiveAddress(hosts, repository, locked?.commit ?? wanted.ref);
  const from = new URL(address).origin;
  progress(`fetching the theme ${name}`);
  try {
    const { archiveBytes: mostBytes, stallMs, totalMs } = limits;
    const { status, chunks } = await themes.download({
      url: address,
      headers: headersFor(hosts, address),
      ...{ mostBytes, stallMs, totalMs },
    });
    if (status !== 200) {
      for await (const _ of chunks) break;
      throw refusal(diagnose(themeMessages.notFound, { name, from: address, status }, wanted));
    }
    const unpacking = new Unpacking(limits);
    const counted = countedChunks(chunks, (bytes) =>
      progress(`fetching the theme ${name} (${(bytes / MB).toFixed(1)} MB)`),
    );
    const { comment } = await themes.readArchive(counted, unpacking, limits.unpackedBytes);
    const tree = unpacking.tree();
    const commit = comment !== undefined && isCommit(comment) ? comment : undefined;
    return { commit, digest: treeDigest(tree, themes.sha256), tree };
  } catch (error) {
    if (error instanceof HttpError)
      throw refusal(diagnose(themeMessages.notFetched, { name, from, reason: error.message }, wanted));
    if (error instanceof ArchiveError)
      throw refusal(diagnose(themeMessages.archiveRefused, { name, from, reason: error.message }, wanted));
    throw error;
  }
}

function headersFor({ token }: ThemeHosts, address: string): Readonly<Record<string, string>> {
  return {
    accept: 'application/x-gzip, application/gzip',
    'accept-encoding': 'identity',
    'user-agent': 'hastie',
    ...(token !== undefined && mayCarryToken(address) ? { authorization: `Bearer ${token}` } : {}),
  };
}

async function* countedChunks(
  chunks: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    count(bytes);
    yield chunk;
  }
}

function keep({ fs }: FetchWorld, cache: string, wanted: WantedTheme, fetched: Fetched): void {
  const { name, locked } = wanted;
  const { digest, tree } = fetched;
  if (locked !== undefined && locked.digest !== digest)
    throw refusal(diagnose(themeMessages.wrongDigest, { name, file: LOCK_FILE, found: digest }, wanted));
  try {
    storeTree(fs, cache, digest, tree);
    keepVersion(fs, cache, wanted, fetched);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const facts = { name, folder: cache, reason: systemReason(error) };
    throw refusal(diagnose(themeMessages.notKept, facts, wanted));
  }
}

function refusal(diagnostic: Diagnostic): DiagnosticError {
  return new DiagnosticError([diagnostic]);
}
