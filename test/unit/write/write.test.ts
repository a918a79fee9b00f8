import { describe, expect, test } from 'vitest';
import type { Output } from '../../../src/model/output.ts';
import { startOfFile } from '../../../src/model/output.ts';
import { FsError } from '../../../src/ports/fs.ts';
import { pathOfRecord } from '../../../src/write/record.ts';
import { writeOutputs } from '../../../src/write/write.ts';
import { accepted, claim } from '../../support/destinations.ts';
import { createFaultyFs } from '../../support/faulty-fs.ts';
import { createMemoryFs, type MemoryFs } from '../../support/memory-fs.ts';
import { copyOutput, textOutputs } from '../../support/outputs.ts';
import { createProcesses } from '../../support/processes.ts';

const DIST = '/home/ada/site/dist';
const PUBLIC = '/home/ada/public';
const processes = createProcesses(1);

function disk(): MemoryFs {
  const fs = createMemoryFs();
  fs.put('/home/ada/site/_config.yml', '');
  return fs;
}

/** Writes as one build does: guard first, then everything. */
function write(
  fs: MemoryFs,
  outputs: readonly Output[] | Record<string, string>,
  { to = DIST, keepFiles = ['.git', '.svn'], adopt = false } = {},
) {
  const destination = accepted(fs, to);
  const list = Array.isArray(outputs) ? outputs : textOutputs(outputs as Record<string, string>);
  return writeOutputs(fs, destination, list, { keepFiles, adopt, placeOf: startOfFile, processes });
}

describe('writing', () => {
  test('makes the destination and the folders of its files', () => {
    const fs = disk();
    expect(write(fs, { 'index.html': 'home', 'a/b/c.html': 'deep' })).toEqual({
      written: ['index.html', 'a/b/c.html'],
      unchanged: [],
      removed: [],
      diagnostics: [],
    });
    expect(fs.tree(DIST)).toEqual({ 'a/b/c.html': 'deep', 'index.html': 'home' });
  });

  test('makes a destination whose parents are not there', () => {
    const fs = disk();
    write(fs, { 'index.html': 'home' }, { to: '/srv/www/ada' });
    expect(fs.tree('/srv/www/ada')).toEqual({ 'index.html': 'home' });
  });

  test('leaves equal files alone, to their time', () => {
    const fs = disk();
    write(fs, { 'a.html': 'a', 'b.html': 'b', 'c.html': 'ü' });
    const before = fs.linkStat(`${DIST}/a.html`);
    const again = write(fs, { 'a.html': 'a', 'b.html': 'B', 'c.html': 'u' });
    expect(again).toMatchObject({ written: ['b.html', 'c.html'], unchanged: ['a.html'] });
    expect(fs.linkStat(`${DIST}/a.html`)).toEqual(before);
    expect(fs.text(`${DIST}/c.html`)).toBe('u');
  });

  test('writes each file beside its place and renames it there', () => {
    const fs = disk();
    write(fs, { 'index.html': 'old' });
    const faulty = createFaultyFs(fs);
    writeOutputs(faulty, accepted(fs, DIST), textOutputs({ 'index.html': 'new' }), {
      keepFiles: [],
      adopt: false,
      placeOf: startOfFile,
      processes,
    });
    expect(faulty.log.filter((call) => !call.includes('.hastie-lock'))).toEqual([
      `createFile ${DIST}/.hastie-tmp-0`,
      `rename ${DIST}/index.html`,
    ]);
  });

  test('leaves neither lock nor temporary file', () => {
    const fs = disk();
    write(fs, { 'a/index.html': 'x' });
    expect(fs.tree(DIST)).toEqual({ 'a/index.html': 'x' });
  });

  test('removes what a killed build left behind', () => {
    const fs = disk();
    fs.put(`${DIST}/a/.hastie-tmp-7`, 'half');
    fs.put(`${DIST}/.hastie-lock`, '99 start-99 here\n');
    write(fs, { 'a/index.html': 'x' });
    expect(fs.tree(DIST)).toEqual({ 'a/index.html': 'x' });
  });
});

