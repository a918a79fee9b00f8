/** Messages about the bytes of a file, before its content is parsed. */

import { message } from '../../diagnostic.ts';

export const textMessages = {
  notUtf8: message<{
    readonly file: string;
    readonly byte: number;
    readonly offset: number;
    readonly encoding: string;
    readonly guess: string;
  }>({
    code: 'text/not-utf8',
    severity: 'error',
    message: ({ byte, offset, encoding }) =>
      `this file is not valid ${encoding.toUpperCase()}: the byte 0x${byte.toString(16).padStart(2, '0').toUpperCase()} at offset ${offset} is not part of a character`,
    hint: ({ file, guess }) =>
      `convert it to UTF-8 (it looks like ${guess}): \`iconv -f ${guess} -t UTF-8 "${file}" > "${file}.utf8"\``,
  }),
  unknownEncoding: message<{ readonly encoding: string }>({
    code: 'text/unknown-encoding',
    severity: 'warning',
    message: ({ encoding }) => `unknown encoding \`${encoding}\`, so files are read as UTF-8`,
    hint: () => 'remove `encoding:` and save the files as UTF-8',
  }),
  unreadable: message<{ readonly reason: string }>({
    code: 'text/unreadable',
    severity: 'error',
    message: ({ reason }) => `this file cannot be read: ${reason}`,
    hint: () => 'check its permissions, or add it to `exclude:` in `_config.yml`',
  }),
};
