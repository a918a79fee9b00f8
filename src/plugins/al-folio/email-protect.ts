/** jekyll-email-protect: `{{ address | encode_email }}` percent-encodes letters and digits; as version 1.0 does it. */

import { definePlugin } from '../../plugin/api/plugin.ts';
import { defineFilter } from '../../plugin/api/tag.ts';

/** Ruby's `\p{Alnum}`. */
const ALPHANUMERIC = /[\p{Alphabetic}\p{Nd}]/gu;

function percentEncoded(character: string): string {
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

export const emailProtect = definePlugin({
  name: 'jekyll-email-protect',
  liquid: {
    filters: {
      encode_email: defineFilter(
        (input, _, call) => call.print(input).replace(ALPHANUMERIC, percentEncoded),
        0,
      ),
    },
  },
});
