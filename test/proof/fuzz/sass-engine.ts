/** Stylesheets with Liquid in them, compiled by the real Sass, under attack. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noCache } from '../../../src/cache/disk-cache.ts';
import { buildSite } from '../../../src/pipeline/build-site.ts';
import { StylesheetKeeper } from '../../../src/preview/stylesheet-keeper.ts';
import { createTestWorld } from '../../support/node-world.ts';
import { SharedCompilerBuild } from '../../support/variants.ts';
import type { Engine } from './engine.ts';
import type { Language } from './texts.ts';

const SASS: Language = {
  texts: [
    ...[
      'a { b: c; }\n',
      '$x: {{ site.title }};\na { b: $x }\n',
      '@import "part";\na { @include m(1px) }\n',
      'a { &:hover { b: c } }\n',
    ],
    ...[
      '@use "part";\n.a { @extend .b; }\n.b { c: d }\n',
      '@mixin a($b, $c: 1) { d: $b + $c }\n@each $i in a, b { .#{$i} { c: d } }\n',
    ],
    ...[
      '{% for i in (1..3) %}.a{{ i }} { b: {{ i }}px }\n{% endfor %}',
      '@media (min-width: 1px) { a { b: calc(1px + 2%) } }\n',
    ],
    ...[
      '@function f($x) { @return $x * 2 }\na { b: f(2px); c: darken(#fff, 10%); d: math.div(1, 2) }\n',
      '/* a */ // b\na{b:url(c.png)}\n',
    ],
    ...[
      '@if 1 == 2 { a { b: c } } @else { d { e: f } }\n@while false { }\n@for $i from 1 through 3 { .w-#{$i} { x: $i } }\n',
    ],
  ],
  pieces: [
    ...[
      '{',
      '}',
      ';',
      ':',
      '$',
      '$x',
      '@',
      '@import "',
      '@use "',
      '@forward',
      '@include ',
      '@extend ',
      '@mixin a',
      '@function f()',
      '@return',
    ],
    ...[
      '@if ',
      '@else',
      '@each $a in ',
      '@for $i from 1 through ',
      '@while ',
      '@media ',
      '@charset "UTF-8";',
      '@error "a";',
      '@warn "a";',
      '@debug 1',
    ],
    ...[
      '#{',
      '}',
      '&',
      '>',
      '+',
      '~',
      '*',
      '/',
      '%',
      '//',
      '/*',
      '*/',
      '"',
      "'",
      '(',
      ')',
      ',',
      '.a',
      '#b',
      '%c',
      '!important',
      '!default',
      'url(',
    ],
    ...[
      '1px',
      '1e3',
      '#fff',
      '#ggg',
      '-',
      '--x',
      'calc(',
      'rgba(0,0,0',
      'map.get(',
      'part',
      '../part',
      'http://a',
      '\\',
      '\n',
      '  ',
      '{{',
      '}}',
      '{%',
    ],
    ...[
      '{{ site.title }}',
      '{% if a %}',
      '{% endif %}',
      '{% include x.html %}',
      '| scssify',
      '@at-root',
      '@supports not (a: b)',
      'and',
      'not',
      'null',
    ],
  ],
};

const NAME = 'main.scss';
/** Above the text in its file. */
const MATTER = '---\n---\n';

export const sass: Engine = {
  name: 'sass',
  counted: 'stylesheets with Liquid',
  full: 50_000,
  weight: 20,
  open() {
    const folder = mkdtempSync(join(tmpdir(), 'hastie-sass-'));
    const source = join(folder, 'site');
    mkdirSync(join(source, '_sass'), { recursive: true });
    writeFileSync(join(source, '_config.yml'), 'title: "#abc"\n');
    writeFileSync(join(source, '_sass/_part.scss'), '@mixin m($a) { w: $a }\n.part { a: b }\n');
    const keeper = new StylesheetKeeper();
    const overrides = new Map<string, string | boolean>([
      ['source', source],
      ['destination', join(folder, 'dist')],
      ['disable_disk_cache', true],
    ]);
    return {
      language: SASS,
      async read(text) {
        writeFileSync(join(source, NAME), MATTER + text);
        const variant = new SharedCompilerBuild(noCache, keeper);
        const { diagnostics } = await buildSite(
          createTestWorld(),
          { workingFolder: source, overrides },
          variant,
        );
        for (const { code, message } of diagnostics)
          if (code === 'build/internal-error') throw new Error(message);
        return diagnostics.flatMap(({ place, ...told }) => {
          // what is wrong in the partial, though nothing there has changed, is told of its own lines
          if (place === undefined) return [told];
          return place.file === NAME ? [{ ...told, place: { ...place, line: place.line - 2 } }] : [];
        });
      },
      close() {
        keeper.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};
