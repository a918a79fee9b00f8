/** The words of Jsonnet that its lexer knows. */

export const KEYWORDS = `
  assert else error for if import importstr in local self super tailstrict then
`;

export const BUILTINS = `
  abs acos asin assertEqual atan ceil char codepoint cos escapeStringBash escapeStringDollars
  escapeStringJson escapeStringPython exp exponent filter filterMap flattenArrays floor foldl foldr
  force format join length lines log makeArray manifestIni manifestPython manifestPythonVars mantissa
  map max min mod objectFields objectHas pow range set setDiff setInter setMember setUnion sin sort
  split sqrt stringChars substr tan thisFile toString type uniq
`;
