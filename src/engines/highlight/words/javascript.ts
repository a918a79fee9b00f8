/** The words of JavaScript and TypeScript that their lexers know. */

export const KEYWORDS = `
  as async await break case catch continue debugger default delete do else export finally for from if
  import in instanceof new of return super switch this throw try typeof void while yield
`;

export const DECLARATIONS = `
  class const constructor extends function get let set static var with
`;

export const RESERVED = `
  enum implements interface package private protected public
`;

export const CONSTANTS = `
  Infinity NaN false null true undefined
`;

export const BUILTINS = `
  Array ArrayBuffer Boolean DataView Date Error Float32Array Float64Array Function Int16Array Int32Array
  Int8Array Map Math Number Object Packages Promise Proxy Reflect RegExp Set String Symbol Uint16Array
  Uint16ClampedArray Uint32Array Uint32ClampedArray Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI
  decodeURIComponent document encodeURI encodeURIComponent eval global isFinite isNaN navigator netscape
  parseFloat parseInt self sun window
`;

export const TYPESCRIPT_KEYWORDS = `
  implements is namespace private protected public readonly static
`;

export const TYPESCRIPT_DECLARATIONS = `
  abstract type
`;

export const TYPESCRIPT_RESERVED = `
  any declare default keyof module namespace number string void
`;

export const TYPESCRIPT_BUILTINS = `
  Partial Pick Readonly Record
`;
