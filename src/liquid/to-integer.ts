/** Liquid's `Utils.to_integer`: a whole number out of a value, or a mistake. */

import { liquidMessages } from '../base/catalogue/liquid.ts';
import { strictInteger } from '../base/ruby/numeral.ts';
import type { Value } from '../base/ruby/values.ts';
import { fail, type Span } from './errors.ts';
import { isInteger, shown, toText } from './ruby-values.ts';

/** `where` names the filter or tag that asks. */
export function toInteger(value: Value, where: string, span?: Span): number | bigint {
  if (isInteger(value)) return value;
  const found = strictInteger(toText(value));
  return found ?? fail(liquidMessages.notAnInteger, { where, value: shown(value) }, span);
}
