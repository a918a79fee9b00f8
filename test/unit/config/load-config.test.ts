/** The configuration: files over defaults, flags over both, and the checks around them. How files merge is recorded in `read/recorded-sites.test.ts`. */

import { describe, expect, it } from 'vitest';
import { placeInConfig } from '../../../src/config/place-in-config.ts';
import { siteTime } from '../../../src/config/site-time.ts';
import { configOf, now } from '../read/site-in-memory.ts';

const clock = { now, elapsed: () => 0 };

describe('loadConfig', () => {
  it('builds a folder without a configuration, into dist', () => {
    const config = configOf({ files: {} });
    expect(config).toMatchObject({
      source: '/site',
      destination: '/site/dist',
      cacheFolder: '/site/.hastie-cache',
      environment: 'development',
      timeZone: 'UTC',
      files: [],
      diagnostics: [],
    });
    expect(config.values.get('permalink')).toBe('date');
  });

  it('starts with the keys of the defaults and goes on with those of the site, then the flags', () => {
    const config = configOf({
      files: { '_config.yml': 'title: T\nauthor: A\nmarkdown: kramdown\n2022: x' },
      flags: new Map([['baseurl', '/b']]),
    });
    const keys = [...config.values.keys()];
    expect(keys[0]).toBe('source');
    expect(keys.slice(-4)).toEqual(['title', 'author', '2022', 'serving']);
    expect(config.values.get('baseurl')).toBe('/b');
  });

  it('takes _config.yml before _config.yaml', () => {
    const files = { '_config.yaml': 'a: yaml', '_config.yml': 'a: yml' };
    expect(configOf({ files }).values.get('a')).toBe('yml');
    expect(configOf({ files: { '_config.yaml': 'a: yaml' } }).values.get('a')).toBe('yaml');
  });

  it('looks for the configuration in the source, and for the destination where the command runs', () => {
    const config = configOf({
      files: { 'docs/_config.yml': 'title: D\ndestination: out' },
      flags: new Map([['source', 'docs']]),
    });
    expect(config).toMatchObject({ source: '/site/docs', destination: '/site/out' });
    expect(config.values.get('title')).toBe('D');
  });

  it('goes on with the other files when one of several is broken, and says so', () => {
    const config = configOf({
      files: { 'a.yml': 'a: [', 'b.yml': 'b: 1' },
      flags: new Map([['config', 'a.yml,b.yml']]),
    });
    expect(config.values.get('b')).toBe(1);
    expect(config.diagnostics.map(({ code }) => code)).toEqual(['yaml/unclosed-bracket']);
  });

  it('takes the environment from JEKYLL_ENV and the zone from the site', () => {
    const config = configOf({
      files: { '_config.yml': 'timezone: Asia/Tokyo' },
      variables: { JEKYLL_ENV: 'production' },
    });
    expect(config).toMatchObject({ environment: 'production', timeZone: 'Asia/Tokyo' });
  });

  it('tells the time of the build in the zone of the site, or the time that is set', () => {
    const told = (text: string) => siteTime(configOf({ files: { '_config.yml': text } }), clock);
    expect(told('timezone: Asia/Tokyo')).toMatchObject({ epochMs: now, offset: 32_400 });
    expect(told('time: 2020-02-03 04:05:06')).toMatchObject({ epochMs: Date.UTC(2020, 1, 3, 4, 5, 6) });
    expect(told('time: never')).toBeUndefined();
  });

  it('finds the place of a setting in the last file that has it', () => {
    const config = configOf({
      files: { 'a.yml': 'x: 1\ny:\n  z: 2', 'b.yml': '\nx: 3' },
      flags: new Map([['config', 'a.yml,b.yml']]),
    });
    expect(placeInConfig(config, ['x'])).toMatchObject({ file: 'b.yml', line: 2, column: 4 });
    expect(placeInConfig(config, ['y', 'z'], 'key')).toMatchObject({ file: 'a.yml', line: 3, column: 3 });
    expect(placeInConfig(config, ['nowhere'])).toBeUndefined();
  });
});

describe('a theme', () => {
  const theme = {
    'node_modules/plain/_layouts/default.html': 'x',
    'node_modules/plain/_config.yml': 'color: red\npermalink: pretty\nauthor: {name: theme, role: x}',
  };

  it('is an npm package, by its name or with the usual prefix', () => {
    const named = (name: string, files: Record<string, string>) =>
      configOf({ files: { '_config.yml': `theme: ${name}`, ...files } }).theme;
    const plain = { name: 'plain', root: '/site/node_modules/plain', from: { kind: 'package' } };
    expect(named('plain', theme)).toMatchObject(plain);
    expect(named('Plain', theme)).toMatchObject(plain);
    expect(named('tidy', { 'node_modules/jekyll-theme-tidy/a': '' })?.root).toBe(
      '/site/node_modules/jekyll-theme-tidy',
    );
  });

  it('is a folder, by its path', () => {
    const config = configOf({
      files: { '_config.yml': 'theme: ./themes/own', 'themes/own/_layouts/a.html': '' },
    });
    expect(config.theme?.root).toBe('/site/themes/own');
    expect(config.diagnostics).toEqual([]);
  });

  it('is a gem that lies in the bundle of the site, the newest of several', () => {
    const gems = 'vendor/bundle/ruby/3.1.0/gems';
    const config = configOf({
      files: {
        '_config.yml': 'theme: minima',
        [`${gems}/minima-2.9.0/a`]: '',
        [`${gems}/minima-2.10.1/a`]: '',
      },
    });
    expect(config.theme?.root).toBe(`/site/${gems}/minima-2.10.1`);
  });

  it('gives its settings below those of the site, but none that Jekyll has a default for', () => {
    const files = { '_config.yml': 'theme: plain\nauthor: {name: me}', ...theme };
    const { values } = configOf({ files });
    expect(values.get('color')).toBe('red');
    expect(values.get('permalink')).toBe('date');
    expect(values.get('author')).toEqual(
      new Map([
        ['name', 'me'],
        ['role', 'x'],
      ]),
    );
    expect(
      configOf({ files: { ...files, '_config.yml': 'theme: plain\nignore_theme_config: true' } }).values.has(
        'color',
      ),
    ).toBe(false);
  });
});
