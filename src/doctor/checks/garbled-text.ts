/** UTF-8 that was read as a Western or Turkish 8-bit encoding and saved again: `â€™` for `’`. */

import { doctorMessages } from '../../diagnostics/catalogue/program/doctor.ts';
import { diagnose } from '../../diagnostics/diagnostic.ts';
import { placeAt, type SourceText } from '../../diagnostics/source-text.ts';
import type { Check, CheckedSite } from '../checked-site.ts';

/** What Windows-1252 and -1254 have at 0x80 to 0x9F; the latter's six other letters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 128 }, (_, at): [string, number] => [String.fromCharCode(128 + at), 128 + at]),
  ...[...WINDOWS].map((character, at): [string, number] => [character, 128 + at]),
  ...[...'ĞİŞğış'].map((character, at): [string, number] => [
    character,
    [0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe][at] ?? 0,
  ]),
]);
const RUN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸĞİŞğış]{2,}/g;

export const garbledText: Check = {
  name: 'garbled text',
  examine(site, report) {
    for (const source of textsOf(site)) {
      for (const { 0: run, index } of source.text.matchAll(RUN)) {
        const found = findGarbled(run);
        if (found === undefined) continue;
        const { at, garbled, meant } = found;
        const place = placeAt(source, index + at, garbled.length);
        report(diagnose(doctorMessages.mojibake, { garbled, meant }, { place }));
      }
      const lost = source.text.indexOf('\ufffd');
      if (lost >= 0) report(diagnose(doctorMessages.lostCharacter, {}, { place: placeAt(source, lost, 1) }));
    }
  },
};

/** The sources of what is rendered, layouts, includes and settings. */
function textsOf({ outputs, inventory, config, sources }: CheckedSite): Set<SourceText> {
  const files = new Set<string>();
  for (const output of outputs) if ('text' in output) files.add(output.from);
  for (const { path } of inventory.layouts.values()) files.add(path);
  return new Set([
    ...config.files,
    ...[...files].flatMap((file) => sources(file) ?? []),
    ...inventory.includes.values(),
  ]);
}

interface Garbled {
  readonly at: number;
  readonly garbled: string;
  readonly meant: string;
}

/** The longest stretch of a run that is UTF-8 in disguise. */
export function findGarbled(run: string): Garbled | undefined {
  const bytes = [...run].map((character) => BYTES.get(character) ?? 0);
  for (let start = 0; start < bytes.length; start++) {
    let end = start;
    let meant = '';
    for (let length = sequenceAt(bytes, end); length > 0; length = sequenceAt(bytes, end)) {
      meant += new TextDecoder().decode(Uint8Array.from(bytes.slice(end, end + length)));
      end += length;
    }
    if (end === start || meant.includes('\ufffd')) continue;
    // two letters may stand side by side by chance, but hardly so if the first is one of these
    if (end - start > 2 || /[ÂÃ]/.test(run[start] ?? ''))
      return { at: start, garbled: run.slice(start, end), meant };
  }
  return undefined;
}

/** How many bytes the UTF-8 sequence that begins here has; 0 where none does. */
function sequenceAt(bytes: readonly number[], at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}
