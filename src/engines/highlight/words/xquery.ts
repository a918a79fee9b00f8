/** The words of XPath and XQuery that their lexers know, in the order in which they are tried. */

export const KIND_TESTS = `
  element attribute schema-element schema-attribute comment text node document-node namespace-node
`;

export const AXES = `
  child descendant attribute self descendant-or-self following-sibling following namespace parent ancestor
  preceding-sibling preceding ancestor-or-self
`;

export const XPATH_KEYWORDS = `
  let for some every if then else return in satisfies
`;

export const WORD_OPERATORS = `
  and or eq ge gt le lt ne is div mod idiv intersect except union to
`;

export const XQUERY_KEYWORDS = `
  let for some every if then else return in satisfies xquery encoding version declare module namespace
  copy-namespaces boundary-space construction default collation base-uri preserve strip ordering ordered
  unordered order empty greatest least preserve no-preserve inherit no-inherit decimal-format
  decimal-separator grouping-separator infinity minus-sign NaN percent per-mille zero-digit digit
  pattern-separator exponent-separator import schema at element option function external context item
  typeswitch switch case try catch validate lax strict type document element attribute text comment
  processing-instruction for let where order group by return allowing tumbling stable sliding window start
  end only when previous next count collation ascending descending
`;
