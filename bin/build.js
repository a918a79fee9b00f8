#!/usr/bin/env node
// `build` is `hastie build`, but only in a folder that holds a site: the name is too common to act anywhere else.
'use strict';

require('./launch.js').launchInSite('build', process.argv.slice(2));
