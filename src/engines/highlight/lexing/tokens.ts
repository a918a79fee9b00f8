/** Rouge's token table: the short names that stand in `class="…"`, and the long names that options and themes use. */

/** Short name to qualified name. The empty short name is plain text, which gets no span. */
export const TOKEN_NAMES = {
  '': 'Text',
  w: 'Text.Whitespace',
  esc: 'Escape',
  err: 'Error',
  x: 'Other',
  k: 'Keyword',
  kc: 'Keyword.Constant',
  kd: 'Keyword.Declaration',
  kn: 'Keyword.Namespace',
  kp: 'Keyword.Pseudo',
  kr: 'Keyword.Reserved',
  kt: 'Keyword.Type',
  kv: 'Keyword.Variable',
  n: 'Name',
  na: 'Name.Attribute',
  nb: 'Name.Builtin',
  bp: 'Name.Builtin.Pseudo',
  nc: 'Name.Class',
  no: 'Name.Constant',
  nd: 'Name.Decorator',
  ni: 'Name.Entity',
  ne: 'Name.Exception',
  nf: 'Name.Function',
  fm: 'Name.Function.Magic',
  py: 'Name.Property',
  nl: 'Name.Label',
  nn: 'Name.Namespace',
  nx: 'Name.Other',
  nt: 'Name.Tag',
  nv: 'Name.Variable',
  vc: 'Name.Variable.Class',
  vg: 'Name.Variable.Global',
  vi: 'Name.Variable.Instance',
  vm: 'Name.Variable.Magic',
  l: 'Literal',
  ld: 'Literal.Date',
  s: 'Literal.String',
  sa: 'Literal.String.Affix',
  sb: 'Literal.String.Backtick',
  sc: 'Literal.String.Char',
  dl: 'Literal.String.Delimiter',
  sd: 'Literal.String.Doc',
  s2: 'Literal.String.Double',
  se: 'Literal.String.Escape',
  sh: 'Literal.String.Heredoc',
  si: 'Literal.String.Interpol',
  sx: 'Literal.String.Other',
  sr: 'Literal.String.Regex',
  s1: 'Literal.String.Single',
  ss: 'Literal.String.Symbol',
  m: 'Literal.Number',
  mb: 'Literal.Number.Bin',
  mf: 'Literal.Number.Float',
  mh: 'Literal.Number.Hex',
  mi: 'Literal.Number.Integer',
  il: 'Literal.Number.Integer.Long',
  mo: 'Literal.Number.Oct',
  mx: 'Literal.Number.Other',
  o: 'Operator',
  ow: 'Operator.Word',
  p: 'Punctuation',
  pi: 'Punctuation.Indicator',
  c: 'Comment',
  ch: 'Comment.Hashbang',
  cd: 'Comment.Doc',
  cm: 'Comment.Multiline',
  cp: 'Comment.Preproc',
  cpf: 'Comment.PreprocFile',
  c1: 'Comment.Single',
  cs: 'Comment.Special',
  g: 'Generic',
  gd: 'Generic.Deleted',
  ge: 'Generic.Emph',
  gr: 'Generic.Error',
  gh: 'Generic.Heading',
  gi: 'Generic.Inserted',
  go: 'Generic.Output',
  gp: 'Generic.Prompt',
  gs: 'Generic.Strong',
  gu: 'Generic.Subheading',
  gt: 'Generic.Traceback',
  gl: 'Generic.Lineno',
} as const;

/** A token's kind, named by the class that its span gets. */
export type TokenClass = keyof typeof TOKEN_NAMES;

/** A piece of the code and its kind. Tokens in order give the code back, character for character. */
export interface Token {
  readonly type: TokenClass;
  readonly text: string;
}

/** Takes one token from a running lexer. */
export type Emit = (type: TokenClass, text: string) => void;

/** The short name of a qualified one (`Generic.Output`), as lexer options give it. */
export function tokenNamed(qualified: string): TokenClass | undefined {
  for (const [short, name] of Object.entries(TOKEN_NAMES)) {
    if (name === qualified && isTokenClass(short)) return short;
  }
  return undefined;
}

export function isTokenClass(short: string): short is TokenClass {
  return Object.hasOwn(TOKEN_NAMES, short);
}
