import { describe, expect, test } from 'vitest';
import { isKept } from '../../../src/build/destination.ts';
import { recordPath, writeRecord } from '../../../src/build/record.ts';
import { accepted, ask, SITE, verdict } from '../../support/destinations.ts';
import { createFaultyFs } from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';

function disk(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', 'title: Ada');
  fs.put('/home/ada/site/_layouts/default.html', '{{ content }}');
  fs.put('/home/ada/site/images/me.png', 'png');
  fs.put('/home/ada/theme/_layouts/page.html', '');
  fs.put('/home/ada/thesis.txt', 'years of work');
  fs.putFolder('/home/ada/empty');
  return fs;
}

describe('a destination that is Hastie’s', () => {
  test('a folder that is not there, or is empty, may be written to', () => {
    expect(verdict(disk(), '/home/ada/public')).toBe('empty');
    expect(verdict(disk(), '/home/ada/a/b/c')).toBe('empty');
    expect(verdict(disk(), '/home/ada/empty')).toBe('empty');
  });

  test('`dist` of the source and `_site` anywhere are wholly ours, whatever they hold', () => {
    const fs = disk();
    fs.put('/home/ada/site/dist/old.html', '');
    fs.put('/home/ada/site/_site/old.html', '');
    fs.put('/tmp/_site/old.html', '');
    for (const path of ['/home/ada/site/dist', '/home/ada/site/_site', '/tmp/_site'])
      expect(verdict(fs, path)).toBe('whole');
  });

  test('a `dist` elsewhere is not', () => {
    const fs = disk();
    fs.put('/home/ada/project/dist/bundle.js', '');
    expect(verdict(fs, '/home/ada/project/dist')).toBe('unproven');
  });

  test('a folder with a record is ours as far as the record goes', () => {
    const fs = disk();
    fs.put('/home/ada/public/index.html', '');
    const record = recordPath(SITE.cacheFolder, '/home/ada/public');
    writeRecord(fs, record, '/home/ada/public', ['index.html']);
    expect(accepted(fs, '/home/ada/public')).toEqual({
      path: '/home/ada/public',
      ownership: 'recorded',
      record,
      recorded: new Set(['index.html']),
    });
  });

  test.each(['', '{', '[]', 'null', '{"keys":[]}', '{"destination":"/home/ada/public","keys":[1]}'])(
    'a damaged record is no record: %j',
    (text) => {
      const fs = disk();
      fs.put('/home/ada/public/index.html', '');
      fs.put(recordPath(SITE.cacheFolder, '/home/ada/public'), text);
      expect(verdict(fs, '/home/ada/public')).toBe('unproven');
    },
  );

  test('a folder with nothing but kept files in it is an empty one', () => {
    const fs = disk();
    fs.put('/home/ada/pages/.git/HEAD', 'ref');
    expect(verdict(fs, '/home/ada/pages')).toBe('empty');
  });

  test('a link to a folder stands for that folder', () => {
    const fs = disk();
    fs.putFolder('/srv/www');
    fs.putLink('/home/ada/www', '/srv/www');
    expect(accepted(fs, '/home/ada/www/ada').path).toBe('/srv/www/ada');
  });

  test('a `_site` that is a link is ours no more than what it leads to', () => {
    const fs = disk();
    fs.put('/home/ada/important/thesis.txt', '');
    fs.putLink('/home/ada/site/_site', '/home/ada/important');
    expect(verdict(fs, '/home/ada/site/_site')).toBe('unproven');
  });
});

describe('a refusal', () => {
  test('says what the folder is and what to do', () => {
    expect(ask(disk(), '/home/ada/site')).toEqual({
      code: 'destination/protected',
      severity: 'error',
      message: 'the destination /home/ada/site is the source folder itself',
      hint: 'name a folder of its own with `destination:` or `-d` (without either, the site goes to `dist`)',
    });
  });

  test('names the input that lies in the destination', () => {
    expect(ask(disk(), '/home/ada/site/_layouts')).toMatchObject({
      code: 'destination/holds-inputs',
      message: expect.stringContaining('/home/ada/site/_layouts'),
    });
  });

  test('names the file that stands where a folder must be', () => {
    expect(ask(disk(), '/home/ada/thesis.txt/out')).toMatchObject({
      code: 'destination/not-a-folder',
      message:
        "the destination /home/ada/thesis.txt/out can't be made: /home/ada/thesis.txt is a file, not a folder",
    });
  });

  test('tells when the system does not let us look', () => {
    const fs = disk();
    fs.put('/home/ada/public/x', '');
    const blind = createFaultyFs(fs, { at: 1, code: 'EACCES', lasting: true, calls: ['list'] });
    expect(ask(blind, '/home/ada/public')).toMatchObject({
      code: 'destination/unreadable',
      message: "the destination /home/ada/public can't be looked into: permission denied (EACCES)",
    });
  });
});

test('`keep_files` keeps whatever begins like one of its entries, as Jekyll does', () => {
  expect(isKept('.git/config', ['.git'])).toBe(true);
  expect(isKept('.gitignore', ['.git'])).toBe(true);
  expect(isKept('a/.git', ['.git'])).toBe(false);
  expect(isKept('images/a.png', ['/images'])).toBe(true);
  expect(isKept('index.html', [''])).toBe(false);
});
