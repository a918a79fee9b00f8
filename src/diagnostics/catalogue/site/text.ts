/** What there is to say about the bytes of a file, before it is known what they mean. */

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
      `The file is not ${encoding.toUpperCase()}: byte 0x${byte.toString(16).padStart(2, '0').toUpperCase()} at offset ${offset} belongs to no character`,
    hint: ({ file, guess }) =>
      `It looks like ${guess}; convert it with: iconv -f ${guess} -t UTF-8 "${file}" > "${file}.utf8"`,
  }),
  unknownEncoding: message<{ readonly encoding: string }>({
    code: 'text/unknown-encoding',
    severity: 'warning',
    message: ({ encoding }) => `The encoding "${encoding}" is not known; files are read as UTF-8`,
    hint: () => 'Remove the key "encoding" and keep the files in UTF-8',
  }),
  unreadable: message<{ readonly reason: string }>({
    code: 'text/unreadable',
    severity: 'error',
    message: ({ reason }) => `The file cannot be read: ${reason}`,
    hint: () => 'Check its permissions, or name it under "exclude" in _config.yml',
  }),
};
