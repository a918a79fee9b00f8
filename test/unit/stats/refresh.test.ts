/** `hastie stats` with sources on this machine: what it writes, and that no failure loses a number. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { httpFetch } from '../../../src/node/http-fetch.ts';
import type { Http } from '../../../src/ports/http.ts';
import { hastie, siteOnDisk } from '../../support/program.ts';
import {
  CAPTCHA,
  knownData,
  PAPERS,
  profilePage,
  semanticScholarAnswer,
  serpApiAnswer,
  USER,
} from '../../support/scholar-pages.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const DATA = '/site/google-scholar-stats/gs_data.json';
const BADGE = '/site/google-scholar-stats/gs_data_shieldsio.json';
const CONFIG = `author:\n  googlescholar: "https://scholar.google.com/citations?user=${USER}&hl=en"\n`;

/** A server on loopback that stands for all of the sources' hosts; `asked` collects what was asked of it. */
async function serveOn(answer: Answer): Promise<{ http: Http; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const http: Http = (request) => {
    const { host, pathname, search } = new URL(request.url);
    return httpFetch({ ...request, url: `http://127.0.0.1:${port}/${host}${pathname}${search}` });
  };
  return { http, asked };
}

function send(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return (_, response) => {
    response.writeHead(status, headers);
    response.end(text);
  };
}

async function refresh(
  answer: Answer,
  options: {
    files?: Record<string, string>;
    words?: string;
    env?: Record<string, string>;
    config?: string;
  } = {},
) {
  const { http, asked } = await serveOn(answer);
  const fs = siteOnDisk({
    '_config.yml': options.config ?? CONFIG,
    ...(options.files ?? {
      'google-scholar-stats/gs_data.json': knownData(),
      'google-scholar-stats/gs_data_shieldsio.json':
        '{"schemaVersion": 1, "label": "cited", "message": "1000"}',
    }),
  });
  const before = fs.tree('/site');
  const ran = await hastie(fs, options.words ?? 'stats --json --from scholar', {
    env: options.env ?? {},
    stats: { http, pause: async () => {} },
  });
  return { fs, asked, before, ...ran, json: JSON.parse(ran.out) };
}

describe('a profile page', () => {
  test('becomes both files, and what it does not know stays', async () => {
    const { fs, json, status, asked } = await refresh(send(200, profilePage()));
    expect(status).toBe(0);
    expect(json).toMatchObject({
      ok: true,
      stale: false,
      source: 'Google Scholar',
      citations: 1234,
      papers: 4,
    });
    expect(asked).toEqual([`/scholar.google.com/citations?user=${USER}&hl=en&cstart=0&pagesize=100`]);
    expect(fs.text(BADGE)).toBe('{"schemaVersion": 1, "label": "cited", "message": "1234"}');
    const text = fs.text(DATA);
    expect(text).toContain(
      '"organization": 9568810911513724267, "my_own": {"keep": true}, "citedby": 1234, ',
    );
    expect(text).toContain('"cites_per_year": {"2018": 5, "2019": 40, "2021": 70}');
    expect(text).toContain('"updated": "2026-01-01 00:00:00.000000"');
    const data = JSON.parse(text);
    expect(Object.keys(data.publications)).toEqual([
      ...PAPERS.map(({ id }) => `${USER}:${id}`),
      `${USER}:goneGoneGone`,
    ]);
    expect(data.publications[`${USER}:${PAPERS[0]!.id}`]).toMatchObject({
      bib: { title: 'A Theory of Small Boats & Large Waves', pub_year: '2019' },
      num_citations: 1200,
      cites_id: ['9352199574109390602'],
    });
    expect(json.infos).toMatchObject([{ code: 'stats/kept' }]);
  });

  test('makes the folder where there was none, in the order of keys of the template’s crawler', async () => {
    const { fs } = await refresh(send(200, profilePage()), { files: {} });
    expect(Object.keys(JSON.parse(fs.text(DATA)))).toEqual(
      'container_type filled scholar_id source name url_picture affiliation interests email_domain homepage citedby publications citedby5y hindex hindex5y i10index i10index5y cites_per_year updated'.split(
        ' ',
      ),
    );
    expect(fs.text(BADGE)).toBe('{"schemaVersion": 1, "label": "citations", "message": "1234"}');
  });

  test('of many papers takes three requests at the most', async () => {
    const many = Array.from({ length: 100 }, (_, at) => ({
      id: `p${at}`,
      title: `Paper number ${at}`,
      citations: 9,
    }));
    const { asked, json } = await refresh(send(200, profilePage(many, { more: true })));
    expect(asked).toHaveLength(3);
    expect(json.stale).toBe(false);
  });
});