describe('copying', () => {
  const picture = '/home/ada/site/images/me.png';

  test('keeps the time of the file', () => {
    const fs = disk();
    fs.put(picture, 'png', 1_500_000_000_123.5);
    write(fs, [copyOutput('images/me.png', picture, 3, 1_500_000_000_123.5)]);
    expect(fs.linkStat(`${DIST}/images/me.png`)?.mtimeMs).toBe(1_500_000_000_123.5);
    expect(fs.text(`${DIST}/images/me.png`)).toBe('png');
  });

  test('does not read a copy of equal size and time', () => {
    const fs = disk();
    fs.put(picture, 'png', 1_500_000_000_123.5);
    const outputs = [copyOutput('images/me.png', picture, 3, 1_500_000_000_123.5)];
    write(fs, outputs);
    const faulty = createFaultyFs(fs, { at: 99, code: 'EIO', calls: ['readBytes'] });
    const options = { keepFiles: [], adopt: false, placeOf: startOfFile, processes };
    expect(writeOutputs(faulty, accepted(fs, DIST), outputs, options).unchanged).toEqual(['images/me.png']);
    expect(faulty.log.filter((call) => call.includes('me.png'))).toEqual([]);
  });

  test('reads both where the time is a packager’s stamp, the same on every version', () => {
    const fs = disk();
    const stamp = 499_162_500_000;
    fs.put(picture, 'v1', stamp);
    write(fs, [copyOutput('a.js', picture, 2, stamp)]);
    fs.put(picture, 'v2', stamp);
    expect(write(fs, [copyOutput('a.js', picture, 2, stamp)]).written).toEqual(['a.js']);
    expect(fs.text(`${DIST}/a.js`)).toBe('v2');
    expect(write(fs, [copyOutput('a.js', picture, 2, stamp)]).unchanged).toEqual(['a.js']);
  });

  test('sees a change after which size and time were put back, and then does not read the copy again', () => {
    const fs = disk();
    fs.put(picture, 'old', 5.5);
    const output = () => copyOutput('me.png', picture, 3, 5.5, fs.stat(picture)!.ctimeMs);
    write(fs, [output()]);
    expect(write(fs, [output()]).unchanged).toEqual(['me.png']);
    fs.edit(picture, 'new');
    fs.setModified(picture, 5.5);
    expect(write(fs, [output()]).written).toEqual(['me.png']);
    expect(fs.text(`${DIST}/me.png`)).toBe('new');
    const faulty = createFaultyFs(fs, { at: 99, code: 'EIO', calls: ['readBytes'] });
    const options = { keepFiles: [], adopt: false, placeOf: startOfFile, processes };
    expect(writeOutputs(faulty, accepted(fs, DIST), [output()], options).unchanged).toEqual(['me.png']);
    expect(faulty.log.filter((call) => call.includes('me.png'))).toEqual([]);
  });

  /** Another program writes to the picture during each of the first copies. */
  function busy(fs: MemoryFs, copies: number): MemoryFs {
    let count = 0;
    return {
      ...fs,
      copyFile(from, to) {
        const before = fs.text(from);
        if (count++ < copies) fs.edit(from, `version ${count}`);
        fs.createFile(to, count <= copies ? before.slice(0, 4) + fs.text(from).slice(4) : before);
      },
    };
  }

  test('begins again where another program writes to the file meanwhile', () => {
    const fs = disk();
    fs.put(picture, 'as before');
    write(busy(fs, 2), [copyOutput('me.png', picture, 9, 5.5)]);
    expect(fs.tree(DIST)).toEqual({ 'me.png': 'version 2' });
  });

  test('ends for a file that is written to all the time', () => {
    const fs = disk();
    fs.put(picture, 'as before');
    const { written, diagnostics } = write(busy(fs, 1000), [copyOutput('me.png', picture, 9, 5.5)]);
    expect({ written, diagnostics }).toEqual({ written: ['me.png'], diagnostics: [] });
    expect(fs.text(picture)).toBe('version 5');
    expect(fs.tree(DIST)).toEqual({ 'me.png': 'version 5' });
  });

  test('leaves a copy alone that is equal but for its time', () => {
    const fs = disk();
    fs.put(picture, 'png', 5.5);
    fs.put(`${DIST}/me.png`, 'png', 77.5);
    claim(fs, DIST);
    expect(write(fs, [copyOutput('me.png', picture, 3, 5.5)]).unchanged).toEqual(['me.png']);
    expect(fs.linkStat(`${DIST}/me.png`)?.mtimeMs).toBe(77.5);
  });
});

/** The same disk, on which these files may not be read. */
function unreadable(fs: MemoryFs, ...paths: readonly string[]): MemoryFs {
  const check = (path: string): void => {
    if (paths.includes(path)) throw new FsError('EACCES', path, 'permission denied');
  };
  return {
    ...fs,
    readBytes(path) {
      check(path);
      return fs.readBytes(path);
    },
    copyFile(from, to) {
      check(from);
      fs.copyFile(from, to);
    },
  };
}

