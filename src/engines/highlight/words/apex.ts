/** The words of Apex that its lexer knows. */

export const KEYWORDS = `
  assert break case catch continue default delete do else finally for goto if insert instanceof new
  return switch this throw try update while
`;

export const QUERY = `
  AND ASC BY CATEGORY CUBE DATA DESC END FIRST FOR FROM GROUP HAVING LAST LIKE LIMIT NULLS OFFSET OR
  ORDER REFERENCE ROLLUP SCOPE SELECT TRACKING TYPEOF UPDATE USING VIEW VIEWSTAT WHERE WITH
`;

export const DECLARATIONS = `
  abstract const enum extends final global implements inherited native private protected public sharing
  static super synchronized testmethod throws transient virtual volatile with without
`;
