// Loads lib/cli.cjs through V8's code cache. Node 20 has no `module.enableCompileCache`, so the cache is kept by hand.
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const OLDEST = [20, 19];
const LIB = path.join(__dirname, '..', 'lib');
const PROGRAM = path.join(LIB, 'cli.cjs');
/** Answers a build with nothing to do, and is a twentieth of the program. */
const AGAIN = path.join(LIB, 'again.cjs');

/** Runs the program with the words of a command line. */
exports.launch = function launch(words) {
  const version = process.versions.node.split('.').map(Number);
  if (version[0] < OLDEST[0] || (version[0] === OLDEST[0] && version[1] < OLDEST[1])) {
    console.error(
      'hastie needs Node ' + OLDEST.join('.') + ' or later; this is Node ' + process.versions.node + '.',
    );
    console.error(
      'Get a newer one from https://nodejs.org, or with your version manager (`nvm install --lts`).',
    );
    process.exitCode = 2;
    return;
  }
  if (!fs.existsSync(PROGRAM)) {
    console.error(
      'hastie is not built yet: lib/cli.cjs is missing. Run `npm ci` (or `npm run prepare`) first.',
    );
    process.exitCode = 2;
    return;
  }
  if (words.indexOf('build') >= 0 && hasNothingToDo(words)) return;
  const loaded = load(PROGRAM);
  loaded.exports.main(words, { keepCompiled: loaded.keepCompiled });
};

/** What runs in a second thread of a build. */
exports.assist = function assist() {
  load(PROGRAM).exports.runAssistant();
};

/** A fault there is no reason not to build. */
function hasNothingToDo(words) {
  let status;
  try {
    const loaded = load(AGAIN);
    status = loaded.exports.again(words);
    if (status !== undefined && loaded.keepCompiled) loaded.keepCompiled();
  } catch {
    return false;
  }
  if (status !== undefined) process.exitCode = status;
  return status !== undefined;
}

/** The same for the short names, which act nowhere but in a folder that holds a site (or is told where one is). */
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
        ' holds no site: no _config.yml, no _pages, _posts or _layouts, no index page.',
    );
    console.error(
      'Go to the folder of your site first, or name it: `hastie ' + command + ' --source FOLDER`.',
    );
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

/** The bundle's exports, and a function that stores what V8 has compiled of it by then (absent when that is stored already). */
function load(file) {
  const vm = require('node:vm');
  const Module = require('node:module');
  const source = fs.readFileSync(file, 'utf8');
  const stat = fs.statSync(file);
  const name = path.basename(file, '.cjs');
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
          writeCache(name, key, script.createCachedData());
        },
  };
}

/** Beside the bundle where that can be written to, else in the user's own cache folder. */
function cacheFolders() {
  const own = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, '.cache'));
  const folders = [path.join(LIB, '.compiled')];
  if (own) folders.push(path.join(own, 'hastie'));
  return folders;
}

/** V8 checks that a cache is of its own version but not that it is whole, and a damaged one hangs or crashes it: hence the digest. */
function readCache(key) {
  for (const folder of cacheFolders()) {
    try {
      const stored = fs.readFileSync(path.join(folder, key));
      const data = stored.subarray(20);
      if (stored.length > 20 && digest(key, data).equals(stored.subarray(0, 20))) return data;
    } catch {
      // None there: the next folder, or none at all.
    }
  }
  return undefined;
}

function writeCache(bundle, key, data) {
  for (const folder of cacheFolders()) {
    if (process.permission && !process.permission.has('fs.write', folder)) continue;
    try {
      fs.mkdirSync(folder, { recursive: true });
      const temporary = path.join(folder, key + '.' + process.pid);
      fs.writeFileSync(temporary, Buffer.concat([digest(key, data), data]));
      fs.renameSync(temporary, path.join(folder, key));
      for (const name of fs.readdirSync(folder)) {
        if (name !== key && name.startsWith(bundle + '-' + process.version + '-'))
          fs.unlinkSync(path.join(folder, name));
      }
      return;
    } catch {
      // It can't be written here; without a cache everything works, only later.
    }
  }
}

function digest(key, data) {
  return require('node:crypto').createHash('sha1').update(key).update(data).digest();
}
