import { describe, expect, it } from 'vitest';
import { type CompileRequest, isSheetError } from '../../../../src/engines/sass/compilers/compiler.ts';
import {
  type CompilerProcess,
  nativeCompiler,
} from '../../../../src/engines/sass/compilers/native-compiler.ts';
import {
  createMessage,
  joinBytes,
  type MessageWriter,
  readMessage,
  readVarint,
  varint,
} from '../../../../src/engines/sass/compilers/wire.ts';

/** A process whose answers the test writes; what it is sent is kept as messages without their frames. */
function scripted() {
  const sent: Uint8Array[] = [];
  let events: Parameters<CompilerProcess['listen']>[0] | undefined;
  let killed = false;
  const process: CompilerProcess = {
    write(bytes) {
      const { length } = readVarint(bytes, 0);
      sent.push(bytes.subarray(length + 1));
    },
    listen: (listening) => {
      events = listening;
    },
    kill: async () => {
      killed = true;
    },
  };
  /** In pieces of `size` bytes, several packets run together. */
  const answer = (messages: readonly MessageWriter[], size = 1_000_000, id = 1): void => {
    const packets = messages.map((message) => {
      const packet = joinBytes([varint(id), message.bytes()]);
      return joinBytes([varint(packet.length), packet]);
    });
    const stream = joinBytes(packets);
    for (let at = 0; at < stream.length; at += size) events?.data(stream.subarray(at, at + size));
  };
  return { process, sent, answer, end: (reason: string) => events?.ended(reason), killed: () => killed };
}

function request(over: Partial<CompileRequest> = {}): CompileRequest & { readonly said: string[] } {
  const said: string[] = [];
  return {
    said,
    text: 'a{b:c}',
    syntax: 'scss',
    url: new URL('hastie:source/main.scss'),
    style: 'compressed',
    sourceMap: true,
    verbose: true,
    quietDeps: false,
    silenceDeprecations: ['import', 'slash-div'],
    importer: { canonicalize: () => null, load: () => null },
    listener: {
      warn: (text, { deprecation, stack }) => said.push(`warn ${text} ${deprecation} ${stack}`),
      debug: (text, span) => said.push(`debug ${text} ${span?.start.line}:${span?.start.column}`),
    },
    ...over,
  };
}

const success = (css: string, map = ''): MessageWriter =>
  createMessage().message(2, createMessage().message(2, createMessage().text(1, css).text(2, map)));
const span = (line: number, column: number): MessageWriter =>
  createMessage()
    .text(1, 'x')
    .message(2, createMessage().number(2, line).number(3, column))
    .text(4, 'hastie:source/a.scss');

