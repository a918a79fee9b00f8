/**
 * P11 and P13: whatever is asked, the preview gives outputs or nothing, throws nothing, answers the next client and keeps its
 * memory. Each target is looked up by itself and sent over a socket in a request that may be malformed.
 */

import { respond } from '../../../src/serve/http/response.ts';
import type { Chance } from '../../support/edit-scripts.ts';
import { hostileTarget, MALFORMED } from '../../support/hostile-targets.ts';
import { memoryInUse } from '../../support/memory-in-use.ts';
import { type PreviewServer, startPreviewServer } from '../../support/preview-server.ts';
import {
  bodyText,
  get,
  PUBLISHED,
  previewDisk,
  previewState,
  SECRET,
  SETTINGS,
} from '../../support/preview-site.ts';
import { requestText, sendRaw } from '../../support/raw-http.ts';
import { type Attempts, broken, type Failure, type Row } from '../row.ts';

/** Bytes that a server may have more in use after its requests than after the first of them. */
export const GROWTH = 20 * 1024 * 1024;
const EACH = 50;
/** Milliseconds without a byte after which no answer is expected any more: some requests are never whole. */
const QUIET_MS = 60;
/** Attempts before the memory counts, and between two looks at it. */
const WARM = 20;
const LOOK_EVERY = 500;

const KNOWN: ReadonlySet<string> = new Set([...Object.values(PUBLISHED), 'file /site/img/cat.png 0+10']);
const REFUSALS: ReadonlySet<number> = new Set([302, 400, 403, 404]);

/** What is wrong with the answer to a target, which the lookup gives. */
function wrongInLookup(target: string): readonly Failure[] {
  const looked: string[] = [];
  const disk = previewDisk();
  const stat = (path: string) => {
    looked.push(path);
    return disk.stat(path);
  };
  const answer = respond(get(target), previewState(), { ...SETTINGS, reload: false }, { stat });
  const isRight = answer.status === 200 ? KNOWN.has(bodyText(answer)) : REFUSALS.has(answer.status);
  const isBlind = looked.every((path) => path === '/site/img/cat.png');
  return isRight && isBlind && !bodyText(answer).includes(SECRET)
    ? []
    : [broken(`an answer that is no output (${answer.status})`, JSON.stringify(target))];
}

export class Requests implements Attempts {
  readonly full = 1_000_000 / EACH;
  readonly #server: PreviewServer;
  #made = 0;
  #before = 0;

  private constructor(server: PreviewServer) {
    this.#server = server;
  }

  static async start(): Promise<Requests> {
    return new Requests(await startPreviewServer());
  }

  async attempt(_number: number, chance: Chance): Promise<readonly Failure[]> {
    const { port, faults } = this.#server;
    const known = faults.length;
    const requests = Array.from({ length: EACH }, () => {
      const target = hostileTarget(chance);
      // a line end would make another request of it
      return { target, bytes: chance.pick(MALFORMED)(target.replace(/[\r\n]/g, '')) };
    });
    const failures = requests.flatMap(({ target }) => wrongInLookup(target));
    await Promise.all(
      requests.map(async ({ bytes }) => {
        const { raw } = await sendRaw(port, bytes, QUIET_MS);
        if (raw.toString('latin1').includes(SECRET)) failures.push(broken('a secret', JSON.stringify(bytes)));
      }),
    );
    const { status } = await sendRaw(port, requestText('/about/'));
    if (status !== 200) failures.push(broken(`the next client is answered with ${status}`));
    for (const fault of faults.slice(known))
      failures.push(broken(`a handler threw: ${fault}`, fault instanceof Error ? (fault.stack ?? '') : ''));
    return [...failures, ...(await this.#wrongInMemory())];
  }

  async #wrongInMemory(): Promise<readonly Failure[]> {
    this.#made++;
    if (this.#made === WARM) this.#before = await memoryInUse();
    if (this.#made < LOOK_EVERY || this.#made % LOOK_EVERY !== 0) return [];
    const grown = (await memoryInUse()) - this.#before;
    return grown < GROWTH ? [] : [broken('memory grows', `by ${Math.round(grown / 2 ** 20)} MB`)];
  }

  async close(): Promise<void> {
    await this.#server.close();
  }
}

export const requests: Row = {
  name: 'requests',
  promise: 'P13',
  counted: 'requests to the preview',
  each: EACH,
  weight: 30,
  limitMs: 60_000,
  flags: [],
  open: () => Requests.start(),
};
