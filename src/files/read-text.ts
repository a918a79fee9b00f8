/** From a file's bytes to its text: the one place where encodings are dealt with. */

import { textMessages } from '../diagnostics/catalogue/site/text.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../diagnostics/source-text.ts';
import { FsError, type ReadFs } from '../ports/fs.ts';

export interface TextRead {
  /** Absent where the file could not be read or is not text. */
  readonly source?: SourceText;
  /** Whether the bytes began with a byte order mark, which is not part of the text. */
  readonly marked: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The text of the file at `path`, called `file` in messages. `encoding` is the configuration's; a byte order mark is
 * dropped. Never throws: what went wrong is in the diagnostics.
 */
export function readText(fs: ReadFs, path: string, file: string, encoding = 'utf-8'): TextRead {
  try {
    return decodeText(readTwice(fs, path), file, encoding);
  } catch (error) {
    if (!(error instanceof FsError)) throw error;
    const place = { file, line: 1, column: 1 };
    return {
      marked: false,
      diagnostics: [diagnose(textMessages.unreadable, { reason: reasonOf(error) }, { place })],
    };
  }
}

/** A file that is being replaced may be gone for a moment. */
function readTwice(fs: ReadFs, path: string): Uint8Array {
  try {
    return fs.readBytes(path);
  } catch {
    return fs.readBytes(path);
  }
}

/** A file-system error in words. */
export function reasonOf(error: FsError): string {
  return reasons[error.code] ?? error.message;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'the file does not exist',
  EISDIR: 'it is a folder',
  ELOOP: 'its links form a cycle',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
};

/** Whether files can be in an encoding of this name. */
export function isEncoding(name: string): boolean {
  return decoderOf(name) !== undefined;
}

/** The text of `bytes` in `encoding`; in UTF-8 where that is not known. */
export function decodeText(bytes: Uint8Array, file: string, encoding = 'utf-8'): TextRead {
  const decoder = decoderOf(encoding);
  if (decoder === undefined) return decodeText(bytes, file);
  try {
    const text = decoder.decode(bytes);
    const marked = text.charCodeAt(0) === 0xfeff;
    return { source: { file, text: marked ? text.slice(1) : text }, marked, diagnostics: [] };
  } catch {
    return { marked: false, diagnostics: [notText(bytes, file, encoding)] };
  }
}

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | undefined>();

function decoderOf(encoding: string): Decoder | undefined {
  if (!decoders.has(encoding)) {
    let decoder: Decoder | undefined;
    try {
      decoder = new TextDecoder(encoding.replace(/^bom\|/i, ''), { fatal: true, ignoreBOM: true });
    } catch {
      decoder = undefined;
    }
    decoders.set(encoding, decoder);
  }
  return decoders.get(encoding);
}

function notText(bytes: Uint8Array, file: string, encoding: string): Diagnostic {
  const offset = goodBytes(bytes, encoding);
  const before = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, offset));
  const facts = { file, byte: bytes[offset] ?? 0, offset, encoding, guess: guessEncoding(bytes) };
  return diagnose(textMessages.notUtf8, facts, { place: placeAt({ file, text: before }, before.length, 1) });
}

/**
 * How many bytes at the start decode well: found by halving, as decoding a prefix in stream mode fails only at a bad
 * byte.
 */
function goodBytes(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(bytes.subarray(0, good), encoding, false)) good--;
  return good;
}

function decodes(bytes: Uint8Array, encoding: string, stream: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** The encoding that such bytes most likely are in, by the name that `iconv` knows. */
function guessEncoding(bytes: Uint8Array): string {
  const zeros = bytes.subarray(0, 2000).filter((byte) => byte === 0).length;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  if (zeros > Math.min(bytes.length, 2000) / 4) return bytes[0] === 0 ? 'UTF-16BE' : 'UTF-16LE';
  // In GBK high bytes come in pairs; in Latin-1 an accented letter mostly stands between plain ones.
  const high = bytes.filter((byte) => byte >= 0x80).length;
  const pairs = bytes.filter((byte, i) => byte >= 0x80 && (bytes[i + 1] ?? 0) >= 0x80).length;
  return pairs * 3 > high && decodes(bytes, 'gb18030', false) ? 'GBK' : 'WINDOWS-1252';
}
