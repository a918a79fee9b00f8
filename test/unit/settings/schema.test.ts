/** The JSON Schema that editors check `_config.yml` with: it takes what sites have, and refuses what the program would not understand. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/engines/yaml/parse-yaml.ts';
import { siteSettings } from '../../../src/model/settings/settings.ts';
import { builtInPlugins } from '../../../src/plugins/all.ts';
import { isArray, isHash, RubyDate, RubyTime, type Value } from '../../../src/ruby/values.ts';
import { configSchema, type JsonSchema } from '../../../src/settings/schema.ts';

const root = new URL('../../../', import.meta.url);
const schema = configSchema([siteSettings, ...builtInPlugins.map(({ settings = {} }) => settings)]);

function toJson(value: Value): unknown {
  if (isArray(value)) return value.map(toJson);
  if (isHash(value)) return Object.fromEntries(Array.from(value, ([key, item]) => [key, toJson(item)]));
  return value instanceof RubyTime || value instanceof RubyDate ? 'a time' : (value ?? null);
}

/** Keywords that say nothing about what is valid. */
const NOTES: ReadonlySet<string> = new Set([
  ...['$schema', 'title', 'description', 'default', 'examples', 'deprecationMessage'],
]);

type Test = (value: unknown, rule: unknown, path: string, whole: JsonSchema) => readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typesOf(value: unknown): readonly string[] {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
  return [typeof value];
}

/** What a validator of draft 7 does for the keywords that the schema uses. */
const KEYWORDS: Readonly<Record<string, Test>> = {
  type: (value, rule, path) =>
    [rule].flat().some((type) => typesOf(value).includes(String(type)))
      ? []
      : [`${path}: ${typesOf(value)[0]}`],
  enum: (value, rule, path) => ((rule as unknown[]).includes(value) ? [] : [`${path}: ${String(value)}`]),
  minimum: (value, rule, path) =>
    typeof value === 'number' && value < (rule as number) ? [`${path}: below ${rule}`] : [],
  items: (value, rule, path) =>
    Array.isArray(value)
      ? value.flatMap((item, at) => mistakes(item, rule as JsonSchema, `${path}[${at}]`))
      : [],
  properties: (value, rule, path) =>
    isObject(value)
      ? Object.entries(rule as Record<string, JsonSchema>).flatMap(([key, inner]) =>
          Object.hasOwn(value, key) ? mistakes(value[key], inner, `${path}.${key}`) : [],
        )
      : [],
  additionalProperties: (value, rule, path, { properties = {} }) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, item]) =>
          Object.hasOwn(properties as object, key)
            ? []
            : mistakes(item, rule as JsonSchema, `${path}.${key}`),
        )
      : [],
};

function mistakes(value: unknown, rules: JsonSchema, path = ''): readonly string[] {
  return Object.entries(rules).flatMap(([keyword, rule]) => {
    if (NOTES.has(keyword)) return [];
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`the validator of this test does not know "${keyword}"`);
    return check(value, rule, path, rules);
  });
}

const mistakesIn = (text: string): readonly string[] =>
  mistakes(toJson(parseYaml({ file: '_config.yml', text }).value ?? null), schema);

/** Sites whose settings are of another type on purpose, with what the schema finds. */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  'settings-truth': ['.future: integer', '.unpublished: string', '.page_excerpts: integer'],
};

const sites = readdirSync(new URL('test/sites/', root), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('/source/_config.yml'))
  .map((path) => path.slice(0, -'/source/_config.yml'.length))
  .sort();

describe('the schema', () => {
  test('takes the homepage', () => {
    expect(mistakesIn(readFileSync(new URL('_config.yml', root), 'utf8'))).toEqual([]);
  });

  test('takes the sites of the tests', () => {
    expect(sites.length).toBeGreaterThan(20);
    const found = sites.flatMap((name) => {
      const text = readFileSync(new URL(`test/sites/${name}/source/_config.yml`, root), 'utf8');
      const wrong = mistakesIn(text);
      return wrong.length === 0 ? [] : [[name, wrong] as const];
    });
    expect(Object.fromEntries(found)).toEqual(WRONG);
  });

  test('takes an empty file, an empty value and settings of the site itself', () => {
    expect(mistakesIn('')).toEqual([]);
    expect(
      mistakesIn('url:\nbaseurl:\nauthor:\nmy_own: [1, {a: b}]\nkramdown: {parse_block_html: true, x: y}'),
    ).toEqual([]);
  });

  test.each([
    ['exclude: README.md', '.exclude: string'],
    ['include:', '.include: null'],
    ['plugins: {a: b}', '.plugins: object'],
    ['limit_posts: ten', '.limit_posts: string'],
    ['limit_posts: -1', '.limit_posts: below 0'],
    ['safe: "true"', '.safe: string'],
    ['kramdown: GFM', '.kramdown: string'],
    ['kramdown: {hard_wrap: sometimes}', '.kramdown.hard_wrap: string'],
    ['liquid: {error_mode: loud}', '.liquid.error_mode: loud'],
    ['sass: {style: tiny}', '.sass.style: tiny'],
    ['sass: {load_paths: [1]}', '.sass.load_paths[0]: integer'],
    ['collections: {talks: yes please}', '.collections.talks: string'],
    ['collections: {talks: {output: always}}', '.collections.talks.output: string'],
    ['defaults: {layout: x}', '.defaults: object'],
    ['defaults: [{scope: {path: ""}, values: }]', '.defaults[0].values: null'],
    ['feed: {posts_limit: many}', '.feed.posts_limit: string'],
    ['pagination: 10', '.pagination: integer'],
    ['jekyll-archives: {enabled: [decades]}', '.jekyll-archives.enabled[0]: decades'],
  ])('refuses %s', (text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake]);
  });

  test('says what each setting is for, in a sentence', () => {
    const properties = schema.properties as Record<string, { readonly description?: string }>;
    const bad = Object.entries(properties).filter(
      ([, { description = '' }]) => !/^[A-Z].*\.$/.test(description),
    );
    expect(bad).toEqual([]);
  });

  test('points from an old name to the one of today', () => {
    const { gems, plugins } = schema.properties as Record<string, JsonSchema>;
    expect(gems).toMatchObject({ deprecationMessage: 'Write "plugins" instead' });
    expect(plugins).not.toHaveProperty('deprecationMessage');
  });
});
