import { afterEach, expect, test } from 'vitest';
import { zoneClock } from '../../../src/node/zone-clock.ts';
import { isTimeZone, lendZoneClock, offsetAt } from '../../../src/ruby/time/time-zone.ts';

const ZONES = [
  'Africa/Casablanca',
  'Africa/Monrovia',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Etc/GMT+5',
  'Europe/Dublin',
  'Europe/London',
  'Pacific/Apia',
];

/** Moments from 1970 to 2037, in all seasons and at all hours. */
const MOMENTS = Array.from({ length: 160 }, (_, i) => i * 13_337_317_000);

afterEach(() => lendZoneClock(undefined));

/** Offsets as Intl tells them, without this program's memory of days. */
function told(epochMs: number, timeZone: string): number {
  const whole = Math.floor(epochMs / 1000) * 1000;
  const text = new Date(whole).toLocaleString('sv', { timeZone });
  return (Date.parse(`${text.replace(' ', 'T')}Z`) - whole) / 1000;
}

test.each(ZONES)('the clock of %s is told as Intl tells it', (zone) => {
  const west = zone === 'Africa/Monrovia' ? MOMENTS.filter((at) => at > 8e10) : MOMENTS;
  expect(west.map((at) => zoneClock(at, zone))).toEqual(west.map((at) => told(at, zone)));
});

test('the clock of this process is as it was', () => {
  const before = [process.env.TZ, new Date(0).getTimezoneOffset()];
  zoneClock(0, 'Asia/Kathmandu');
  expect([process.env.TZ, new Date(0).getTimezoneOffset()]).toEqual(before);
});

test('an offset that the zone has never had is not believed', () => {
  lendZoneClock(() => 12_345);
  expect(offsetAt(1e12, 'America/Toronto')).toBe(-4 * 3600);
  expect(isTimeZone('Nowhere/Land')).toBe(false);
});

test('a lent clock is asked about zones with letters, and not for ever', () => {
  const asked: string[] = [];
  lendZoneClock((_, zone) => {
    asked.push(zone);
    return 3600;
  });
  expect(offsetAt(1e12, 'Africa/Lagos')).toBe(3600);
  expect(offsetAt(1e12, 'America/Bogota')).toBe(-5 * 3600);
  for (let day = 0; day < 200; day++) offsetAt(1e12 + day * 86_400_000, 'Africa/Algiers');
  expect(new Set(asked)).toEqual(new Set(['Africa/Lagos', 'Africa/Algiers']));
  expect(asked.length).toBeLessThan(60);
});