describe('the native compiler', () => {
  it('asks for what is wanted', () => {
    const { process, sent } = scripted();
    void nativeCompiler(process).compile(request({ syntax: 'sass' }));
    const asked = readMessage(sent[0] ?? new Uint8Array()).message(2);
    expect(asked?.message(2)?.text(1)).toBe('a{b:c}');
    expect(asked?.message(2)?.text(2)).toBe('hastie:source/main.scss');
    expect(asked?.message(2)?.number(3)).toBe(1);
    expect(asked?.number(4)).toBe(1);
    expect([5, 10, 13].every((field) => asked?.flag(field))).toBe(true);
    expect(asked?.flag(11)).toBe(false);
    // The texts of the sources are on this side already.
    expect(asked?.flag(12)).toBe(false);
    expect(asked?.text(16)).toBe('slash-div');
  });

  it.each([1, 2, 7, 1_000_000])('puts answers together that come in pieces of %i bytes', async (size) => {
    const { process, answer } = scripted();
    const asked = request();
    const result = nativeCompiler(process).compile(asked);
    const long = 'é中😀'.repeat(200);
    answer(
      [
        createMessage().message(3, createMessage().text(3, long).text(5, 'stack')),
        createMessage().message(3, createMessage().number(2, 1).text(3, 'old').text(7, 'import')),
        createMessage().message(3, createMessage().number(2, 2).text(3, 'x: 1').message(4, span(300, 2))),
        success(long, '{"version":3,"sources":[],"names":[],"mappings":"A"}'),
      ],
      size,
    );
    expect(await result).toEqual({
      css: long,
      sourceMap: { version: 3, sources: [], names: [], mappings: 'A' },
    });
    expect(asked.said).toEqual([`warn ${long} undefined stack`, 'warn old import ', 'debug x: 1 300:2']);
  });

  it('answers what is asked of the importer', async () => {
    const { process, sent, answer } = scripted();
    const questions: unknown[] = [];
    const result = nativeCompiler(process).compile(
      request({
        importer: {
          canonicalize(url, { containingUrl, fromImport }) {
            questions.push([url, containingUrl?.toString(), fromImport]);
            return url === 'a' ? new URL('hastie:source/_a.scss') : null;
          },
          load: (url) => ({ contents: '', syntax: 'css', sourceMapUrl: url }),
        },
      }),
    );
    answer([
      createMessage().message(
        4,
        createMessage().number(1, 9).text(4, 'a').flag(5, true).text(6, 'hastie:source/main.scss'),
      ),
      createMessage().message(4, createMessage().text(4, 'b')),
      createMessage().message(5, createMessage().number(1, 7).text(4, 'hastie:source/_a.scss')),
      success('x'),
    ]);
    expect(await result).toEqual({ css: 'x', sourceMap: undefined });
    expect(questions).toEqual([
      ['a', 'hastie:source/main.scss', true],
      ['b', undefined, false],
    ]);
    const [, found, missing, loaded] = sent.map((bytes) => readMessage(bytes));
    expect([found?.message(3)?.number(1), found?.message(3)?.text(2)]).toEqual([9, 'hastie:source/_a.scss']);
    expect([missing?.message(3)?.number(1), missing?.message(3)?.has(2)]).toEqual([0, false]);
    const sheet = loaded?.message(4)?.message(2);
    expect([loaded?.message(4)?.number(1), sheet?.has(1), sheet?.text(1), sheet?.number(2)]).toEqual([
      7,
      true,
      '',
      2,
    ]);
    expect(sheet?.text(3)).toBe('hastie:source/_a.scss');
  });

  it('rejects with what is wrong with the stylesheet', async () => {
    const { process, answer } = scripted();
    const result = nativeCompiler(process).compile(request());
    const failure = createMessage()
      .text(1, 'no')
      .message(2, span(2, 3))
      .text(3, 'hastie:source/a.scss 3:4  root stylesheet');
    answer([createMessage().message(2, createMessage().message(3, failure))]);
    const error = await result.catch((thrown: unknown) => thrown);
    expect(isSheetError(error)).toBe(true);
    expect(error).toEqual({
      sassMessage: 'no',
      sassStack: 'hastie:source/a.scss 3:4  root stylesheet',
      span: {
        start: { line: 2, column: 3 },
        end: { line: 2, column: 3 },
        url: 'hastie:source/a.scss',
        text: 'x',
      },
    });
  });

  it.each<[string, (script: ReturnType<typeof scripted>) => void, string]>([
    [
      'says that it is broken',
      ({ answer }) => answer([createMessage().message(1, createMessage().text(3, 'Stack Overflow'))], 99, 0),
      'Stack Overflow',
    ],
    ['ends', ({ end }) => end('its process ended with 3'), 'its process ended with 3'],
    [
      'gives no result',
      ({ answer }) => answer([createMessage().message(2, createMessage())]),
      'gave no result',
    ],
    [
      'sends what is no message',
      ({ answer }) => answer([createMessage().message(2, createMessage().text(2, '\u0007\u0007'))]),
      'cannot be decoded',
    ],
  ])('rejects everything from the moment that it %s', async (_, breakIt, reason) => {
    const script = scripted();
    const compiler = nativeCompiler(script.process);
    const result = compiler.compile(request());
    breakIt(script);
    await expect(result).rejects.toThrow(reason);
    await expect(compiler.compile(request())).rejects.toThrow(reason);
    void compiler.end();
    expect(script.killed()).toBe(true);
  });
});

describe('messages', () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 40])('carry the number %d', (value) => {
    expect(readMessage(createMessage().number(5, value).bytes()).number(5)).toBe(value);
  });

  it('skip fields of kinds that they do not know', () => {
    const fixed = Uint8Array.from([...[(7 << 3) | 5, 1, 2, 3, 4], ...[(6 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]]);
    expect(readMessage(joinBytes([fixed, createMessage().text(1, 'x').bytes()])).text(1)).toBe('x');
  });

  it('that are cut off or garbled are refused', () => {
    expect(() => readMessage(Uint8Array.from([10, 5, 65]))).toThrow('truncated');
    expect(() => readMessage(Uint8Array.from([11]))).toThrow('cannot be decoded');
    expect(() => readMessage(Uint8Array.from([8, 255, 255]))).toThrow('does not end');
    expect(() => readVarint(new Uint8Array(20).fill(255), 0)).toThrow('does not end');
  });
});
