/** The words of OCL that its lexer knows. */
export const KEYWORDS = `
  context pre post inv init body def derive if then else endif import package endpackage let in
`;
export const TYPES = `
  Boolean Integer UnlimitedNatural Real String OrderedSet Tuple Bag Set Sequence OclInvalid OclVoid
  TupleType OclState Collection OclMessage
`;
export const FUNCTIONS = `
  oclAsSet oclIsNew oclIsUndefined oclIsInvalid oclAsType oclIsTypeOf oclIsKindOf oclInState oclType
  oclLocale hasReturned result isSignalSent isOperationCallabs floor round max min toString div mod size
  substring concat toInteger toReal toUpperCase toLowerCase indexOf equalsIgnoreCase at characters
  toBoolean includes excludes count includesAll excludesAll isEmpty notEmpty sum product selectByKind
  selectByType asBag asSequence asOrderedSet asSet flatten union intersection including excluding
  symmetricDifferencecount append prepend insertAt subOrderedSet first last reverse subSequence any
  closure collect collectNested exists forAll isUnique iterate one reject select sortedBy allInstances
  average conformsTo
`;
