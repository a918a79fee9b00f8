/**
 * Where liquidjs and Ruby's Liquid disagree, each with a template and what Ruby prints (`undefined` where it aborts). The
 * tests render all of them; the list is what stands between this engine and liquidjs's evaluator.
 */

export interface Difference {
  readonly what: string;
  readonly template: string;
  readonly liquidjs: string | undefined;
  readonly ruby: string | undefined;
}

export const shopifyDifferences: readonly Difference[] = [
  { what: 'integers divide to integers', template: '{{ 7 | divided_by: 2 }}', liquidjs: '3.5', ruby: '3' },
  { what: 'floats stay floats', template: '{{ 1.0 }}', liquidjs: '1', ruby: '1.0' },
  { what: 'a float makes a float', template: '{{ 10 | times: 1.0 }}', liquidjs: '10', ruby: '10.0' },
  {
    what: 'decimals are exact',
    template: '{{ 0.1 | plus: 0.2 }}',
    liquidjs: '0.30000000000000004',
    ruby: '0.3',
  },
  { what: 'integers have a size', template: '{{ 5 | size }}', liquidjs: '0', ruby: '8' },
  { what: 'inspect is Ruby’s', template: '{{ "a" | inspect }}', liquidjs: '"a"', ruby: '&quot;a&quot;' },
  {
    what: 'nothing is blank in Jekyll',
    template: '{% if "" == blank %}T{% else %}F{% endif %}',
    liquidjs: 'T',
    ruby: 'F',
  },
  {
    what: 'an output ends at its first braces',
    template: '{{ "a }} b" }}',
    liquidjs: 'a }} b',
    ruby: ' b" }}',
  },
  {
    what: 'words after a filter are ignored',
    template: '{{ "q" | upcase foo }}',
    liquidjs: undefined,
    ruby: 'Q',
  },
  {
    what: 'unknown operators abort',
    template: '{% if 1 = 1 %}x{% endif %}',
    liquidjs: undefined,
    ruby: undefined,
  },
  { what: 'arguments are counted', template: '{{ "a" | upcase: 1 }}', liquidjs: 'A', ruby: undefined },
  {
    what: 'a table has line ends',
    template: '{% tablerow i in (1..1) %}{{ i }}{% endtablerow %}',
    liquidjs: '<tr class="row1"><td class="col1">1</td></tr>',
    ruby: '<tr class="row1">\n<td class="col1">1</td></tr>\n',
  },
  {
    what: 'division by zero aborts',
    template: '{{ 1 | divided_by: 0 }}',
    liquidjs: 'Infinity',
    ruby: undefined,
  },
  {
    what: 'doubled dots are one',
    template: '{% assign a = "x" %}{{ a..size }}',
    liquidjs: undefined,
    ruby: '1',
  },
];
