/** The words of Vala that its lexer knows. */

export const KEYWORDS = `
  abstract as async base break case catch const construct continue default delegate delete do dynamic else
  ensures enum errordomain extern false finally for foreach get global if in inline interface internal is
  lock new null out override owned private protected public ref requires return set signal sizeof static
  switch this throw throws true try typeof unowned var value virtual void weak while yield
`;

export const TYPES = `
  bool char double float int int8 int16 int32 int64 long short size_t ssize_t string unichar uint uint8
  uint16 uint32 uint64 ulong ushort
`;
