import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNativeCompiler, identifyCompiler } from '../../../../src/node/sass/sass-compilers.ts';

const binary = `sass-embedded-${process.platform}-${process.arch}`;
const runtime = process.platform === 'win32' ? 'dart.exe' : 'dart';

describe('the installed compiler', () => {
  let root: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'hastie-compilers-')));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (path: string, text = ''): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const install = (name: string, version: string, modules = 'node_modules'): void =>
    write(`${modules}/${name}/package.json`, JSON.stringify({ name, version }));
  const installBinary = (modules = 'node_modules'): void => {
    install(binary, '1.9.0', modules);
    write(`${modules}/${binary}/dart-sass/src/${runtime}`);
    write(`${modules}/${binary}/dart-sass/src/sass.snapshot`);
  };
  const worker = (): string => join(root, 'node_modules/hastie/lib/sass-worker.cjs');

  it('is the native one where its program is there', () => {
    install('sass', '1.5.0');
    install('sass-embedded', '1.9.0');
    expect(identifyCompiler(worker())).toBe('sass 1.5.0');
    installBinary();
    expect(identifyCompiler(worker())).toBe('sass-embedded 1.9.0');
    expect(findNativeCompiler(worker())?.command[0]).toBe(
      join(root, `node_modules/${binary}/dart-sass/src/${runtime}`),
    );
    expect(identifyCompiler(worker(), 'sass')).toBe('sass 1.5.0');
  });

  it('is found where another installer nests it or links to it', () => {
    install('sass-embedded', '1.9.0', 'store/a/node_modules');
    installBinary('store/a/node_modules');
    mkdirSync(join(root, 'node_modules'));
    symlinkSync(
      join(root, 'store/a/node_modules/sass-embedded'),
      join(root, 'node_modules/sass-embedded'),
      'junction',
    );
    expect(identifyCompiler(worker())).toBe('sass-embedded 1.9.0');
  });

  it('is told apart by its version', () => {
    install('sass', '1.5.0', 'node_modules/hastie/node_modules');
    install('sass', '1.4.0');
    expect(identifyCompiler(worker())).toBe('sass 1.5.0');
  });

  it('is unknown where there is none', () => {
    expect(identifyCompiler(worker())).toBe('sass ?');
    expect(findNativeCompiler(worker())).toBeUndefined();
  });
});
