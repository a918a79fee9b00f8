/** The words of CoffeeScript that its lexer knows. */

export const KEYWORDS = `
  for by while until loop break continue return switch when then if else do yield throw try catch finally
  await new delete typeof instanceof super extends this class import export debugger
`;

export const CONSTANTS = `
  true false yes no on off null NaN Infinity undefined
`;

export const BUILTINS = `
  Array Boolean Date Error Function Math netscape Number Object Packages RegExp String sun decodeURI
  decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window
`;
