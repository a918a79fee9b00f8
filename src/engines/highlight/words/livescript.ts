/** The words of LiveScript that its lexer knows. */

export const KEYWORDS = `
  break by case catch continue debugger default delete do else export fallthrough finally for from if
  import in instanceof loop new of otherwise require return super switch then throw til to try typeof
  unless until when while with yield
`;

export const CONSTANTS = `
  false Infinity NaN no null off on true undefined void yes
`;

export const BUILTINS = `
  arguments Array ArrayBuffer Boolean DataView Date decodeURI decodeURIComponent document encodeURI
  encodeURIComponent Error eval Float32Array Float64Array Function global Int16Array Int32Array
  Int8Array isFinite isNaN it Map Math navigator netscape Number Object Packages parseFloat parseInt
  Promise Proxy Reflect RegExp self Set String sun Symbol that this Uint16Array Uint16ClampedArray
  Uint32Array Uint32ClampedArray Uint8Array Uint8ClampedArray WeakMap WeakSet window
`;

export const DECLARATIONS = `
  class const extends function implements let var
`;
