/** Loaded before the program (`--require`): sends it Ctrl-C while it copies file number `INTERRUPT_AT` of a build. */

const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { copyFileSync } = fs;
let copies = 0;
fs.copyFileSync = (...args) => {
  if (++copies === Number(process.env.INTERRUPT_AT)) process.kill(process.pid, 'SIGINT');
  copyFileSync(...args);
};
syncBuiltinESMExports();
