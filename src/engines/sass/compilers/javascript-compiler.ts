/** The `sass` package as a `Compiler`. */

import type * as Sass from 'sass';
import type { Compiler } from './compiler.ts';

export function javascriptCompiler(sass: Pick<typeof Sass, 'compileString'>): Compiler {
  return {
    name: 'sass',
    async compile({ text, syntax, url, importer, listener, silenceDeprecations, ...options }) {
      const { css, sourceMap } = sass.compileString(text, {
        ...options,
        syntax: syntax === 'sass' ? 'indented' : 'scss',
        ...(url === undefined ? {} : { url }),
        importers: [importer],
        charset: true,
        // The compiler only warns of an unknown id.
        silenceDeprecations: silenceDeprecations as Sass.DeprecationOrId[],
        logger: {
          warn: (message, about) =>
            listener.warn(message, {
              deprecation: about.deprecation ? about.deprecationType.id : undefined,
              span: about.span,
              stack: about.stack,
            }),
          debug: (message, { span }) => listener.debug(message, span),
        },
      });
      return { css, sourceMap };
    },
    end: async () => {},
  };
}
