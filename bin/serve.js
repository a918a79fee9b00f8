#!/usr/bin/env node
// `serve` is `hastie serve`, but only in a folder that holds a site: the name is too common to act anywhere else.
'use strict';

require('./launch.js').launchInSite('serve', process.argv.slice(2));
