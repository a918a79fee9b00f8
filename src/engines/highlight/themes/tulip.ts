/** Rouge's theme tulip. */
import type { ThemeTable } from './theme.ts';

export const TULIP: ThemeTable = [
  ['text', 'color: #FFFFFF; background-color: #231529'],
  ['c', 'color: #6D6E70; font-style: italic'],
  ['cp', 'color: #41ff5b; font-weight: bold'],
  ['err gr', 'color: #FFFFFF; background-color: #CC0000'],
  ['k', 'color: #FFF02A; font-weight: bold'],
  ['o p', 'color: #41ff5b'],
  ['gd', 'color: #CC0000'],
  ['gi', 'color: #3FB34F'],
  ['ge', 'font-style: italic'],
  ['gs', 'font-weight: bold'],
  ['gt gl', 'color: #FFFFFF; background-color: #766DAF'],
  ['kc', 'color: #9f93e6; font-weight: bold'],
  ['kn kp kr gh gu', 'color: #FFFFFF; font-weight: bold'],
  ['kt no nc nd nn bp ne', 'color: #FAAF4C; font-weight: bold'],
  ['nl nt m ld ss', 'color: #9f93e6; font-weight: bold'],
  ['s', 'color: #fff0a6; font-weight: bold'],
  ['sa', 'color: #FFF02A; font-weight: bold'],
  ['se sc si', 'color: #FAAF4C; font-weight: bold'],
  ['nb', 'font-weight: bold'],
  ['ni', 'color: #999999; font-weight: bold'],
  ['w', 'color: #BBBBBB'],
  ['nf py na', 'color: #41ff5b'],
  ['nv', 'color: #41ff5b; font-weight: bold'],
];
