/**
 * The native Dart Sass of the `sass-embedded` package as a `Compiler`: speaks the embedded protocol with its process.
 * The package's own host needs 0.1 s to load; this one loads faster than the process starts.
 */

import type { CompileRequest, Compiler, CompilerOutput, SheetError, Span } from './compiler.ts';
import {
  createMessage,
  isVarintWhole,
  joinBytes,
  type MessageReader,
  type MessageWriter,
  readMessage,
  readVarint,
  varint,
} from './wire.ts';

/** The compiler's process: what it reads and writes. */
export interface CompilerProcess {
  write(bytes: Uint8Array): void;
  listen(events: { data(bytes: Uint8Array): void; ended(reason: string): void }): void;
  kill(): Promise<void>;
}

interface Running {
  readonly id: number;
  readonly request: CompileRequest;
  resolve(output: CompilerOutput): void;
  reject(error: unknown): void;
}

export function nativeCompiler(process: CompilerProcess): Compiler {
  let running: Running | undefined;
  let serial = 0;
  let gone: Error | undefined;

  const fail = (error: unknown): void => {
    gone ??= error instanceof Error ? error : new Error(String(error));
    running?.reject(gone);
    running = undefined;
  };
  const send = (id: number, message: MessageWriter): void => {
    const about = varint(id);
    const body = message.bytes();
    process.write(joinBytes([varint(about.length + body.length), about, body]));
  };
  const receive = packetReader((packet) => {
    const { value: id, length } = readVarint(packet, 0);
    const message = readMessage(packet.subarray(length));
    const error = message.message(OUT.error);
    if (error !== undefined) throw new Error(error.text(3));
    if (running?.id !== id) return;
    const finished = answer(message, running.request, (reply) => send(id, reply));
    if (finished === undefined) return;
    const { resolve, reject } = running;
    running = undefined;
    if ('css' in finished) resolve(finished);
    else reject(finished);
  });
  process.listen({
    data(bytes) {
      try {
        receive(bytes);
      } catch (error) {
        fail(error);
      }
    },
    ended: (reason) => fail(new Error(reason)),
  });

  return {
    name: 'sass-embedded',
    compile: (request) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) {
          reject(gone);
          return;
        }
        // An id may be used again when its compilation is over; 0 is for messages that belong to none.
        const id = (serial++ % 1000) + 1;
        running = { id, request, resolve, reject };
        send(id, compileMessage(request));
      }),
    end: () => process.kill(),
  };
}

/** The field numbers that identify the compiler's messages. */
const OUT = { error: 1, done: 2, log: 3, canonicalize: 4, load: 5 } as const;
const IN = { compile: 2, canonicalized: 3, loaded: 4 } as const;

function compileMessage(request: CompileRequest): MessageWriter {
  const input = createMessage()
    .text(1, request.text)
    .number(3, request.syntax === 'sass' ? 1 : 0);
  if (request.url !== undefined) input.text(2, request.url.toString());
  const message = createMessage()
    .message(2, input)
    .number(4, request.style === 'compressed' ? 1 : 0)
    .flag(5, request.sourceMap)
    .message(6, createMessage().number(2, IMPORTER))
    .flag(10, request.verbose)
    .flag(11, request.quietDeps)
    .flag(13, true);
  for (const kind of request.silenceDeprecations) message.text(16, kind);
  return createMessage().message(IN.compile, message);
}

/** The number of the one importer; any will do. */
const IMPORTER = 1;

/** Handles one message from the compiler; returns the compilation's result if the message is one. */
function answer(
  message: MessageReader,
  { importer, listener }: CompileRequest,
  reply: (message: MessageWriter) => void,
): CompilerOutput | SheetError | undefined {
  const log = message.message(OUT.log);
  if (log !== undefined) {
    const span = readSpan(log.message(4));
    if (log.number(2) === 2) listener.debug(log.text(3), span);
    else listener.warn(log.text(3), { deprecation: log.text(7) || undefined, span, stack: log.text(5) });
    return undefined;
  }
  const question = message.message(OUT.canonicalize);
  if (question !== undefined) {
    const containingUrl = question.has(6) ? new URL(question.text(6)) : null;
    const found = importer.canonicalize(question.text(4), { fromImport: question.flag(5), containingUrl });
    const answered = createMessage().number(1, question.number(1));
    reply(
      createMessage().message(IN.canonicalized, found === null ? answered : answered.text(2, String(found))),
    );
    return undefined;
  }
  const wanted = message.message(OUT.load);
  if (wanted !== undefined) {
    const answered = createMessage().number(1, wanted.number(1));
    const sheet = importer.load(new URL(wanted.text(4)));
    if (sheet !== null) {
      const syntax = sheet.syntax === 'indented' ? 1 : sheet.syntax === 'css' ? 2 : 0;
      const success = createMessage().text(1, sheet.contents).number(2, syntax);
      answered.message(
        2,
        sheet.sourceMapUrl === undefined ? success : success.text(3, String(sheet.sourceMapUrl)),
      );
    }
    reply(createMessage().message(IN.loaded, answered));
    return undefined;
  }
  return readResult(message.message(OUT.done));
}

function readResult(result: MessageReader | undefined): CompilerOutput | SheetError {
  const success = result?.message(2);
  if (success !== undefined) {
    const map = success.text(2);
    return { css: success.text(1), sourceMap: map === '' ? undefined : JSON.parse(map) };
  }
  const failure = result?.message(3);
  if (failure === undefined) throw new Error('the Sass compiler gave no result');
  return {
    sassMessage: failure.text(1),
    sassStack: failure.text(3),
    span: readSpan(failure.message(2)) ?? NOWHERE,
  };
}

const NOWHERE: Span = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 }, text: '' };

function readSpan(span: MessageReader | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const location = (field: number): Span['start'] => {
    const at = span.message(field);
    return { line: at?.number(2) ?? 0, column: at?.number(3) ?? 0 };
  };
  const start = location(2);
  return {
    start,
    end: span.has(3) ? location(3) : start,
    url: span.text(4) || undefined,
    text: span.text(1),
  };
}

/** Cuts a stream of bytes into packets: the length of each, then as many bytes. */
function packetReader(onPacket: (packet: Uint8Array) => void): (bytes: Uint8Array) => void {
  let parts: Uint8Array[] = [];
  let held = 0;
  let needed = 1;
  return (bytes) => {
    parts.push(bytes);
    held += bytes.length;
    if (held < needed) return;
    // Mostly a single, whole packet arrives: it is read in place.
    const whole = parts.length === 1 ? bytes : joinBytes(parts);
    let at = 0;
    needed = 1;
    while (at < held && isVarintWhole(whole, at)) {
      const size = readVarint(whole, at);
      const start = at + size.length;
      const end = start + size.value;
      if (end > held) {
        needed = end - at;
        break;
      }
      at = end;
      onPacket(whole.subarray(start, end));
    }
    parts = at < held ? [whole.subarray(at)] : [];
    held -= at;
    needed = Math.max(needed, held + 1);
  };
}
