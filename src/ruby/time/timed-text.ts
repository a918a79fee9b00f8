/** A text with the time of the build in it, which can be updated without being recomputed. */

import type { RubyTime } from '../values.ts';
import { xmlschema } from './strftime.ts';

/** The time of the build as `Time#xmlschema` writes it. */
export interface BuildMoment {
  readonly moment: 'xmlschema';
}

/** Pieces of a text, and where the time of the build stands between them. */
export type TimedText = readonly (string | BuildMoment)[];

/** The text as it reads in a build at `time`. */
export function textAt(text: TimedText, time: RubyTime): string {
  return text.map((part) => (typeof part === 'string' ? part : xmlschema(time))).join('');
}
