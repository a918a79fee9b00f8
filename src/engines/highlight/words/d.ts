/** The words of D that its lexer knows. */

export const KEYWORDS = `
  abstract alias align asm assert auto body break case cast catch class const continue debug default
  delegate delete deprecated do else enum export extern finally final foreach_reverse foreach for
  function goto if immutable import interface invariant inout in is lazy mixin module new nothrow out
  override package pragma private protected public pure ref return scope shared static struct super
  switch synchronized template this throw try typedef typeid typeof union unittest version volatile while
  with __gshared __traits __vector __parameters
`;

export const TYPES = `
  bool byte cdouble cent cfloat char creal dchar double float idouble ifloat int ireal long real short
  ubyte ucent uint ulong ushort void wchar
`;
