// The second thread of a big build: the same program through the same code cache.
'use strict';

require('./launch.js').assist();
