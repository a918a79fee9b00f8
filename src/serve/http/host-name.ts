/** Parses a `Host` header strictly, to recognise names that lead here by a trick (DNS rebinding). Pure. */

export interface HostName {
  /** In lower case; an IPv6 address without its brackets. */
  readonly name: string;
  readonly isAddress: boolean;
  /** Empty where none was given. */
  readonly port: string;
}

/** Undefined where the header is malformed. */
export function parseHost(header: string): HostName | undefined {
  const match = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9._-]{1,253}))(?::(\d{0,5}))?$/.exec(header);
  if (match === null) return undefined;
  const [, bracketed, plain = '', port = ''] = match;
  if (port !== '' && Number(port) > 65535) return undefined;
  if (bracketed !== undefined)
    return isIpv6(bracketed) ? { name: bracketed.toLowerCase(), isAddress: true, port } : undefined;
  const name = plain.toLowerCase().replace(/\.$/, '');
  if (isIpv4(name)) return { name, isAddress: true, port };
  const labels = name.split('.');
  if (!labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))) return undefined;
  // What ends in a number is meant as an address, and is none.
  if (/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return undefined;
  return { name, isAddress: false, port };
}

/** Whether a name stands for this machine wherever it is asked for. */
export function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}

function isIpv4(name: string): boolean {
  const parts = name.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const ending = last.includes('.') ? (isIpv4(last) ? 2 : undefined) : groups.length === 0 ? 0 : 1;
  if (ending === undefined) return false;
  const hex = last.includes('.') ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  const count = hex.length + (last.includes('.') ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}
