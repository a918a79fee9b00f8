/** What the code highlighter has to say: languages and themes it does not know. */

import { nearest } from '../../../base/nearest.ts';
import { message } from '../../diagnostic.ts';

export const highlightMessages = {
  unknownTheme: message<{ name: string; names: readonly string[] }>({
    code: 'highlight/unknown-theme',
    severity: 'error',
    message: ({ name }) => `there is no highlighting theme named ${name}`,
    hint: ({ name, names }) => {
      const near = nearest(name, names);
      return near === undefined ? `the themes are: ${names.join(', ')}` : `did you mean ${near}?`;
    },
  }),
  noSuchMode: message<{ name: string; mode: string; others: readonly string[] }>({
    code: 'highlight/no-such-mode',
    severity: 'error',
    message: ({ name, mode }) => `the highlighting theme ${name} has no ${mode} mode`,
    hint: ({ mode, others }) => `themes with a ${mode} mode are: ${others.join(', ')}`,
  }),
  unknownLanguage: message<{ language: string; languages: Iterable<string> }>({
    code: 'highlight/unknown-language',
    severity: 'info',
    message: ({ language }) => `the language ${language} is not known, so its code stays without colours`,
    hint: ({ language, languages }) => {
      const near = nearest(language, languages);
      return near === undefined ? undefined : `did you mean ${near}?`;
    },
  }),
};
