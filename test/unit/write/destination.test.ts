import { describe, expect, test } from 'vitest';
import { startOfFile } from '../../../src/model/output.ts';
import { writeSealed } from '../../../src/write/cache-folder.ts';
import { examineHolding, isKept } from '../../../src/write/ownership.ts';
import { recordPlace, writeRecord } from '../../../src/write/record.ts';
import { writeOutputs } from '../../../src/write/write.ts';
import { accepted, ask, SITE, verdict } from '../../support/destinations.ts';
import { createFaultyFs } from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { createProcesses } from '../../support/processes.ts';

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

  test.each(['/home/ada/site/dist', '/home/ada/site/_site', '/tmp/_site', '/home/ada/project/dist'])(
    'no name makes a folder ours: %s',
    (path) => {
      const fs = disk();
      fs.put(`${path}/old.html`, '');
      expect(verdict(fs, path)).toBe('unproven');
    },
  );

  test('a folder with a record is ours as far as the record goes', () => {
    const fs = disk();
    fs.put('/home/ada/public/index.html', '');
    const record = recordPlace(SITE.cacheFolder, '/home/ada/public');
    writeRecord(fs, record, '/home/ada/public', { isMade: true, keys: ['index.html'] });
    const destination = accepted(fs, '/home/ada/public');
    expect(destination).toEqual({ path: '/home/ada/public', record });
    expect(examineHolding(fs, destination, [])).toEqual({
      ownership: 'recorded',
      isMade: true,
      recorded: new Set(['index.html']),
      found: new Set(),
    });
  });

  test('a record holds for the folder that it was written for, not for another one that took its name', () => {
    const fs = disk();
    fs.put('/home/ada/public/index.html', '');
    const record = recordPlace(SITE.cacheFolder, '/home/ada/public');
    writeRecord(fs, record, '/home/ada/public', { isMade: true, keys: ['index.html'] });
    fs.removeFile('/home/ada/public/index.html');
    fs.removeFolder('/home/ada/public');
    fs.put('/home/ada/public/index.html', 'the owner’s own');
    expect(verdict(fs, '/home/ada/public')).toBe('unproven');
  });

  test('a record of another destination says nothing of this one', () => {
    const fs = disk();
    fs.put('/home/ada/public/index.html', '');
    fs.put('/home/ada/other/index.html', '');
    const record = recordPlace(SITE.cacheFolder, '/home/ada/public');
    writeRecord(fs, record, '/home/ada/other', { isMade: true, keys: ['index.html'] });
    expect(verdict(fs, '/home/ada/public')).toBe('unproven');
  });

  const FOLDER = '"folder":{"inode":1,"birthtimeMs":1}';
  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"keys":[]}',
    '{"destination":"/home/ada/public","keys":["index.html"]}',
    `{"destination":"/home/ada/public",${FOLDER},"isMade":true,"keys":[1]}`,
    `{"destination":"/home/ada/public",${FOLDER},"isMade":1,"keys":[]}`,
    '{"destination":"/home/ada/public","folder":{"inode":1},"isMade":true,"keys":[]}',
    '{"destination":"/home/ada/public","folder":null,"isMade":true,"keys":[]}',
  ])('a damaged record is no record: %j', (text) => {
    const fs = disk();
    fs.put('/home/ada/public/index.html', '');
    const { cacheFolder, name } = recordPlace(SITE.cacheFolder, '/home/ada/public');
    // sealed as if we had written it
    expect(writeSealed(fs, cacheFolder, name, new TextEncoder().encode(text))).toBe(true);
    expect(verdict(fs, '/home/ada/public')).toBe('unproven');
  });

  test('a folder with nothing but kept files in it is an empty one', () => {
    const fs = disk();
    fs.put('/home/ada/pages/.git/HEAD', 'ref');
    fs.put('/home/ada/pages/.hg/hgrc', '');
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
      message: 'the destination `/home/ada/site` is the source folder itself',
      hint: 'name a separate folder with `destination:` or `-d` (the default is `dist`)',
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
        'cannot create the destination `/home/ada/thesis.txt/out`: `/home/ada/thesis.txt` is a file, not a folder',
    });
  });

  test('tells when the system does not let us look', () => {
    const fs = disk();
    fs.put('/home/ada/public/x', '');
    const blind = createFaultyFs(fs, { at: 1, code: 'EACCES', lasting: true, calls: ['list'] });
    const rest = { keepFiles: [], adopt: false, placeOf: startOfFile, processes: createProcesses(1) };
    const [refusal] = writeOutputs(blind, accepted(blind, '/home/ada/public'), [], rest).diagnostics;
    expect(refusal).toMatchObject({
      code: 'destination/unreadable',
      message: 'cannot read the destination `/home/ada/public`: permission denied (EACCES)',
    });
  });
});

test('`keep_files` keeps whatever begins like one of its entries, as Jekyll does', () => {
  expect(isKept('.git/config', ['.git'])).toBe(true);
  expect(isKept('.gitignore', ['.git'])).toBe(true);
  expect(isKept('a/.git', ['.git'])).toBe(false);
  expect(isKept('images/a.png', ['/images'])).toBe(true);
  expect(isKept('index.html', [''])).toBe(false);
  expect(isKept('.git/config', ['CNAME'])).toBe(true);
  expect(isKept('.github/x.yml', ['CNAME'])).toBe(false);
});
