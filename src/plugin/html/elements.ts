/** What the parser and the printer know of HTML 4's elements: the facts of libxml2 2.9, which Ruby's plugins work with. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Elements around which the printer may break lines; what is not known here is left as it is. */
export const BLOCKS = words(
  'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 h3 h4 ' +
    'h5 h6 head hr html isindex legend li link map menu meta noframes noscript ol optgroup option p param pre style table ' +
    'tbody td tfoot th thead title tr ul',
);

/** Elements that have no content and no end tag. */
export const EMPTY = words('area base basefont br col embed frame hr img input isindex link meta param');

/** Elements whose content is text, whatever it holds. */
export const RAW = words('script style');

/** Attributes that stand alone. */
export const FLAGS = words(
  'checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap readonly selected',
);

/** Which open elements a start tag closes, as long as they are the innermost. */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'a',
    address: 'p ul',
    blockquote: 'p',
    body: 'p title',
    caption: 'p',
    center: 'b font i p',
    col: 'caption p',
    colgroup: 'caption colgroup p',
    dd: 'address dir dt menu p pre',
    dir: 'p',
    div: 'p',
    dl: 'address dir dt menu p pre',
    dt: 'address dd dir menu p pre',
    fieldset: 'a h1 h2 h3 h4 h5 h6 legend p pre',
    form: 'address dir dl form h1 h2 h3 h4 h5 h6 menu ol p pre ul',
    h1: 'p',
    h2: 'p',
    h3: 'p',
    h4: 'p',
    h5: 'p',
    h6: 'p',
    head: 'p',
    hr: 'p',
    li: 'address dl h1 h2 h3 h4 h5 h6 li p pre',
    menu: 'p ul',
    ol: 'p ul',
    optgroup: 'option',
    option: 'option',
    p: 'b big h1 h2 h3 h4 h5 h6 i p s small strike tt u',
    pre: 'p ul',
    table: 'a h1 h2 h3 h4 h5 h6 p pre',
    tbody: 'caption colgroup p tbody td tfoot th thead tr',
    td: 'a b font i p span td th u',
    tfoot: 'caption colgroup p tbody td th thead tr',
    th: 'a b font i p span td th u',
    thead: 'caption colgroup',
    title: 'p',
    tr: 'caption colgroup p td th tr',
    ul: 'address dir menu ol p pre',
  }).map(([name, closed]) => [name, words(closed)]),
);

/** An end tag does not reach over open elements that weigh more than its own. */
export function weightOf(name: string): number {
  switch (name) {
    case 'div':
      return 150;
    case 'td':
    case 'th':
      return 160;
    case 'tr':
      return 170;
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return 180;
    case 'table':
      return 190;
    case 'head':
    case 'body':
      return 200;
    case 'html':
      return 220;
    default:
      return 100;
  }
}
