/** Liquid's `Utils.to_integer`: a whole number out of a value, or a mistake. */

import { liquidMessages } from '../../../diagnostics/catalogue/engines/liquid.ts';
import { strictInteger } from '../../../ruby/numbers/numeral.ts';
import { isInteger } from '../../../ruby/numbers/numeric.ts';
import { shown, toText } from '../../../ruby/print.ts';
import type { Value } from '../../../ruby/values.ts';
import { fail, type Span } from '../errors.ts';

/** `where` names the filter or tag that asks. */
export function toInteger(value: Value, where: string, span?: Span): number | bigint {
  if (isInteger(value)) return value;
  const found = strictInteger(toText(value));
  return found ?? fail(liquidMessages.notAnInteger, { where, value: shown(value) }, span);
}
