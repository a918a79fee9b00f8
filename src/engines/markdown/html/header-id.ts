/** kramdown's header ids: ASCII letters, digits and dashes, from the first letter on. */

export function basicId(text: string): string {
  return text
    .replace(/(^|\n)[^a-zA-Z]+/g, '$1')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** The id with a number if it was used before. */
export function uniqueId(id: string, used: Map<string, number>): string {
  const wanted = id === '' ? 'section' : id;
  const count = used.get(wanted);
  used.set(wanted, count === undefined ? 0 : count + 1);
  return count === undefined ? wanted : `${wanted}-${count + 1}`;
}