describe('the files stay as they were, and one line says why, when Scholar', () => {
  const half = profilePage().slice(0, 1900);
  test.each<[string, Answer, string | RegExp]>([
    ['refuses (403)', send(403, 'no'), 'access was denied (403)'],
    ['shows a captcha', send(200, CAPTCHA), 'a captcha was shown instead of the profile'],
    [
      'asks for patience (429)',
      send(429, '', { 'retry-after': '30' }),
      'too many requests (429; retry in 30 s)',
    ],
    [
      'breaks the connection',
      (request) => request.destroy(),
      /^Google Scholar returned no citation counts: no connection \(\w+ [a-z ]+\)$/,
    ],
    ['sends nothing', send(200, ''), 'the response is empty'],
    ['sends half a page', send(200, half), 'the page is truncated'],
    [
      'sends a page of another form',
      send(200, '<html><body><h1>Scholar</h1></body></html>'),
      'the page has an unexpected structure',
    ],
    [
      'has changed its list',
      send(200, profilePage().replaceAll('gsc_a_at', 'gsc_x')),
      'row 1 of the list has an unexpected structure',
    ],
    [
      'has changed its table',
      send(200, profilePage().replaceAll('gsc_rsb_std', 'gsc_y')),
      'the page has no citation table',
    ],
    [
      'shows another author',
      send(200, profilePage(PAPERS, { user: 'ZZZZZZZAAAAJ' })),
      'the page is about another author (ZZZZZZZAAAAJ)',
    ],
    ['knows no such author', send(404, 'gone'), 'unknown author (404)'],
    ['fails', send(503, 'later'), 'the server returned status 503'],
  ])('%s', async (_, answer, reason) => {
    const { fs, before, json, status, err } = await refresh(answer);
    expect(fs.tree('/site')).toEqual(before);
    expect(status).toBe(0);
    expect(json).toMatchObject({ ok: true, stale: true, citations: 1000, written: [] });
    const [failed, stale] = json.warnings;
    expect(failed.code).toBe('stats/source-failed');
    if (typeof reason === 'string')
      expect(failed.message).toBe(`Google Scholar returned no citation counts: ${reason}`);
    else expect(failed.message).toMatch(reason);
    expect(failed.message).not.toContain('\n');
    expect(stale).toMatchObject({ code: 'stats/stale' });
    expect(err).toContain('Nothing was written');
  });

  test.each([
    ['has lost more than half of the citations', profilePage(PAPERS, { citations: 499 }), 'from 1000 to 499'],
    ['lists no publications', profilePage([]), 'there are no publications'],
  ])('%s', async (_, page, reason) => {
    const { fs, before, json } = await refresh(send(200, page));
    expect(fs.tree('/site')).toEqual(before);
    expect(json.stale).toBe(true);
    expect(json.warnings[0]).toMatchObject({
      code: 'stats/refused',
      message: expect.stringContaining(reason),
    });
  });

  test('never answers', async () => {
    const { http } = await serveOn(() => {});
    const fs = siteOnDisk({ '_config.yml': CONFIG, 'google-scholar-stats/gs_data.json': knownData() });
    const before = fs.tree('/site');
    const soon: Http = (request) => http({ ...request, signal: AbortSignal.timeout(30) });
    const { out, status } = await hastie(fs, 'stats --json --from scholar', {
      stats: { http: soon, pause: async () => {} },
    });
    expect(fs.tree('/site')).toEqual(before);
    expect(status).toBe(0);
    expect(JSON.parse(out).warnings[0].message).toBe(
      'Google Scholar returned no citation counts: no answer in time',
    );
  });
});

test('--force takes less than there was, and drops what the profile no longer lists', async () => {
  const { fs, json } = await refresh(send(200, profilePage(PAPERS, { citations: 12 })), {
    words: 'stats --json --from scholar --force',
  });
  expect(json).toMatchObject({ stale: false, citations: 12, papers: 3 });
  expect(fs.text(DATA)).not.toContain('goneGoneGone');
});

