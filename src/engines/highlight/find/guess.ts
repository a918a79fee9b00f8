/** Rouge's guess at a language from the code alone: an editor's mode line, else a shebang, a doctype and the like. */
import { tagNamed } from './names.ts';

const EMACS_MODE =
  /-\*-\s*(?:(?!mode)[\w-]+\s*:\s*[\w+-]+\s*;?\s*)*(?:mode\s*:)?\s*([\w+-]+)\s*(?:;\s*(?!mode)[\w-]+\s*:\s*[\w+-]+\s*)*;?\s*-\*-/i;
const VIM_MODE = /(?:vim|vi|ex):\s*(?:ft|filetype|syntax)=(\w+)\s?/i;
const VIM_SET = /(?:vim|vi|Vim|ex):\s*set?[^\n]*\s(?:ft|filetype|syntax)=(\w+)\s?[^\n]*:/i;
/** A mode line is within this many lines of the start or the end. */
const MODE_LINES = 5;

interface Source {
  readonly text: string;
  readonly shebang: string | undefined;
  readonly doctype: string | undefined;
}

const shebang =
  (program: string) =>
  ({ shebang }: Source) =>
    shebang !== undefined && new RegExp(`\\b(?:${program})(?:\\s|$)`).test(shebang);
const text =
  (pattern: RegExp) =>
  ({ text }: Source) =>
    pattern.test(text);

/** The languages that can be recognised by their text, in Rouge's order. */
const SIGNS: readonly (readonly [tag: string, sign: (source: Source) => boolean])[] = [
  ['awk', shebang('awk')],
  [
    'xml',
    ({ text, doctype }) => !/html/.test(doctype ?? '') && (/^<\?xml\b/.test(text) || doctype !== undefined),
  ],
  ['biml', text(/<\s*Biml\b/)],
  ['coffeescript', shebang('coffee')],
  ['crystal', shebang('crystal')],
  ['python', shebang('pythonw?(?:[23](?:\\.\\d+)?)?')],
  ['diff', text(/^Index: |^diff[^\n]*?\ba\/[^\n]*\bb\/|---[^\n]*\n\+\+\+|\+\+\+[^\n]*\n---/)],
  ['yaml', text(/^\s*%YAML/)],
  ['factor', shebang('factor')],
  ['gherkin', shebang('cucumber')],
  ['groovy', shebang('groovy')],
  [
    'php',
    (source) => shebang('php')(source) || (!/^<\?hh/m.test(source.text) && /^<\?php/m.test(source.text)),
  ],
  [
    'hack',
    (source) => shebang('hhvm')(source) || /<\?hh|async function [a-zA-Z]|\): Awaitable</.test(source.text),
  ],
  ['haskell', shebang('runhaskell')],
  ['haxe', shebang('haxe')],
  [
    'html',
    ({ text, doctype }) =>
      /\bhtml\b/i.test(doctype ?? '') || (!/^<\?xml\b/.test(text) && /<\s*html\b/.test(text)),
  ],
  ['io', shebang('io')],
  ['ruby', shebang('ruby')],
  ['javascript', shebang('node|jsc')],
  ['julia', shebang('julia')],
  ['lasso', (source) => shebang('lasso9')(source) || /^.*?<\?(?:lasso(?:script)?|=)/.test(source.text)],
  ['livescript', shebang('lsc')],
  ['lua', shebang('lua')],
  ['moonscript', shebang('moon')],
  ['mosel', text(/^\s*(?:model|package)\s+/m)],
  ['perl', shebang('perl')],
  ['postscript', text(/^%!/m)],
  ['praat', shebang('praat')],
  ['puppet', shebang('puppet-apply|puppet')],
  ['r', shebang('Rscript')],
  ['racket', text(/^#lang[^\n]*(?:racket|scribble)/)],
  ['rust', shebang('rustc')],
  ['sed', shebang('sed')],
  ['shell', shebang('(?:ba|z|k)?sh')],
  ['solidity', text(/^pragma solidity/)],
  ['tcl', shebang('tclsh|wish|jimsh')],
  ['tex', text(/^\s*\\(?:documentclass|input|documentstyle|relax|ProvidesPackage|ProvidesClass)/)],
  ['tulip', shebang('tulip')],
];

/**
 * The tag of the language that a piece of code is recognised as, else `plaintext`. Where several fit, Rouge refuses
 * and the first is taken here.
 */
export function guessTag(code: string | undefined): string {
  if (code === undefined) return 'plaintext';
  const normal = code.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const modes = modesOf(normal);
  const source: Source = {
    text: normal,
    shebang: /^\s*#!([^\n]*)/.exec(normal)?.[1],
    doctype: /^\s*(?:<\?(?:(?!\?>)[\s\S])*\?>\s*)?<!DOCTYPE\s+([^>]+)>/.exec(normal)?.[1],
  };
  if (modes.length === 1) return modes[0] ?? 'plaintext';
  const signs = modes.length === 0 ? SIGNS : SIGNS.filter(([tag]) => modes.includes(tag));
  return signs.find(([, sign]) => sign(source))?.[0] ?? modes[0] ?? 'plaintext';
}

/** The languages that mode lines name. */
function modesOf(code: string): readonly string[] {
  const lines = code.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const near = [...lines.slice(0, MODE_LINES), ...lines.slice(-MODE_LINES)].join('\n');
  if (!/-\*-|(?:vim|vi|ex):/i.test(near)) return [];
  return [EMACS_MODE, VIM_MODE, VIM_SET].flatMap((mode) => {
    const tag = tagNamed(mode.exec(near)?.[1] ?? '');
    return tag === undefined ? [] : [tag];
  });
}
