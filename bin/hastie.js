#!/usr/bin/env node
// Starts the bundled program: says so plainly when Node is too old, and lends it the code that V8 compiled last time.
// CommonJS in old syntax on purpose: it loads a few milliseconds sooner than a module, and an old Node can still read it.
'use strict';

require('./launch.js').launch(process.argv.slice(2));