test('SerpApi is asked with its key, knows the same ids, and keeps the key to itself', async () => {
  const env = { SERPAPI_API_KEY: 'secret-key' };
  const words = 'stats --json --from serpapi';
  const good = await refresh(send(200, JSON.stringify(serpApiAnswer())), { words, env });
  expect(good.asked[0]).toContain(`author_id=${USER}`);
  expect(good.json).toMatchObject({ stale: false, source: 'SerpApi', citations: 1234 });
  expect(JSON.parse(good.fs.text(DATA)).publications[`${USER}:${PAPERS[1]!.id}`].num_citations).toBe(34);
  const bad = await refresh(send(200, '{"error": "Invalid secret-key"}'), { words, env });
  expect(bad.json.warnings[0].message).toBe(
    'SerpApi returned no citation counts: the server reported: Invalid …',
  );
  const without = await refresh(send(200, '{}'), { words });
  expect(without.asked).toEqual([]);
  expect(without.json.infos).toMatchObject([{ code: 'stats/source-skipped' }]);
});

describe('a key', () => {
  const config = `author:\n  googlescholar: "https://scholar.google.com/citations?user=${USER}"\n  semanticscholar: https://www.semanticscholar.org/author/A-Rower/46868553\n  orcid: 0000-0002-1825-0097\n`;
  const SOURCES = [
    ['serpapi', 'SERPAPI_API_KEY'],
    ['semantic_scholar', 'SEMANTIC_SCHOLAR_API_KEY'],
    ['openalex', 'OPENALEX_API_KEY'],
  ] as const;

  test.each(SOURCES)('of %s does not follow a redirect to another host', async (source, variable) => {
    const other = await serveOn(send(200, '{}'));
    const elsewhere = await other.http({
      ...{ url: 'http://other.example/', headers: {}, holdsKey: false },
      signal: AbortSignal.timeout(5000),
    });
    const { json } = await refresh(
      (request, response) => {
        response.writeHead(302, {
          location: `${elsewhere.url}?from=${encodeURIComponent(request.url ?? '')}`,
        });
        response.end();
      },
      { config, words: `stats --json --from ${source}`, env: { [variable]: 'secret-key' } },
    );
    expect(other.asked).toEqual(['/other.example/']);
    expect(json.warnings[0].message).toMatch(
      /: the server redirects to `http:\/\/127\.0\.0\.1:\d+`, which does not get the API key$/,
    );
    expect(JSON.stringify(json)).not.toContain('secret-key');
  });

  test('follows one on the same host, but not round in a circle', async () => {
    const options = { words: 'stats --json --from serpapi', env: { SERPAPI_API_KEY: 'secret-key' } };
    const moved = await refresh((request, response) => {
      const url = request.url ?? '';
      if (url.startsWith('/new')) return response.end(JSON.stringify(serpApiAnswer()));
      response.writeHead(308, { location: `/new${url}` });
      return response.end();
    }, options);
    expect(moved.json).toMatchObject({ source: 'SerpApi', citations: 1234 });
    const circle = await refresh((request, response) => {
      response.writeHead(307, { location: request.url });
      response.end();
    }, options);
    expect(circle.json.warnings[0].message).toContain('the server redirects again and again');
    expect(circle.asked).toHaveLength(6);
  });
});

describe('Semantic Scholar', () => {
  const config = `${CONFIG}  semanticscholar: https://www.semanticscholar.org/author/A-Rower/46868553\n`;
  const words = 'stats --json --from semantic_scholar';

  test('fills in the papers of the file, found again by DOI and title', async () => {
    const { fs, json } = await refresh(send(200, JSON.stringify(semanticScholarAnswer())), { words, config });
    expect(json).toMatchObject({ stale: false, source: 'Semantic Scholar', citations: 1100 });
    const data = JSON.parse(fs.text(DATA));
    expect(data.source).toBe('SEMANTIC_SCHOLAR');
    expect(data.publications[`${USER}:u5HHmVD_uO8C`].num_citations).toBe(1050);
    expect(data.publications[`${USER}:d1gkVwhDpl0C`]).toMatchObject({
      num_citations: 30,
      bib: { title: 'Learning to Row' },
    });
  });

  test.each([
    ['{"name": "A. Ro', 'the response is not valid JSON (a string is never closed at character 10)'],
    ['[1, 2]', 'the response has an unexpected structure'],
    ['{"name": "A. Rower"}', 'the response has no citation count'],
  ])('that answers %s changes nothing', async (text, reason) => {
    const { fs, before, json } = await refresh(send(200, text), { words, config });
    expect(fs.tree('/site')).toEqual(before);
    expect(json.warnings[0].message).toBe(`Semantic Scholar returned no citation counts: ${reason}`);
  });
});

