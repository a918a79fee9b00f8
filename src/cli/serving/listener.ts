/** The server's port: it is listened on before the first build, so that a port that is taken is reported at once. */

import {
  hostUnknown,
  keyUnreadable,
  portBusy,
  portRefused,
} from '../../diagnostics/catalogue/program/serve.ts';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type {
  EventStream,
  HttpHandlers,
  HttpRequest,
  HttpResponse,
  HttpServer,
} from '../../ports/http-server.ts';
import { Latch } from '../../serve/latch.ts';
import type { Session } from '../../serve/session.ts';
import type { ServeSettings } from './serve-settings.ts';
import type { ServeWorld } from './serve-world.ts';

/** Handlers whose requests wait until there is a session. */
export class SessionHandlers implements HttpHandlers {
  readonly fault: (error: unknown) => void;
  readonly #attached = new Latch();
  #session: Session | undefined;

  constructor(fault: (error: unknown) => void) {
    this.fault = fault;
  }

  attach(session: Session): void {
    this.#session = session;
    this.#attached.release();
  }

  async respond(request: HttpRequest): Promise<HttpResponse> {
    await this.#attached.released;
    return await this.#session!.respond(request);
  }

  openStream(stream: EventStream): () => void {
    return this.#session?.openStream(stream) ?? (() => {});
  }
}

/** The server, or why there is none. */
export async function openServer(
  { host, port, tls }: ServeSettings,
  serve: ServeWorld,
  handlers: HttpHandlers,
): Promise<HttpServer | Diagnostic> {
  try {
    return await serve.listen({ host, port, tls }, handlers);
  } catch (error) {
    return await listenFailure(error, host, port, serve);
  }
}

async function listenFailure(
  error: unknown,
  host: string,
  port: number,
  serve: ServeWorld,
): Promise<Diagnostic> {
  // What Node throws here is an error, most often the system's.
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return diagnose(portBusy, { host, port, owner: await serve.findPortOwner(port) });
  if (code === 'EACCES' || code === 'EPERM') return diagnose(portRefused, { port, reason: message });
  if (code.startsWith('ERR_OSSL') || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return diagnose(keyUnreadable, { flag: '--ssl-key', path: undefined, reason: message });
  return diagnose(hostUnknown, { host, reason: message });
}
