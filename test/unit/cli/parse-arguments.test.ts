import { describe, expect, test } from 'vitest';
import { FLAGS } from '../../../src/cli/options.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));
const settings = (line: string) => Object.fromEntries(parse(line).overrides);
const mistakes = (line: string) =>
  parse(line).mistakes.map(({ code, message, hint }) => `${code}: ${message} (${hint})`);

describe('the command', () => {
  test.each(['build', 'b'])('%s builds', (word) => {
    expect(parse(word)).toMatchObject({ command: 'build', mistakes: [] });
  });

  test.each(['serve', 'server', 's'])('%s serves', (word) => {
    expect(parse(word)).toMatchObject({ command: 'serve', mistakes: [] });
  });

  test('may stand behind flags, as Jekyll’s may', () => {
    expect(parse('-s site --safe build -q')).toMatchObject({ command: 'build', mistakes: [] });
    expect(settings('-s site --safe build -q')).toEqual({ source: 'site', safe: true, quiet: true });
  });

  test('that is missing is wrong usage', () => {
    expect(mistakes('')).toEqual([
      'cli/command-missing: no command given (run `hastie build` to build the site in this folder, or `hastie --help` to list all commands)',
    ]);
    expect(mistakes('-s site')).toHaveLength(1);
  });

  test('that is mistyped gets the nearest one', () => {
    expect(mistakes('biuld')).toEqual([
      'cli/unknown-command: unknown command `biuld` (did you mean `hastie build`?)',
    ]);
    expect(mistakes('frobnicate --all')).toEqual([
      'cli/unknown-command: unknown command `frobnicate` (run `hastie --help` to list all commands)',
    ]);
  });

  test.each(['new'])('%s is not in this version, and says so whatever its flags', (word) => {
    const { command, mistakes: reported } = parse(`${word} somewhere --port 4000 --livereload`);
    expect(command).toBeUndefined();
    expect(reported).toMatchObject([
      { code: 'cli/command-absent', severity: 'error', hint: expect.any(String) },
    ]);
  });

  test('takes no further words', () => {
    expect(mistakes('build site')).toEqual([
      'cli/unwanted-argument: unexpected argument `site` for `hastie build` (write `--source site` to name the folder of the site, or `--destination site` for the output)',
    ]);
  });
});

