/** Reads a `Range` header: one span of bytes, as players of video ask for it. Pure. */

export interface Span {
  readonly start: number;
  readonly length: number;
}

/** Undefined where the whole is to be sent: no range, several, or one that is no range at all. */
export function parseRange(header: string | undefined, size: number): Span | 'unsatisfiable' | undefined {
  const match = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? '');
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, length };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, length: end - start + 1 };
}