describe('a file of the destination that can’t be read', () => {
  test.each([
    ['a text', () => textOutputs({ 'a.html': 'old' })[0]!, () => textOutputs({ 'a.html': 'new' })[0]!],
    [
      'a copy',
      () => copyOutput('a.html', '/home/ada/site/old', 3, 1000),
      () => copyOutput('a.html', '/home/ada/site/new', 3, 1000),
    ],
  ])('is replaced by %s', (_, before, after) => {
    const fs = disk();
    fs.put('/home/ada/site/old', 'old');
    fs.put('/home/ada/site/new', 'new');
    write(fs, [before()]);
    const result = write(unreadable(fs, `${DIST}/a.html`), [after()]);
    expect(result).toMatchObject({ written: ['a.html'], diagnostics: [] });
    expect(fs.text(`${DIST}/a.html`)).toBe('new');
  });

  test('is an error where the file to copy can’t be read, either', () => {
    const fs = disk();
    fs.put('/home/ada/site/a', 'old');
    const output = copyOutput('a', '/home/ada/site/a', 3, 1000);
    write(fs, [output]);
    const { diagnostics } = write(unreadable(fs, `${DIST}/a`, '/home/ada/site/a'), [output]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['write/failed']);
    expect(fs.text(`${DIST}/a`)).toBe('old');
  });
});

describe('removing', () => {
  test('takes away what no longer belongs, and the folders that are empty then', () => {
    const fs = disk();
    write(fs, { 'index.html': '1', 'a/b/old.html': '1', 'a/kept.html': '1' });
    expect(write(fs, { 'index.html': '1', 'a/kept.html': '1' }).removed).toEqual(['a/b/old.html']);
    expect(fs.tree(DIST)).toEqual({ 'a/kept.html': '1', 'index.html': '1' });
  });

  test.each([DIST, '/home/ada/site/_site', PUBLIC])('in %s takes away what Hastie made alone', (to) => {
    const fs = disk();
    write(fs, { 'index.html': '1', 'a/old.html': '1' }, { to });
    fs.put(`${to}/a/notes.txt`, 'mine');
    fs.putFolder(`${to}/empty`);
    fs.putOther(`${to}/pipe`);
    expect(write(fs, { 'index.html': '1' }, { to }).removed).toEqual(['a/old.html']);
    expect(fs.tree(to)).toEqual({ 'a/notes.txt': 'mine', empty: '(empty)', 'index.html': '1', pipe: '' });
  });

  test('never touches `.git` and `keep_files`', () => {
    const fs = disk();
    fs.put(`${DIST}/.git/HEAD`, 'ref');
    fs.put(`${DIST}/.gitignore`, '*');
    fs.put(`${DIST}/files/thesis.pdf`, 'pdf');
    fs.putFolder(`${DIST}/files/empty`);
    fs.put(`${DIST}/deep/er/kept.txt`, 'x');
    fs.put(`${DIST}/deep/er/gone.txt`, 'x');
    claim(fs, DIST);
    const before = fs.linkStat(`${DIST}/files/thesis.pdf`);
    write(fs, { 'index.html': '1' }, { keepFiles: ['.git', '.svn', 'files', 'deep/er/kept.txt'] });
    expect(fs.tree(DIST)).toEqual({
      '.git/HEAD': 'ref',
      '.gitignore': '*',
      'deep/er/kept.txt': 'x',
      'files/empty': '(empty)',
      'files/thesis.pdf': 'pdf',
      'index.html': '1',
    });
    expect(fs.linkStat(`${DIST}/files/thesis.pdf`)).toEqual(before);
  });

  test('writes the site’s own files into a kept folder', () => {
    const fs = disk();
    fs.put(`${DIST}/images/resized.png`, 'small');
    write(fs, { 'images/me.png': 'png' }, { keepFiles: ['images'] });
    expect(fs.tree(DIST)).toEqual({ 'images/me.png': 'png', 'images/resized.png': 'small' });
  });

  test('removes a link as a link', () => {
    const fs = disk();
    fs.put('/home/ada/thesis.txt', 'years of work');
    fs.put('/home/ada/papers/a.pdf', 'pdf');
    fs.putLink(`${DIST}/old`, '/home/ada/papers');
    fs.putLink(`${DIST}/thesis.txt`, '/home/ada/thesis.txt');
    claim(fs, DIST);
    expect(write(fs, { 'index.html': '1' }).removed).toEqual(['old', 'thesis.txt']);
    expect(fs.tree('/home/ada/papers')).toEqual({ 'a.pdf': 'pdf' });
    expect(fs.tree(DIST)).toEqual({ 'index.html': '1' });
    expect(fs.text('/home/ada/thesis.txt')).toBe('years of work');
  });
});

