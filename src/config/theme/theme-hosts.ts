/** The servers that themes may be fetched from, as the environment names them: nothing in a repository can add one. */

import type { Env } from '../../ports/env.ts';

export interface ThemeHosts {
  /** Host names of repositories: GitHub's, and those of the variables. */
  readonly names: readonly string[];
  /** Where all archives come from in place of the hosts' own download addresses; `invalid` where that can't be read. */
  readonly mirror: URL | 'invalid' | undefined;
  /** Sent to the server that archives come from, and to no other. */
  readonly token: string | undefined;
}

export const HOST_VARIABLE = 'HASTIE_THEME_HOST';
export const TOKEN_VARIABLE = 'HASTIE_THEME_TOKEN';
const GITHUB = 'github.com';

export function themeHosts(env: Env): ThemeHosts {
  const mirror = readMirror(env.get(HOST_VARIABLE));
  const named = [env.get('PAGES_GITHUB_HOSTNAME'), env.get('GITHUB_HOSTNAME')].flatMap((name) =>
    name === undefined || name === '' ? [] : [name.toLowerCase()],
  );
  const own = mirror === undefined || mirror === 'invalid' ? [] : [mirror.host, mirror.hostname];
  const token = env.get(TOKEN_VARIABLE);
  return {
    names: [...new Set([GITHUB, ...named, ...own])],
    mirror,
    token: token === '' ? undefined : token,
  };
}

/** `mirror.example.com`, `http://127.0.0.1:8080/base`. */
function readMirror(text: string | undefined): URL | 'invalid' | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text.trim() : `https://${text.trim()}`);
    const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
    return isHttp && url.username === '' && url.search === '' && url.hash === '' ? url : 'invalid';
  } catch {
    return 'invalid';
  }
}

/**
 * Where the archive of a repository is: `<host>/<owner>/<name>/tar.gz/<ref>`, on GitHub's host `codeload.<host>`. Every part
 * was checked when it was read.
 *
 * @param repository `https://github.com/owner/name`
 */
export function archiveAddress(hosts: ThemeHosts, repository: string, ref: string): string {
  const { protocol, host, pathname } = new URL(repository);
  const { mirror } = hosts;
  const base =
    mirror === undefined || mirror === 'invalid'
      ? `${protocol}//codeload.${host}`
      : mirror.href.replace(/\/+$/, '');
  return `${base}${pathname}/tar.gz/${ref}`;
}

/** A token goes over an encrypted connection, or to this machine. */
export function mayCarryToken(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
