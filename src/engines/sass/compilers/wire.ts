/** The part of Protocol Buffers that the compiler's process uses: numbers, flags, texts and messages in messages. */

/** Appends fields in the order of the calls; what has the value that absence means is left out. */
export interface MessageWriter {
  number(field: number, value: number): MessageWriter;
  flag(field: number, value: boolean): MessageWriter;
  /** Written even when it is empty: in a choice of fields an empty text is still the choice. */
  text(field: number, value: string): MessageWriter;
  message(field: number, value: MessageWriter): MessageWriter;
  bytes(): Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const VARINT = 0;
const DELIMITED = 2;

export function createMessage(): MessageWriter {
  const parts: Uint8Array[] = [];
  const append = (field: number, content: Uint8Array): void => {
    parts.push(varint(field * 8 + DELIMITED), varint(content.length), content);
  };
  const writer: MessageWriter = {
    number(field, value) {
      if (value !== 0) parts.push(varint(field * 8 + VARINT), varint(value));
      return writer;
    },
    flag: (field, value) => writer.number(field, value ? 1 : 0),
    text(field, value) {
      append(field, encoder.encode(value));
      return writer;
    },
    message(field, value) {
      append(field, value.bytes());
      return writer;
    },
    bytes: () => joinBytes(parts),
  };
  return writer;
}

/** The fields of a message; of one that comes more than once, the last. */
export interface MessageReader {
  number(field: number): number;
  flag(field: number): boolean;
  /** Empty where the field is absent. */
  text(field: number): string;
  message(field: number): MessageReader | undefined;
  has(field: number): boolean;
}

/** Throws on bytes that are not a message. */
export function readMessage(bytes: Uint8Array): MessageReader {
  const fields = new Map<number, number | Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const field = Math.floor(key.value / 8);
    at += key.length;
    switch (key.value % 8) {
      case VARINT: {
        const { value, length } = readVarint(bytes, at);
        fields.set(field, value);
        at += length;
        break;
      }
      case DELIMITED: {
        const { value, length } = readVarint(bytes, at);
        at += length + value;
        if (at > bytes.length) throw new Error('a message from the Sass compiler is truncated');
        fields.set(field, bytes.subarray(at - value, at));
        break;
      }
      case 1:
        at += 8;
        break;
      case 5:
        at += 4;
        break;
      default:
        throw new Error('a message from the Sass compiler cannot be decoded');
    }
  }
  const delimited = (field: number): Uint8Array | undefined => {
    const value = fields.get(field);
    return typeof value === 'number' ? undefined : value;
  };
  const number = (field: number): number => {
    const value = fields.get(field);
    return typeof value === 'number' ? value : 0;
  };
  return {
    number,
    flag: (field) => number(field) !== 0,
    text: (field) => decoder.decode(delimited(field)),
    message(field) {
      const value = delimited(field);
      return value && readMessage(value);
    },
    has: (field) => fields.has(field),
  };
}

/** Seven bits a byte, the lowest first, the high bit set on all but the last. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** Throws where the number does not end. */
export function readVarint(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly length: number } {
  let value = 0;
  for (let length = 0; length < 10; length++) {
    const byte = bytes[at + length];
    if (byte === undefined) break;
    value += (byte & 127) * 128 ** length;
    if (byte < 128) return { value, length: length + 1 };
  }
  throw new Error('a number from the Sass compiler does not end');
}

/** Whether the number at `at` has come to its end, or has become too long to have one. */
export function isVarintWhole(bytes: Uint8Array, at: number): boolean {
  const last = Math.min(bytes.length, at + 10);
  for (let i = at; i < last; i++) if ((bytes[i] ?? 0) < 128) return true;
  return last === at + 10;
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
