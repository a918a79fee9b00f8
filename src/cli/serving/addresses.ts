/** The addresses of a preview, and which of them other machines can reach. */

import type { Config } from '../../model/config.ts';
import { isLocalName } from '../../serve/http/host-name.ts';
import type { ServeSettings } from './serve-settings.ts';

/** Scheme, host and port, without a path. */
export function originOf({ host, tls }: ServeSettings, port: number): string {
  const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
}

/** The address of the homepage. */
export function homeAddress(origin: string, { settings }: Config): string {
  const { baseurl } = settings;
  const segments = typeof baseurl === 'string' ? baseurl.split('/').filter((part) => part !== '') : [];
  return `${origin}/${segments.map((segment) => `${segment}/`).join('')}`;
}

/** `address` as this machine can open it. */
export function localAddress(address: string): string {
  return address.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=[:/])/, '//localhost');
}

/** The addresses by which other machines reach the server; undefined where it is seen by this machine alone. */
export function exposedAddresses(
  { host }: ServeSettings,
  address: string,
  networkAddresses: () => readonly string[],
): readonly string[] | undefined {
  if (host === '0.0.0.0' || host === '::')
    return networkAddresses().map((name) => address.replace(/\/\/(?:\[[^\]]*\]|[^:/]*)/, `//${name}`));
  return isLoopback(host) ? undefined : [address];
}

function isLoopback(host: string): boolean {
  return /^127\.|^::1$/.test(host) || isLocalName(host);
}
