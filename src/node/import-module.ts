/**
 * `import()` for the bundled program, in a file of its own: code that came out of V8's cache can't import, and this file is
 * loaded by Node's own loader.
 */

export const importModule = async (address: string): Promise<unknown> => await import(address);