describe('where a file must go that a folder was, or the other way round', () => {
  test('what Hastie made gives way', () => {
    const fs = disk();
    write(fs, { a: 'file', 'b/c/index.html': 'page' });
    write(fs, { 'a/index.html': 'page', b: 'file' });
    expect(fs.tree(DIST)).toEqual({ 'a/index.html': 'page', b: 'file' });
  });

  test.each([
    ['a folder where a file must be', 'a/notes.txt', 'a', 'a/notes.txt'],
    ['a file where a folder must be', 'a', 'a/index.html', 'a'],
  ])('%s: what it did not make stays, and is told', (_, mine, output, obstacle) => {
    const fs = disk();
    write(fs, { 'index.html': '1' }, { to: PUBLIC });
    fs.put(`${PUBLIC}/${mine}`, 'mine');
    const { written, diagnostics } = write(fs, { 'index.html': '2', [output]: 'x' }, { to: PUBLIC });
    expect(written).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: 'write/in-the-way', message: expect.stringContaining(`\`${obstacle}\` is in the way`) },
    ]);
    expect(fs.tree(PUBLIC)).toEqual({ 'index.html': '1', [mine]: 'mine' });
  });

  test('two outputs that need the same name are told before anything is written', () => {
    const fs = disk();
    const { written, diagnostics } = write(fs, { 'z.html': '', a: 'file', 'a/b.html': 'page' });
    expect(written).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'write/file-and-folder',
        message:
          '`a.md` is written to the file `a`, but `a/b.html.md` needs a folder of that name for `a/b.html`',
      },
    ]);
    expect(fs.stat(DIST)).toBeUndefined();
  });

  test('an output that is there twice is told, not lost', () => {
    const [first] = textOutputs({ 'a.html': '1' });
    const second = { ...first!, from: 'other.md' };
    expect(write(disk(), [first!, second]).diagnostics).toMatchObject([
      {
        code: 'write/output-twice',
        message: '`a.html` is written twice, from `a.html.md` and from `other.md`',
      },
    ]);
  });

  test.each(['.git/config', 'a/.GIT/hooks/post-commit', '.svn/x', '.hastie-lock/owner', 'a/.hastie-tmp-1'])(
    'an output called %s is refused',
    (key) => {
      const fs = disk();
      expect(write(fs, { [key]: 'x' }).diagnostics).toMatchObject([{ code: 'write/reserved-name' }]);
      expect(fs.stat(DIST)).toBeUndefined();
    },
  );
});

describe('ownership without a record', () => {
  test('is proved by an earlier build of the same site: a clone that has it committed, a lost cache', () => {
    const fs = disk();
    const docs = '/home/ada/site/docs';
    write(fs, { 'index.html': '1', 'a.html': '1' }, { to: docs });
    fs.removeFile(pathOfRecord(accepted(fs, docs).record!));
    expect(write(fs, { 'index.html': '2', 'a.html': '1', 'new.html': '1' }, { to: docs })).toMatchObject({
      written: ['index.html', 'new.html'],
      diagnostics: [],
    });
  });

  test('is not, once a file is there that this build does not make', () => {
    const fs = disk();
    fs.put(`${PUBLIC}/index.html`, '1');
    fs.put(`${PUBLIC}/notes.txt`, 'mine');
    expect(write(fs, { 'index.html': '1' }, { to: PUBLIC }).diagnostics).toMatchObject([
      {
        code: 'destination/not-ours',
        message: 'the destination `/home/ada/public` contains files that Hastie did not write: `notes.txt`',
      },
    ]);
  });

  test('names three of the files and counts the rest', () => {
    const fs = disk();
    for (const name of 'abcde') fs.put(`${PUBLIC}/${name}.txt`, 'mine');
    expect(write(fs, { 'index.html': '1' }, { to: PUBLIC }).diagnostics[0]?.message).toMatch(
      /: `a\.txt`, `b\.txt`, `c\.txt` and 2 more$/,
    );
  });

  test.each([DIST, '/home/ada/site/_site'])('matters in %s as anywhere else', (to) => {
    const fs = disk();
    fs.put(`${to}/index.html`, '1');
    fs.put(`${to}/notes.txt`, 'mine');
    expect(write(fs, { 'index.html': '1' }, { to }).diagnostics).toMatchObject([
      { code: 'destination/not-ours' },
    ]);
    expect(fs.tree(to)).toEqual({ 'index.html': '1', 'notes.txt': 'mine' });
  });

  test('is not proved by a page of the same name alone', () => {
    const fs = disk();
    fs.put(`${DIST}/index.html`, 'written by hand');
    expect(write(fs, { 'index.html': '1' }).diagnostics).toMatchObject([{ code: 'destination/not-ours' }]);
    expect(fs.tree(DIST)).toEqual({ 'index.html': 'written by hand' });
  });
});

