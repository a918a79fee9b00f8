/** Makes tar archives on the fly, sound ones and others: every field of a header can be set. */

import { gzipSync } from 'node:zlib';

export interface TarEntry {
  readonly path: string;
  readonly content?: string | Buffer;
  /** Of POSIX: `0` a file, `1` a hard link, `2` a link, `3` and `4` devices, `5` a folder, `6` a pipe, `g` and `x` headers. */
  readonly type?: string;
  readonly target?: string;
  /** What the header says, where that is not the length of the content. */
  readonly size?: number;
  /** A checksum that is wrong. */
  readonly isDamaged?: boolean;
}

const BLOCK = 512;

/** One entry with its content, filled up to whole blocks. */
export function tarEntry({ path, content = '', type = '0', target = '', size, isDamaged }: TarEntry): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(path, 0, 100);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size ?? body.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write('ustar\0' + '00', 257);
  const sum = header.reduce((all, byte) => all + byte, isDamaged === true ? 1 : 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)]);
}

/** An extended header (`x`, or `g` for the whole archive) with these fields. */
export function paxEntry(type: 'g' | 'x', fields: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(fields).map(([name, value]) => {
    const rest = ` ${name}=${value}\n`;
    let length = Buffer.byteLength(rest);
    while (`${length}`.length + Buffer.byteLength(rest) !== length)
      length = `${length}`.length + Buffer.byteLength(rest);
    return `${length}${rest}`;
  });
  return tarEntry({ path: 'pax_global_header', type, content: lines.join('') });
}

export const END = Buffer.alloc(2 * BLOCK);

/** What `codeload` would send of a repository's commit. */
export function archiveOf(
  files: Readonly<Record<string, string>>,
  { commit = '0123456789abcdef0123456789abcdef01234567', top = 'theme-ref' } = {},
): Buffer {
  return gzipSync(
    Buffer.concat([
      paxEntry('g', { comment: commit }),
      tarEntry({ path: `${top}/`, type: '5' }),
      ...Object.entries(files).map(([path, content]) => tarEntry({ path: `${top}/${path}`, content })),
      END,
    ]),
  );
}

/** Raw entries as an archive; those that are buffers are taken as they are. */
export function archive(...entries: readonly (TarEntry | Buffer)[]): Buffer {
  return gzipSync(
    Buffer.concat([...entries.map((entry) => (Buffer.isBuffer(entry) ? entry : tarEntry(entry))), END]),
  );
}
