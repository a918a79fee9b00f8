/** Which program runs, of which build, on what: the results of another one are not to be trusted. */

import { bundleFile } from '../node/bundles.ts';
import { createPacker } from '../node/packer.ts';
import { VERSION } from './commands/version.ts';

export const nodePacker = createPacker(VERSION, bundleFile('cli.cjs'));
