/** HTTP: a request or a response, its headers, and its content in the language that these announce. */
import type { Lexer, Lexing, RunningLexer } from '../lexing/lexer.ts';
import { defineLexer } from '../lexing/lexing.ts';
import { MEDIA_TYPES } from '../words/media-types.ts';
import type { FindLexer } from './console.ts';
import { plaintext } from './plaintext.ts';

interface HttpData {
  /** The language that the option `content` names. */
  readonly named: Lexer | undefined;
  mediaType: string;
}

let tags: ReadonlyMap<string, string> | undefined;

/** Rouge's tag of the language of a media type. */
function tagOf(mediaType: string): string | undefined {
  tags ??= new Map(
    MEDIA_TYPES.trim()
      .split('\n')
      .flatMap((line) => {
        const [tag = '', ...types] = line.trim().split(' ');
        return types.map((type) => [type, tag] as const);
      }),
  );
  return tags.get(mediaType);
}

function headerTokens(lexing: Lexing<HttpData>): void {
  if (lexing.group(1).toLowerCase() === 'content-type')
    lexing.data.mediaType = lexing.group(5).split(';')[0]?.toLowerCase() ?? '';
  lexing.groups('na', '', 'p', '', 's', '');
}

/** Rouge's http, with its option `content`. */
export function httpLexer(find: FindLexer): Lexer {
  const contentLexer = ({ named, mediaType }: HttpData): RunningLexer =>
    (named ?? find(tagOf(mediaType) ?? 'plaintext') ?? plaintext).start();
  return defineLexer<HttpData>({
    tag: 'http',
    data: ({ content }) => ({
      named: typeof content === 'string' ? find(content) : undefined,
      mediaType: 'text/plain',
    }),
    states: () => ({
      root: [
        [
          /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH)( +)([^ ]+)( +)(HTTPS?)(\/)(\d(?:\.\d)?)(\r?\n|$)/,
          ['nf', '', 'nn', '', 'k', 'o', 'm', ''],
          'headers',
        ],
        [
          /(HTTPS?)(\/)(\d\.\d)( +)(\d{3})( +)?((?:[^ \r\n][^\r\n]*)?)(\r?\n|$)/,
          ['k', 'o', 'm', '', 'm', '', 'ne', ''],
          'headers',
        ],
      ],
      headers: [
        // A carriage return alone ends no line: Rouge finds nothing here that fits.
        [/[^\r\n]+(?=\r(?!\n))/, 'err'],
        [/([^\s:]+)( *)(:)( *)([^ \r\n][^\r\n]*)(\r?\n|$)/, headerTokens],
        [/([^\s:]+)( *)(:)( *)( )(\r?\n|$)/, headerTokens],
        [/([^\r\n]+)(\r?\n|$)/, ['s', '']],
        [/\r?\n/, '', 'content'],
      ],
      content: [[/[\s\S]+/, (lexing) => lexing.delegate(contentLexer(lexing.data))]],
    }),
  });
}
