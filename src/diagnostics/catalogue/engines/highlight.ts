/** Messages of the syntax highlighter. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';

export const highlightMessages = {
  unknownTheme: message<{ name: string; names: readonly string[] }>({
    code: 'highlight/unknown-theme',
    severity: 'error',
    message: ({ name }) => `unknown highlighting theme \`${name}\``,
    hint: ({ name, names }) => {
      const near = nearest(name, names);
      return near === undefined ? `choose one of ${names.join(', ')}` : `did you mean \`${near}\`?`;
    },
  }),
  noSuchMode: message<{ name: string; mode: string; others: readonly string[] }>({
    code: 'highlight/no-such-mode',
    severity: 'error',
    message: ({ name, mode }) => `the highlighting theme \`${name}\` has no ${mode} mode`,
    hint: ({ mode, others }) => `choose a theme with a ${mode} mode: ${others.join(', ')}`,
  }),
  unknownLanguage: message<{ language: string; languages: Iterable<string> }>({
    code: 'highlight/unknown-language',
    severity: 'info',
    message: ({ language }) => `unknown language \`${language}\`, so its code is not highlighted`,
    hint: ({ language, languages }) => {
      const near = nearest(language, languages);
      return near === undefined ? undefined : `did you mean \`${near}\`?`;
    },
  }),
};
