/** Questions that are answered inside the page, as the text of expressions: the page's world is not typed here. */

/** Elements that reach beyond the right edge of the window, unless they stand in something that scrolls. */
export const OVERFLOWING = `(() => {
  const scrolls = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(up).overflowX)) return true;
    }
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
    .map((element) => element.outerHTML.slice(0, 80));
})()`;

/** Waits for every picture, the lazy ones too, and gives those of this site that did not load. */
export const LOST_PICTURES = `(async () => {
  const pictures = [...document.images].filter((image) => image.src.startsWith(location.origin));
  for (const image of pictures) image.loading = 'eager';
  await Promise.all(pictures.map((image) => image.decode().catch(() => {})));
  return pictures.filter((image) => image.naturalWidth === 0).map((image) => image.src);
})()`;

/** Texts whose colour is too near to what lies behind them: under 4.5 to 1, or 3 to 1 when large. */
export const PALE_TEXTS = `(() => {
  const numbers = (value) => value.match(/[\\d.]+/g).map(Number);
  const channel = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const over = ([r, g, b, a = 1], back) => [r, g, b].map((v, i) => v * a + back[i] * (1 - a));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    return over(numbers(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  };
  const pale = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const [darker, lighter] = [luminance(over(numbers(style.color), back)), luminance(back)].sort((a, b) => a - b);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (lighter + 0.05) / (darker + 0.05);
    if (ratio < (large ? 3 : 4.5)) pale.push(ratio.toFixed(2) + ' ' + walker.currentNode.data.trim().slice(0, 40));
  }
  return pale;
})()`;

/** How often each landmark, skip link and main heading stands on the page, and what has no name. */
export const STRUCTURE = `({
  banner: document.querySelectorAll('body > header').length,
  navigation: document.querySelectorAll('nav[aria-label]').length,
  main: document.querySelectorAll('main').length,
  complementary: document.querySelectorAll('aside[aria-label]').length,
  contentinfo: document.querySelectorAll('body > footer').length,
  language: document.documentElement.lang,
  picturesWithoutText: [...document.images].filter((image) => !image.alt).length,
  linksWithoutText: [...document.links].filter((a) => !a.textContent.trim() && !a.querySelector('img[alt]')).length,
  doubledIds: [...document.querySelectorAll('[id]')].filter((e, i, all) => all.findIndex((o) => o.id === e.id) !== i).length,
})`;

/** The links of the navigation that lead to no element of this page. */
export const BROKEN_NAVIGATION = `[...document.querySelectorAll('.masthead__nav a')]
  .filter((link) => !document.getElementById(decodeURIComponent(link.hash.slice(1))))
  .map((link) => link.href)`;