describe('flags', () => {
  test('of Jekyll become settings by the configuration’s names', () => {
    expect(
      settings(
        'build -s a -d b --config c.yml,d.yml --layouts l -p p -b /x -D --future --unpublished --limit_posts 3 ' +
          '--strict_front_matter --safe --disable-disk-cache -q -V --profile',
      ),
    ).toEqual({
      source: 'a',
      destination: 'b',
      config: 'c.yml,d.yml',
      layouts_dir: 'l',
      plugins_dir: 'p',
      baseurl: '/x',
      show_drafts: true,
      future: true,
      unpublished: true,
      limit_posts: 3,
      strict_front_matter: true,
      safe: true,
      disable_disk_cache: true,
      quiet: true,
      verbose: true,
      profile: true,
    });
  });

  test('of our own are kept apart', () => {
    const { overrides, program } = parse('build --strict --json --adopt-destination -t --no-color');
    expect([...overrides]).toEqual([]);
    expect(Object.fromEntries(program)).toEqual({
      strict: true,
      json: true,
      'adopt-destination': true,
      trace: true,
      color: false,
    });
  });

  test.each([
    ['--source=site', { source: 'site' }],
    ['--source site', { source: 'site' }],
    ['-s=site', { source: 'site' }],
    ['-ssite', { source: 'site' }],
    ['-s -', { source: '-' }],
    ['--source=--odd', { source: '--odd' }],
    ['--baseurl=', { baseurl: '' }],
    ['--baseurl=a=b', { baseurl: 'a=b' }],
    ['-qV', { quiet: true, verbose: true }],
    ['-qDs site', { quiet: true, show_drafts: true, source: 'site' }],
    ['--no-watch', { watch: false }],
    ['--future=false', { future: false }],
    ['--no-future', { future: false }],
    ['--limit-posts=0', { limit_posts: 0 }],
    ['--limit_posts -1', { limit_posts: -1 }],
  ])('are read as other programs read them: %s', (words, expected) => {
    const result = parse(`build ${words}`);
    expect(result.mistakes).toEqual([]);
    expect(Object.fromEntries(result.overrides)).toEqual(expected);
  });

  test('typed twice: the last one wins and takes the last place', () => {
    expect([...parse('build -s a -d b -s c').overrides]).toEqual([
      ['destination', 'b'],
      ['source', 'c'],
    ]);
  });

  test('that are unknown get the nearest one', () => {
    expect(mistakes('build --sorce site')).toEqual([
      'cli/unknown-flag: unknown flag `--sorce` for `hastie build` (did you mean `--source`?)',
      'cli/unwanted-argument: unexpected argument `site` for `hastie build` (write `--source site` to name the folder of the site, or `--destination site` for the output)',
    ]);
    expect(mistakes('build --zzzzzzzzz=1')).toEqual([
      'cli/unknown-flag: unknown flag `--zzzzzzzzz=1` for `hastie build` (run `hastie build --help` to list all flags)',
    ]);
    expect(mistakes('build -x')).toHaveLength(1);
  });

  test('that are unknown among joined ones are reported once, as typed', () => {
    expect(mistakes('build -qxyz')).toEqual([
      'cli/unknown-flag: unknown flag `-qxyz` for `hastie build` (run `hastie build --help` to list all flags)',
    ]);
  });

  test('of another command are unknown, and so is no value of theirs', () => {
    expect(mistakes('clean --port 4000')).toEqual([
      'cli/unknown-flag: unknown flag `--port` for `hastie clean` (run `hastie clean --help` to list all flags)',
    ]);
  });

  test('end at two dashes', () => {
    expect(parse('build --quiet -- --drafts')).toMatchObject({
      overrides: new Map([['quiet', true]]),
      mistakes: [{ code: 'cli/unwanted-argument', message: expect.stringContaining('`--drafts`') }],
    });
  });

  test('have each a spelling of their own, whatever the command', () => {
    const spelled = FLAGS.flatMap(({ long, short, kind }) => [
      ...long.flatMap((name) => (kind === 'switch' ? [`--${name}`, `--no-${name}`] : [`--${name}`])),
      ...(short === undefined ? [] : [`-${short}`]),
    ]);
    expect(spelled.filter((each, at) => spelled.indexOf(each) !== at)).toEqual([]);
  });

  test('without their value, with one they do not take, or with a wrong one', () => {
    expect(mistakes('build --config')).toEqual([
      'cli/value-missing: `--config` needs a value (write `--config FILE[,FILE…]`)',
    ]);
    expect(mistakes('build -s --safe')).toEqual([
      'cli/value-missing: `-s` needs a value (write `-s FOLDER`)',
    ]);
    expect(mistakes('build --safe=maybe')).toEqual([
      'cli/value-unwanted: `--safe` takes no value, but got `maybe` (write `--safe` alone)',
    ]);
    expect(mistakes('build --limit_posts ten')).toEqual([
      'cli/not-a-number: `--limit_posts` needs a whole number, but got `ten` (write a number, such as `--limit_posts 10`)',
    ]);
  });

  test('all mistakes of one line are reported at once', () => {
    expect(mistakes('build --sorce --safe=maybe --limit_posts ten')).toHaveLength(3);
  });

  test('whose feature is not there yet say so', () => {
    expect(parse('build --lsi').remarks).toMatchObject([{ code: 'cli/feature-absent', severity: 'warning' }]);
    expect(parse('build --lsi').mistakes).toEqual([]);
  });

  test('that turn such a feature off say nothing', () => {
    expect(parse('build --no-watch --no-incremental').remarks).toEqual([]);
  });
});

describe('help and version', () => {
  test.each(['--help', '-h', 'build -h', 'help build', 'help', 'serve --help', '-v', '--version'])(
    '%s',
    (line) => {
      expect(parse(line).mistakes).toEqual([]);
    },
  );
});
