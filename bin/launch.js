// Loads the bundles of lib/ through V8's code cache. Node 20 has no `module.enableCompileCache`, so the cache is kept by hand.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const OLDEST = [20, 19];
const LIB = path.join(__dirname, '..', 'lib');

/** Runs the program with the words of a command line. */
exports.launch = function launch(words) {
  const version = process.versions.node.split('.').map(Number);
  if (version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1])) {
    console.error(
      'hastie needs Node ' + OLDEST.join('.') + ' or later; this is Node ' + process.versions.node + '.',
    );
    console.error(
      'Install a newer version from https://nodejs.org, or with your version manager (`nvm install --lts`).',
    );
    process.exitCode = 2;
    return;
  }
  if (!fs.existsSync(bundleFile('cli'))) {
    console.error(
      'hastie is not built yet: lib/cli.cjs is missing. Run `npm ci` (or `npm run prepare`) first.',
    );
    process.exitCode = 2;
    return;
  }
  if (words.indexOf('build') >= 0 && hasNothingToDo(words)) return;
  const program = load('cli');
  setBudget(LARGE_BUDGET);
  program.exports.main(words, { keepCompiled: program.keepCompiled });
};

/** Asks a bundle that is a twentieth of the program. A fault there is no reason not to build. */
function hasNothingToDo(words) {
  let status;
  try {
    const again = load('again');
    status = again.exports.again(words);
    if (status !== undefined && again.keepCompiled) again.keepCompiled();
  } catch {
    return false;
  }
  if (status !== undefined) process.exitCode = status;
  return status !== undefined;
}

/** The same for the short names, which only work in a folder that holds a site, or with a flag that names one. */
exports.launchInSite = function launchInSite(command, words) {
  const elsewhere = words.some((word) =>
    /^(?:-s|--source|--config|-h|--help|-v|--version)(?:=|$)/.test(word),
  );
  if (!elsewhere && !holdsSite(process.cwd())) {
    console.error(
      '`' +
        command +
        '` is short for `hastie ' +
        command +
        '`, and ' +
        process.cwd() +
        ' does not contain a site (no _config.yml, _pages, _posts, _layouts or index page).',
    );
    console.error('Change to the folder of your site, or name it: `hastie ' + command + ' --source FOLDER`.');
    process.exitCode = 2;
    return;
  }
  exports.launch([command].concat(words));
};

function holdsSite(folder) {
  return [
    '_config.yml',
    '_config.yaml',
    '_config.toml',
    '_pages',
    '_posts',
    '_layouts',
    'index.md',
    'index.markdown',
    'index.html',
  ].some((name) => fs.existsSync(path.join(folder, name)));
}

function bundleFile(name) {
  return path.join(LIB, name + '.cjs');
}

/** A bundle's exports, and a function that stores what V8 has compiled of it by then (absent when that is stored already). */
function load(name) {
  const vm = require('node:vm');
  const Module = require('node:module');
  const file = bundleFile(name);
  // It is all ASCII, and so V8 can take it byte by byte.
  const source = fs.readFileSync(file, 'latin1');
  const stat = fs.statSync(file);
  const key = [name, process.version, process.arch, stat.size, Math.round(stat.mtimeMs)].join('-');
  const cached = readCache(key);
  const script = new vm.Script(Module.wrap(source), {
    filename: file,
    cachedData: cached,
    importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const bundle = new Module(file);
  bundle.filename = file;
  bundle.paths = Module._nodeModulePaths(LIB);
  script
    .runInThisContext()
    .call(bundle.exports, bundle.exports, Module.createRequire(file), bundle, file, LIB);
  const current = cached !== undefined && script.cachedDataRejected !== true;
  return {
    exports: bundle.exports,
    keepCompiled: current
      ? undefined
      : () => {
          // V8 takes a cache only under the settings under which it was made.
          setBudget(USUAL_BUDGET);
          writeCache(name, key, script.createCachedData());
        },
  };
}

/** What V8 11.3 has by itself. */
const USUAL_BUDGET = 67584;
const LARGE_BUDGET = 10 * USUAL_BUDGET;

/**
 * How much a function must have run before V8 thinks of optimising it. That of Node 20 begins so early that a build of half a
 * second spends a tenth of its time on code of which it ends before it has made use; what runs long is optimised as ever.
 * Newer ones have a cheaper compiler in between, and other settings. To be changed when Node's own modules are loaded: they
 * have a code cache of their own, with the same condition.
 */
function setBudget(budget) {
  if (!process.versions.v8.startsWith('11.3.')) return;
  require('node:v8').setFlagsFromString('--interrupt-budget=' + budget);
}

/** Beside the bundle where that can be written to, else in the user's own cache folder. */
function cacheFolders() {
  const own = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, '.cache'));
  const folders = [path.join(LIB, '.compiled')];
  if (own) folders.push(path.join(own, 'hastie'));
  return folders;
}

/** Bytes before the cache itself. */
const HEAD = 4;

/** V8 checks that a cache is of its own version but not that it is whole, and a damaged one hangs or crashes it: hence the checksum. */
function readCache(key) {
  for (const folder of cacheFolders()) {
    try {
      const stored = fs.readFileSync(path.join(folder, key));
      const data = stored.subarray(HEAD);
      if (stored.length > HEAD && checksum(key, data) === stored.readUInt32LE(0)) return data;
    } catch {
      // None there: the next folder, or none at all.
    }
  }
  return undefined;
}

function writeCache(name, key, data) {
  for (const folder of cacheFolders()) {
    if (process.permission && !process.permission.has('fs.write', folder)) continue;
    try {
      const head = Buffer.alloc(HEAD);
      head.writeUInt32LE(checksum(key, data));
      fs.mkdirSync(folder, { recursive: true });
      const temporary = path.join(folder, key + '.' + process.pid);
      fs.writeFileSync(temporary, Buffer.concat([head, data]));
      fs.renameSync(temporary, path.join(folder, key));
      for (const other of fs.readdirSync(folder)) {
        if (other !== key && other.startsWith(name + '-' + process.version + '-'))
          fs.unlinkSync(path.join(folder, other));
      }
      return;
    } catch {
      // It can't be written here; without a cache everything works, only later.
    }
  }
}

/** Node's cryptography takes longer to load than all else that is done here. Throws where Node is between 20 and 22.2. */
function checksum(key, data) {
  const { crc32 } = require('node:zlib');
  return crc32(data, crc32(key));
}