describe('a file of the owner’s in a recorded destination', () => {
  test('stays, in whatever folder it lies, and is not reported', () => {
    const fs = disk();
    write(fs, { 'index.html': '1', 'a/old.html': '1' });
    fs.put(`${DIST}/a/notes.txt`, 'mine');
    expect(write(fs, { 'index.html': '1' })).toMatchObject({ removed: ['a/old.html'], diagnostics: [] });
    expect(fs.tree(DIST)).toEqual({ 'a/notes.txt': 'mine', 'index.html': '1' });
  });

  test('is not replaced by a new page of its name, unless that is asked for', () => {
    const fs = disk();
    write(fs, { 'index.html': '1' });
    fs.put(`${DIST}/cv.pdf`, 'mine');
    const outputs = { 'index.html': '2', 'cv.pdf': 'of the site' };
    expect(write(fs, outputs).diagnostics).toMatchObject([
      {
        code: 'write/in-the-way',
        message: '`cv.pdf` already exists in the destination, and Hastie did not write it',
        hint: expect.stringContaining('--adopt-destination'),
      },
    ]);
    expect(fs.tree(DIST)).toEqual({ 'index.html': '1', 'cv.pdf': 'mine' });
    expect(write(fs, outputs, { adopt: true }).diagnostics).toEqual([]);
    expect(fs.text(`${DIST}/cv.pdf`)).toBe('of the site');
  });

  test('is taken for the page of its name where it is the same to the byte', () => {
    const fs = disk();
    write(fs, { 'index.html': '1' });
    fs.put(`${DIST}/robots.txt`, 'all');
    expect(write(fs, { 'index.html': '1', 'robots.txt': 'all' }).diagnostics).toEqual([]);
  });
});

describe('a disk that ignores letter case', () => {
  test('a page whose name changes in case alone is not lost', () => {
    const fs = createMemoryFs({ ignoreCase: true });
    fs.put('/home/ada/site/_config.yml', '');
    write(fs, { 'about.html': '1', 'index.html': '1' });
    expect(write(fs, { 'About.html': '1', 'index.html': '1' })).toMatchObject({
      removed: [],
      diagnostics: [],
    });
    expect(fs.tree(DIST)).toEqual({ 'About.html': '1', 'index.html': '1' });
    write(fs, { 'ABOUT.html': '2', 'index.html': '1' });
    expect(fs.tree(DIST)).toEqual({ 'ABOUT.html': '2', 'index.html': '1' });
  });

  test('on one that does not, the old spelling goes', () => {
    const fs = disk();
    write(fs, { 'about.html': '1' });
    expect(write(fs, { 'About.html': '1' }).removed).toEqual(['about.html']);
    expect(fs.tree(DIST)).toEqual({ 'About.html': '1' });
  });
});

test('a build that is stopped has written whole files and removed none', () => {
  const fs = disk();
  write(fs, { 'a.html': '1', 'b.html': '1', 'old.html': '1' });
  let asked = 0;
  const result = writeOutputs(fs, accepted(fs, DIST), textOutputs({ 'a.html': '2', 'b.html': '2' }), {
    keepFiles: [],
    adopt: false,
    placeOf: startOfFile,
    processes,
    stopped: () => ++asked > 1,
  });
  expect(result).toEqual({ written: ['a.html'], unchanged: [], removed: [], diagnostics: [] });
  expect(fs.tree(DIST)).toEqual({ 'a.html': '2', 'b.html': '1', 'old.html': '1' });
});

test.each([0, 1, 3, 4, 5, 8, 1000, 1001, 1002, 1003])(
  'a difference in the last of %i bytes is seen',
  (length) => {
    const fs = disk();
    write(fs, { 'a.html': `${'x'.repeat(length)}a` });
    expect(write(fs, { 'a.html': `${'x'.repeat(length)}b` }).written).toEqual(['a.html']);
    expect(write(fs, { 'a.html': `${'x'.repeat(length)}b` }).unchanged).toEqual(['a.html']);
  },
);
