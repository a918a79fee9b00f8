// Markdown tables, and how numbers are printed in them.

/** A table; `sides` has a letter for each column: `l` for words, `r` for numbers. */
export function markdownTable(headings, sides, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `|${[...sides].map((side) => (side === 'l' ? '---' : '--:')).join('|')}|`;
  return [line(headings), rule, ...rows.map(line)].join('\n');
}

/** A ratio or a number of seconds with three digits that mean something; `–` for what is not known. */
export function threeDigits(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}

/** Milliseconds and megabytes are whole numbers. */
export function whole(value) {
  if (value === undefined || Number.isNaN(value)) return '–';
  return Number.isFinite(value) ? String(Math.round(value)) : '∞';
}
