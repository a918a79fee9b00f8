import { describe, expect, test } from 'vitest';
import { admit } from '../../../src/serve/http/guard.ts';
import { parseHost } from '../../../src/serve/http/host-name.ts';
import { get } from '../../support/preview-site.ts';

const status = (more: object, target = '/', names: readonly string[] = []) => {
  const verdict = admit(get(target, more), new Set(names));
  return 'status' in verdict ? verdict.status : 200;
};

describe('the Host', () => {
  test.each([
    'localhost',
    'localhost:4000',
    'LOCALHOST:4000',
    'localhost.',
    'my.site.localhost:4000',
    '127.0.0.1',
    '127.0.0.1:4000',
    '192.168.1.7:80',
    '0.0.0.0:4000',
    '[::1]',
    '[::1]:4000',
    '[fe80::1:2]:4000',
    '[2001:db8:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]:4000',
    '[1:2:3:4:5:6:1.2.3.4]',
    'localhost:',
  ])('%s is ours', (host) => {
    expect(status({ host })).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'localhost-evil.example:4000',
    'notlocalhost',
    'xlocalhost:4000',
    '127.0.0.1.evil.example',
    'my_host',
    'laptop.local:4000',
  ])('%s is not', (host) => {
    expect(status({ host })).toBe(403);
  });

  test.each([
    undefined,
    '',
    ' localhost',
    'localhost ',
    'localhost:4000:4000',
    'localhost:port',
    'localhost:99999',
    'localhost:123456',
    'localhost/evil.example',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost#evil',
    'localhost?',
    'localhost\\',
    'localhost, evil.example',
    'localhost\0',
    'localhost..',
    '.localhost',
    '..',
    'a..localhost',
    '-localhost',
    'loc%61lhost',
    'ｌocalhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.256',
    '1.2.3.4.5',
    '[::1',
    '::1',
    '[]',
    '[:::1]',
    '[::1]x',
    '[::1%25eth0]:4000',
    '[1:2:3:4:5:6:7:8:9]',
    '[1:2:3]',
    '[g::1]',
    '[::1::2]',
    '[::1.2.3]',
    '[1:2:3:4:5:6:7:1.2.3.4]',
    '[12345::]',
    `${'a'.repeat(64)}.localhost`,
    `${'a.'.repeat(200)}localhost`,
  ])('%s is malformed', (host) => {
    expect(status({ host })).toBe(400);
  });

  test('that was named is ours, too', () => {
    expect(status({ host: 'Preview.Example:443' }, '/', ['preview.example'])).toBe(200);
    expect(status({ host: 'x.preview.example' }, '/', ['preview.example'])).toBe(403);
  });

  test('is read with its port', () => {
    expect(parseHost('[::1]:80')).toEqual({ name: '::1', isAddress: true, port: '80' });
    expect(parseHost('A.localhost')).toEqual({ name: 'a.localhost', isAddress: false, port: '' });
  });
});

describe('the method', () => {
  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', ''])(
    '%s is refused',
    (method) => {
      expect(status({ method })).toBe(405);
    },
  );
});

describe('the origin', () => {
  const own = '/__hastie/events';

  test.each([
    [{ fetchSite: 'same-origin', fetchMode: 'cors' }, 200, 200],
    [{ fetchSite: 'none', fetchMode: 'navigate' }, 200, 200],
    [{ origin: 'http://localhost:4000' }, 200, 200],
    [{ origin: 'HTTP://LOCALHOST:4000' }, 200, 200],
    [{ origin: 'https://localhost:4000' }, 200, 200],
    // A link on another site may be followed; a frame, an image, a script may not.
    [{ fetchSite: 'cross-site', fetchMode: 'navigate' }, 200, 403],
    [{ fetchSite: 'same-site', fetchMode: 'navigate' }, 200, 403],
    [{ fetchSite: 'cross-site', fetchMode: 'no-cors' }, 403, 403],
    [{ fetchSite: 'same-site', fetchMode: 'no-cors' }, 403, 403],
    [{ fetchSite: 'cross-site', fetchMode: 'cors', origin: 'http://evil.example' }, 403, 403],
    [{ fetchSite: 'cross-site' }, 403, 403],
    [{ fetchSite: 'anything', fetchMode: 'websocket' }, 403, 403],
    [{ origin: 'http://evil.example' }, 403, 403],
    [{ origin: 'http://localhost:3000' }, 403, 403],
    [{ origin: 'http://localhost' }, 403, 403],
    [{ origin: 'null' }, 403, 403],
    [{ origin: '' }, 403, 403],
    [{ origin: 'http://localhost:4000/' }, 403, 403],
    [{ origin: 'http://localhost:4000@evil.example' }, 403, 403],
    [{ origin: 'http://localhost:4000, http://evil.example' }, 403, 403],
    [{ origin: 'file://' }, 403, 403],
  ])('%j', (more, page, stream) => {
    expect(status(more)).toBe(page);
    expect(status(more, own)).toBe(stream);
  });

  test('knows the port that goes without saying', () => {
    expect(status({ host: 'localhost', origin: 'http://localhost:80' })).toBe(200);
    expect(status({ host: 'localhost:443', origin: 'https://localhost' })).toBe(200);
    expect(status({ host: 'localhost:443', origin: 'http://localhost' })).toBe(403);
  });
});
