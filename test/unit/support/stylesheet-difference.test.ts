import { describe, expect, test } from 'vitest';
import { stylesheetDifference } from '../../support/stylesheet-difference.ts';

describe('the comparison of stylesheets', () => {
  test.each([
    ['white space and the last semicolon', 'a {\n  b: c;\n}\n', 'a{b:c}'],
    ['numbers', 'a { b: 0.50px; c: -.5em }', 'a { b: .5px; c: -0.5em }'],
    ['the fifth digit', 'a { b: 33.33333% }', 'a { b: 33.3333333333% }'],
    [
      'colours',
      'a { b: #fff #000 rgba(1, 2, 3, .5) #40bf40 transparent }',
      'a{b:white black rgba(1,2,3,0.5) hsl(120,50%,50%) rgba(0,0,0,0)}',
    ],
    ['a step of a colour', 'a { b: #101010 }', 'a { b: rgb(15.6, 16.4, 16.9) }'],
    ['quotes', "a[b='c'] { d: 'e' '\\201C' }", 'a[b=c] { d: "e" "\u201c" }'],
    ['where a rule is split', 'a { b: c; d: e }', 'a { b: c } a { d: e }'],
    ['the order of selectors in one rule', 'a, b > c { d: e }', 'b>c,a { d: e }'],
    [
      'media queries',
      '@media (min-width: 1px) and (max-width:2px) { a { b: c } }',
      '@media(min-width:1px)and (max-width:2px){a{b:c}}',
    ],
  ])('lets pass how %s are spelled', (_, one, other) => {
    expect(stylesheetDifference(one, other)).toBeUndefined();
    expect(stylesheetDifference(other, one)).toBeUndefined();
  });

  test.each([
    ['the order of declarations', 'a { b: c; b: d }', 'a { b: d; b: c }'],
    [
      'a declaration behind a media query',
      'a { b: c } @media print { a { b: d } }',
      '@media print { a { b: d } } a { b: c }',
    ],
    ['the order of rules', 'a { b: c } d { b: e }', 'd { b: e } a { b: c }'],
    ['a missing declaration', 'a { b: c; d: e }', 'a { b: c }'],
    ['one too many', 'a { b: c }', 'a { b: c; d: e }'],
    ['a selector', 'a b { c: d }', 'a > b { c: d }'],
    ['a query', '@media (min-width: 925px) { a { b: c } }', '@media (min-width: 924px) { a { b: c } }'],
    ['importance', 'a { b: c !important }', 'a { b: c }'],
    ['a length', 'a { b: 16px }', 'a { b: 17px }'],
    ['a unit', 'a { b: 1em }', 'a { b: 1rem }'],
    ['two steps of a colour', 'a { b: #101010 }', 'a { b: #101012 }'],
    ['opacity', 'a { b: rgba(0, 0, 0, .1) }', 'a { b: rgba(0, 0, 0, .2) }'],
    ['a string', 'a { b: "c" }', 'a { b: "d" }'],
  ])('finds a difference in %s', (_, one, other) => {
    expect(stylesheetDifference(one, other)).toMatch(/^declaration \d+ of \d+ is `/);
    expect(stylesheetDifference(other, one)).toBeDefined();
  });
});
