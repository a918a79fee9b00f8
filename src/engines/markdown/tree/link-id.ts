/** Link ids are the same whatever their case and white space. */

import { downcase } from '../../../ruby/text.ts';

export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\r\n\f\v]+/g, ' '));
}
