/** The words of Swift that its lexer knows. */
export const KEYWORDS = `
  await break case continue default do else fallthrough if in for return switch where while try catch throw
  guard defer repeat as dynamicType is new super self Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__
  associativity async didSet get infix inout isolated mutating none nonmutating operator override postfix
  precedence prefix set unowned weak willSet throws rethrows precedencegroup
`;
export const DECLARATIONS = `
  actor class deinit enum convenience extension final func import init internal lazy let nonisolated
  optional private protocol public required static struct subscript typealias var dynamic indirect
  associatedtype open fileprivate some
`;
export const CONSTANTS = `
  true false nil
`;