test('OpenAlex is asked for the author, then for the works page by page', async () => {
  const works = [
    {
      id: 'https://openalex.org/W1',
      doi: 'https://doi.org/10.1/x',
      title: 'Learning to Row',
      publication_year: 2021,
      cited_by_count: 25,
    },
    {
      id: 'https://openalex.org/W2',
      doi: null,
      title: 'A New Paper on Sails',
      publication_year: 2025,
      cited_by_count: 2,
    },
  ];
  const { json, asked, fs } = await refresh(
    (request, response) => {
      const url = request.url ?? '';
      if (url.includes('/authors/'))
        response.end(
          JSON.stringify({
            id: 'https://openalex.org/A5023888391',
            display_name: 'Ada Rower',
            cited_by_count: 800,
            summary_stats: { h_index: 5, i10_index: 2 },
            counts_by_year: [{ year: 2025, cited_by_count: 9 }],
          }),
        );
      else
        response.end(
          JSON.stringify(
            url.includes('cursor=*') || url.includes('cursor=%2A')
              ? { meta: { next_cursor: 'abc' }, results: works }
              : { meta: { next_cursor: null }, results: [] },
          ),
        );
    },
    {
      words: 'stats --json --from openalex',
      config: `${CONFIG}  orcid: https://orcid.org/0000-0002-1825-0097\n`,
    },
  );
  expect(asked.map((url) => url.split('?')[0])).toEqual([
    '/api.openalex.org/authors/orcid:0000-0002-1825-0097',
    '/api.openalex.org/works',
    '/api.openalex.org/works',
  ]);
  expect(json).toMatchObject({ stale: false, source: 'OpenAlex', citations: 800 });
  const data = JSON.parse(fs.text(DATA));
  expect(data.publications[`${USER}:d1gkVwhDpl0C`].num_citations).toBe(25);
  expect(data.publications['OPENALEX:W2'].bib).toEqual({ title: 'A New Paper on Sails', pub_year: '2025' });
});

test('the sources are asked in order until one answers', async () => {
  const { json, asked } = await refresh(
    (request, response) => {
      if (request.url?.includes('serpapi')) response.end(JSON.stringify(serpApiAnswer()));
      else send(403, '')(request, response);
    },
    { words: 'stats --json', env: { SERPAPI_API_KEY: 'k' } },
  );
  expect(asked.map((url) => url.split('/')[1])).toEqual(['scholar.google.com', 'serpapi.com']);
  expect(json).toMatchObject({ stale: false, source: 'SerpApi' });
});

test('an unknown source is named with the nearest', async () => {
  const { json } = await refresh(send(200, ''), { words: 'stats --json --from scolar' });
  expect(json.warnings[0]).toMatchObject({ code: 'stats/unknown-source', hint: 'did you mean `scholar`?' });
});

test('without an author nothing is asked, and the status says so', async () => {
  const { status, json, asked } = await refresh(send(200, ''), { config: 'title: x\n' });
  expect(status).toBe(1);
  expect(asked).toEqual([]);
  expect(json.errors).toMatchObject([{ code: 'stats/no-author' }]);
});

test('numbers that can’t be read are told with their place and not overwritten without --force', async () => {
  const files = { 'google-scholar-stats/gs_data.json': '{"citedby": 5,\n "publications": {' };
  const { json, fs, before } = await refresh(send(200, profilePage()), { files });
  expect(json.warnings).toMatchObject([{ code: 'stats/bad-file', line: 2 }, { code: 'stats/stale' }]);
  expect(fs.tree('/site')).toEqual(before);
  const forced = await refresh(send(200, profilePage()), {
    files,
    words: 'stats --json --from scholar --force',
  });
  expect(forced.json.stale).toBe(false);
});

test('a disk that refuses leaves the old files whole', async () => {
  const { http } = await serveOn(send(200, profilePage()));
  const fs = siteOnDisk({ '_config.yml': CONFIG, 'google-scholar-stats/gs_data.json': knownData() });
  const before = fs.tree('/site');
  const { FsError } = await import('../../../src/ports/fs.ts');
  let created = 0;
  const refusing = {
    ...fs,
    createFile: (path: string, content: string | Uint8Array) => {
      if (++created === 2) throw new FsError('ENOSPC', path, 'no space');
      fs.createFile(path, content);
    },
  };
  const { status, out } = await hastie(fs, 'stats --json --from scholar', {
    world: { fs: refusing },
    stats: { http, pause: async () => {} },
  });
  expect(status).toBe(1);
  expect(JSON.parse(out).errors).toMatchObject([{ code: 'stats/write-failed' }]);
  expect(fs.tree('/site')).toEqual(before);
});
