/** Titles of papers compared as people do: letters and digits alone, whatever the case, accents and markup. */

/** The form in which two spellings of one title are equal. */
export function titleKey(title: string): string {
  return words(title).join(' ');
}

/** Its words in lower case, without accents; a run of Chinese, Japanese or Korean letters is a word for each of them. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return (
    plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+/gu) ??
    []
  );
}

/** How alike two titles are, from 0 to 1: the share of words (counted once each) that both have. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return (2 * shared) / (left.size + right.size);
}

/** Which of `titles` a text is about: the one that most of whose words stand in it, at least three in four. */
export function titleIn<T>(
  text: string,
  titles: Iterable<readonly [title: string, subject: T]>,
): T | undefined {
  const there = new Set(words(text));
  let best: { readonly share: number; readonly length: number; readonly subject: T } | undefined;
  for (const [title, subject] of titles) {
    const wanted = [...new Set(words(title))];
    if (wanted.length < 2) continue;
    const share = wanted.filter((word) => there.has(word)).length / wanted.length;
    if (share < 0.75) continue;
    if (best === undefined || share > best.share || (share === best.share && wanted.length > best.length))
      best = { share, length: wanted.length, subject };
  }
  return best?.subject;
}
