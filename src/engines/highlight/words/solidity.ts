/** The words of Solidity that its lexer knows. */

export const KEYWORDS = `
  abstract anonymous as assembly break catch calldata constant constructor continue contract do delete
  else emit enum event external fallback for function hex if indexed interface internal import is library
  mapping memory modifier new override payable public pure pragma private receive return returns storage
  struct throw try type using var view virtual while
`;

export const BUILTINS = `
  now false true balance selector super this blockhash gasleft assert require revert selfdestruct suicide
  call callcode delegatecall send transfer addmod ecrecover keccak256 mulmod sha256 sha3 ripemd160
`;

export const UNITS = `
  wei finney szabo ether seconds minutes hours days weeks years
`;

export const TYPES = `
  address bool byte bytes int string uint
`;

export const RESERVED = `
  alias after apply auto case copyof default define final fixed immutable implements in inline let macro
  match mutable null of partial promise reference relocatable sealed sizeof static supports switch typedef
  typeof ufixed unchecked
`;
