/** Dockerfiles, with the shell commands in them. */
import { pop, type RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { shell } from './shell.ts';

export const docker = defineLexer<RunningLexer>({
  tag: 'docker',
  data: () => shell.start(),
  states: () => ({
    root: [
      [/\s+/, ''],
      [/^(FROM)(\s+)(.*)(\s+)(AS)(\s+)(.*)/i, ['k', 'w', 's', 'w', 'k', 'w', 's']],
      [
        /^(ONBUILD)(\s+)(FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)(.*)/i,
        ['k', 'w', 'k', 's'],
      ],
      [
        /^(FROM|MAINTAINER|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|STOPSIGNAL|HEALTHCHECK|SHELL)\b(.*)/i,
        ['k', 's'],
      ],
      [/#.*/, 'c'],
      [
        /^(?:ONBUILD\s+)?RUN\s+/i,
        (lexing) => {
          lexing.token('k');
          lexing.push('run');
          lexing.data.reset();
        },
      ],
      [/\w+/, ''],
      [/[^\w]+/, ''],
    ],
    run: [
      [/\n/, '', pop],
      [/\\[\s\S]/, 'se'],
      [/(?:\\.|[^\n\\])+/, (lexing) => lexing.delegate(lexing.data)],
    ],
  }),
});
