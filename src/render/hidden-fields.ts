/** What reads of a drop are noted as that are no reads of a key. */

/** Fields that no template can name. */
export const HIDDEN = {
  keys: '\u0001keys',
  date: '\u0001date',
  excerpt: '\u0001excerpt',
  print: '\u0001print',
} as const;
