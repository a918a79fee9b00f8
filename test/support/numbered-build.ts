/** Builds in which every line carries the number of its build, so that torn or mixed files show. */

/** Pages that every build has. */
const LASTING = 200;
/** Pages that come and go: odd builds have the first half, even ones the second. */
const CHANGING = 60;

/** The pages of build `number`, by key; a page has 1 to 40 kB. */
export function numberedBuild(number: number): Record<string, string> {
  const pages: Record<string, string> = {};
  for (let page = 0; page < LASTING; page++) pages[`page/${page % 7}/${page}.html`] = linesOf(number, page);
  for (let page = 0; page < CHANGING; page++) {
    if (page % 2 === number % 2) pages[`some/${page % 5}/${page}/index.html`] = linesOf(number, page);
  }
  return pages;
}

export function isLasting(key: string): boolean {
  return key.startsWith('page/');
}

/** The number that every line of `text` carries; undefined where they differ or the last line is cut. */
export function numberOf(text: string): number | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const [first = '', ...others] = lines;
  const number = /^build (\d+) line 0 of (\d+) /.exec(first);
  if (number === null || Number(number[2]) !== lines.length) return undefined;
  const start = `build ${number[1]} line `;
  return others.every((line) => line.startsWith(start)) ? Number(number[1]) : undefined;
}

function linesOf(number: number, page: number): string {
  const count = 20 + ((page * 37) % 60) * 10;
  const lines = Array.from(
    { length: count },
    (_, i) => `build ${number} line ${i} of ${count} ${'.'.repeat(40)}\n`,
  );
  return lines.join('');
}
