/**
 * Compares two stylesheets by their declarations in order, since order decides the cascade. Two implementations of Sass spell
 * numbers, colours and strings differently and split rules at different places: that does not count, the order does.
 */

import postcss, { type AnyNode, type Declaration } from 'postcss';

/** Undefined where both say the same, else the first difference in words. */
export function stylesheetDifference(expected: string, actual: string): string | undefined {
  const [theirs, ours] = [declarationsOf(expected), declarationsOf(actual)];
  const index = theirs.findIndex((declaration, i) => !isAlike(declaration, ours[i] ?? ''));
  if (index < 0 && theirs.length === ours.length) return undefined;
  const at = index < 0 ? theirs.length : index;
  return `declaration ${at + 1} of ${theirs.length} is \`${ours[at] ?? ''}\`, not \`${theirs[at] ?? ''}\``;
}

/** Each as `context { property: value`, the context being the at-rules and selectors that it stands in. */
function declarationsOf(css: string): readonly string[] {
  const list: string[] = [];
  postcss.parse(css.replace(/^\uFEFF/, '')).walkDecls((declaration) => {
    const { prop, value, important } = declaration;
    const mark = important === true ? ' !important' : '';
    list.push(`${contextOf(declaration)} { ${prop}: ${plainValue(value)}${mark}`);
  });
  return list;
}

function contextOf(declaration: Declaration): string {
  const context: string[] = [];
  for (
    let node: AnyNode | undefined = declaration.parent as AnyNode | undefined;
    node !== undefined && node.type !== 'root';
    node = node.parent as AnyNode | undefined
  ) {
    if (node.type === 'rule') context.unshift(plainSelectors(node.selectors));
    if (node.type === 'atrule') context.unshift(`@${node.name} ${plainValue(node.params)}`);
  }
  return context.join(' { ');
}

/** The order of the selectors of one rule says nothing. */
function plainSelectors(selectors: readonly string[]): string {
  const plain = selectors.map((selector) =>
    selector
      .replace(/\s*([>+~])\s*/g, '$1')
      .replace(/\s+/g, ' ')
      .replace(/=(["'])([\w-]+)\1/g, '=$2'),
  );
  return plain.sort().join(', ');
}

function plainValue(value: string): string {
  return value
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/'([^'"]*)'/g, '"$1"')
    .replace(/#([0-9a-f]{3,8})\b/gi, (_, digits: string) => rgbOfHex(digits))
    .replace(/(?<![\w#-])[a-z]+(?![\w(-])/g, (word) => NAMED[word] ?? word)
    .replace(/rgba?\(([^()]*)\)/g, (_, channels: string) => rgba(channels.split(/[\s,/]+/).map(Number)))
    .replace(/hsla?\(([\d.]+), ?([\d.]+)%, ?([\d.]+)%(?:, ?([\d.]+))?\)/g, (_, h, s, l, a = 1) =>
      rgbOfHsl(h, s, l, a),
    )
    .replace(/\band\s*\(/g, 'and (')
    .replace(/\)\s*and\b/g, ') and')
    .replace(/\s*([,/:])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Those that one of the compilers prints in place of a colour's digits. */
const NAMED: Readonly<Record<string, string>> = {
  black: 'rgba(0,0,0,1)',
  red: 'rgba(255,0,0,1)',
  transparent: 'rgba(0,0,0,0)',
  white: 'rgba(255,255,255,1)',
};

function rgba([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[]): string {
  return `rgba(${red},${green},${blue},${alpha})`;
}

function rgbOfHex(digits: string): string {
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  const channels = (long.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return rgba(channels.map((channel, i) => (i === 3 ? channel / 255 : channel)));
}

function rgbOfHsl(h: string, s: string, l: string, a: string | number): string {
  const [hue, saturation, lightness] = [Number(h) / 30, Number(s) / 100, Number(l) / 100];
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (n + hue) % 12;
    return 255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return rgba([channel(0), channel(8), channel(4), Number(a)]);
}

const NUMBER = /(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/i;

/** sassc rounds a colour after each step and prints five digits: one step of a channel and a thousandth elsewhere are let pass. */
function isAlike(a: string, b: string): boolean {
  const [mine, yours] = [a.split(NUMBER), b.split(NUMBER)];
  if (mine.length !== yours.length) return false;
  return mine.every((piece, i) => {
    const other = yours[i] ?? '';
    if (piece === other) return true;
    const slack = /rgba\((?:[\d.]+,){0,2}$/.test(mine.slice(0, i).join(''))
      ? 1
      : 1e-3 * Math.max(1, Math.abs(Number(piece)));
    return i % 2 === 1 && Math.abs(Number(piece) - Number(other)) <= slack;
  });
}
