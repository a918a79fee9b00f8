// A site's biggest stylesheet as Sass gets it, and what sass-embedded alone takes for it in a compiler that is kept.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { filesBelow } from './trees.mjs';

const FRONT_MATTER = /^---\n(.*?\n)?---\n/s;

/** Statements that name a partial, and Liquid's way of joining one. */
const NAMES_A_PARTIAL = /@(?:import|use|forward)\s+["']([^"']+)["']|{%-?\s*include\s+(\S+\.scss)\s*-?%}/g;

/** The sheet of a source with the most partials: its `text` after Liquid's includes, and the paths of its `partials`. */
export function largestSheet(source) {
  const sheets = filesBelow(source)
    .filter((path) => /^(?!_|node_modules).*\.scss$/.test(path))
    .map((path) => readFileSync(join(source, path), 'utf8'))
    .filter((text) => FRONT_MATTER.test(text))
    .map((text) => text.replace(FRONT_MATTER, ''))
    .map((text) => ({ text: joinIncludes(source, text), partials: partialsOf(source, text) }));
  const largest = sheets.sort((a, b) => b.partials.length - a.partials.length)[0];
  if (largest === undefined || largest.partials.length === 0)
    throw new Error('the site has no stylesheet with partials');
  return largest;
}

function partialsOf(source, text) {
  return [...text.matchAll(NAMES_A_PARTIAL)]
    .map(([, name, include]) =>
      include === undefined ? sassPath(source, name) : join(source, '_includes', include),
    )
    .filter((path) => existsSync(path));
}

function sassPath(source, name) {
  return join(source, '_sass', dirname(name), `_${name.split('/').at(-1)}.scss`);
}

/** Includes without parameters, which is all that a stylesheet can be joined from here. */
function joinIncludes(source, text) {
  const joined = text.replace(/{%-?\s*include\s+(\S+\.scss)\s*-?%}/g, (_, include) =>
    readFileSync(join(source, '_includes', include), 'utf8'),
  );
  if (/{[{%]/.test(joined))
    throw new Error('the stylesheet is made by more Liquid than the benchmark can follow');
  return joined;
}

/** One compiler for all: `compile()` gives the milliseconds of one compilation of the sheet as it is on disk now. */
export async function keepCompiler(source) {
  const require = createRequire(resolve(import.meta.dirname, '..', 'package.json'));
  const compiler = await require('sass-embedded').initAsyncCompiler();
  return {
    async compile() {
      const { text } = largestSheet(source);
      const start = performance.now();
      await compiler.compileStringAsync(text, {
        loadPaths: [join(source, '_sass')],
        style: 'compressed',
        sourceMap: true,
        logger: { warn() {}, debug() {} },
      });
      return performance.now() - start;
    },
    close: () => compiler.dispose(),
  };
}
