/** Names that other systems reject, so that they can be reported on this one. */

const DEVICE = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i;
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]/;
/** Bytes of a name on every system. */
const LONGEST_NAME = 255;
/** Characters of a path on Windows, with the room that the folder in front of it needs. */
const LONGEST_PATH = 259 - 40;

export interface TooLong {
  readonly what: 'name' | 'path';
  readonly text: string;
  readonly length: number;
  readonly most: number;
}

/** Why Windows can't have a file or folder of this name; undefined where it can. */
export function reasonAgainstName(name: string): string | undefined {
  const device = DEVICE.exec(name)?.[0].replace(/\.$/, '');
  if (device !== undefined) return `\`${device}\` is a device there`;
  const character = FORBIDDEN.exec(name)?.[0];
  if (character !== undefined) return `names cannot contain ${JSON.stringify(character)}`;
  return /[. ]$/.test(name) ? 'it ends with a full stop or a space' : undefined;
}

/** The first of a path's names that is too long, else the path itself where it is. */
export function findTooLong(path: string): TooLong | undefined {
  const bytes = new TextEncoder();
  // no character has more than three bytes for each of its units
  for (const text of path.length * 3 > LONGEST_NAME ? path.split('/') : []) {
    const { length } = bytes.encode(text);
    if (length > LONGEST_NAME) return { what: 'name', text, length, most: LONGEST_NAME };
  }
  const { length } = path;
  return length > LONGEST_PATH ? { what: 'path', text: path, length, most: LONGEST_PATH } : undefined;
}
