/** Writes Liquid: for pages whose text templates of the site may read before anything is made of it. */

/** `{{ value | filter | filter }}`. */
export function output(...pipeline: readonly string[]): string {
  return `{{ ${pipeline.join(' | ')} }}`;
}

export function assign(name: string, ...pipeline: readonly string[]): string {
  return tag(`assign ${name} = ${pipeline.join(' | ')}`);
}

export function when(condition: string, text: string): string {
  return tag(`if ${condition}`) + text + tag('endif');
}

export function unless(condition: string, text: string): string {
  return tag(`unless ${condition}`) + text + tag('endunless');
}

/** The text of the first condition that holds; of the last row, whose condition may be missing, where none does. */
export function firstOf(...rows: readonly (readonly [text: string, condition?: string])[]): string {
  const branches = rows.map(([text, condition], at) => {
    if (condition === undefined) return tag('else') + text;
    return tag(`${at === 0 ? 'if' : 'elsif'} ${condition}`) + text;
  });
  return branches.join('') + tag('endif');
}

/** `list` may end with parameters of the loop: `posts limit: 3`. */
export function each(name: string, list: string, text: string): string {
  return tag(`for ${name} in ${list}`) + text + tag('endfor');
}

function tag(markup: string): string {
  return `{% ${markup} %}`;
}
