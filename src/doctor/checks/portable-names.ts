/** Names that Linux takes and another system does not: the repository can't be checked out or the site not built there. */

import { doctorMessages } from '../../base/catalogue/doctor.ts';
import { diagnose } from '../../base/diagnostic.ts';
import type { Check } from '../patient.ts';

const DEVICE = /^(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\.|$)/i;
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]/;
/** Bytes of a name on every system; characters of a path on Windows, drive and folder in front left for. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 259;
const ROOM_FOR_FOLDER = 40;

export const portableNames: Check = {
  name: 'portable names',
  examine({ outputs, sources }, report) {
    const bytes = new TextEncoder();
    for (const { key, from } of outputs) {
      const place = sources(from) === undefined ? undefined : { file: from, line: 1, column: 1 };
      for (const name of key.split('/')) {
        const why = reasonAgainst(name);
        if (why !== undefined) report(diagnose(doctorMessages.reservedName, { name, why }, { place }));
        const { length } = bytes.encode(name);
        if (length > LONGEST_NAME)
          report(diagnose(doctorMessages.longName, { name, length, most: LONGEST_NAME }, { place }));
      }
      const length = key.length + ROOM_FOR_FOLDER;
      if (length > LONGEST_PATH) {
        const facts = { name: key, length, most: LONGEST_PATH };
        report(diagnose(doctorMessages.longName, facts, { place }));
      }
    }
  },
};

function reasonAgainst(name: string): string | undefined {
  const device = DEVICE.exec(name)?.[0].replace(/\.$/, '');
  if (device !== undefined) return `${device} is a device there`;
  const character = FORBIDDEN.exec(name)?.[0];
  if (character !== undefined) return `${JSON.stringify(character)} may not stand in a name`;
  return /[. ]$/.test(name) ? 'it ends with a full stop or a space' : undefined;
}
