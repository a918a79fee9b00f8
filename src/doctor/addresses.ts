/** Where an address of a page leads: into the site, past it, or elsewhere. */

import type { Config } from '../model/config.ts';
import type { Value } from '../ruby/values.ts';

export interface Home {
  /** The host that `url:` names; undefined without one. */
  readonly host: string | undefined;
  /** Without a slash at its end. */
  readonly baseurl: string;
}

export type Target =
  | {
      readonly kind: 'inside';
      /** From the site's root without the first slash, decoded: `images/a.png`, `about/`, empty for the root. */
      readonly path: string;
      /** Decoded; undefined without a `#`. */
      readonly fragment: string | undefined;
      /** Whether it names the host. */
      readonly isWhole: boolean;
    }
  /** On the site's host, but not below its baseurl. */
  | { readonly kind: 'beside'; readonly path: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'malformed' };

const ELSEWHERE: Target = { kind: 'elsewhere' };
const NOWHERE = 'http://site.invalid';

export function readHome(config: Pick<Config, 'settings'>): Home {
  const baseurl = textOf(config.settings.baseurl).replace(/\/+$/, '');
  return {
    host: parse(textOf(config.settings.url))?.host || undefined,
    baseurl: baseurl === '' || baseurl.startsWith('/') ? baseurl : `/${baseurl}`,
  };
}

/** @param page where the address stands */
export function targetOf(
  address: string,
  page: { readonly url: string; readonly base: string | undefined },
  home: Home,
): Target {
  // other schemes: mail, telephone, scripts, data
  if (/^[a-z][a-z\d+.-]*:/i.test(address) && !/^https?:/i.test(address)) return ELSEWHERE;
  const here = parse(page.base ?? '', NOWHERE + home.baseurl + encodeURI(page.url));
  const url = here === undefined ? undefined : parse(address, here.href);
  if (url === undefined) return { kind: 'malformed' };
  const isWhole = /^(?:https?:)?\/\//i.test(address) || url.host !== 'site.invalid';
  if (isWhole && (home.host === undefined || url.host !== home.host)) {
    return url.host === 'site.invalid' ? { kind: 'malformed' } : ELSEWHERE;
  }
  const path = decode(url.pathname);
  const below = `${home.baseurl}/`;
  if (path !== home.baseurl && !path.startsWith(below)) return { kind: 'beside', path };
  const fragment = url.hash === '' && !address.includes('#') ? undefined : decode(url.hash.slice(1));
  return { kind: 'inside', path: path.slice(below.length), fragment, isWhole };
}

export function parse(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** Percent signs that encode nothing stay. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value.trim() : '';
}
