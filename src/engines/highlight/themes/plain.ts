/** Rouge's themes of few colours: bw and igorpro. */
import type { ThemeTable } from './theme.ts';

export const BW: ThemeTable = [
  ['text', 'color: #000000; background-color: #ffffff'],
  ['c', 'font-style: italic'],
  ['cp', ''],
  ['k', 'font-weight: bold'],
  ['kp kt', ''],
  ['o nc nn ne ni nt', 'font-weight: bold'],
  ['s', 'font-style: italic'],
  ['sa si se gh gu', 'font-weight: bold'],
  ['ge', 'font-style: italic'],
  ['gs gp', 'font-weight: bold'],
  ['err', 'color: #FF0000'],
];

export const IGORPRO: ThemeTable = [
  ['text', 'color: #444444'],
  ['cp cs', 'color: #CC00A3'],
  ['c', 'color: #FF0000'],
  ['kc', 'color: #C34E00'],
  ['kd', 'color: #0000FF'],
  ['kr', 'color: #007575'],
  ['k', 'color: #0000FF'],
  ['s', 'color: #009C00'],
  ['sa', 'color: #0000FF'],
  ['nb', 'color: #C34E00'],
];
