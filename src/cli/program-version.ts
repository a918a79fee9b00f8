/** Which program runs, of which build, on what: the results of another one are not to be trusted. */

import { bundleFile } from '../base/node/bundles.ts';
import { createPacker } from '../base/node/packer.ts';
import { VERSION } from './version.ts';

export const nodePacker = createPacker(VERSION, bundleFile('cli.cjs'));
