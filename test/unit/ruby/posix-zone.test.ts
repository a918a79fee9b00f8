/** POSIX time zones: the times of glibc, as Ruby printed them. */

import { expect, test } from 'vitest';
import { isTimeZone, offsetAt, timeInZone, zoneOfVariable } from '../../../src/ruby/time/time-zone.ts';

/** A zone, and moments in seconds from 1970 with the offset and the letters from then on. */
const changes: readonly (readonly [zone: string, changes: string])[] = [
  [
    'EST5EDT,59,300/26',
    '0:-18000:EST 920271600:-14400:EDT 941176800:-18000:EST 1298962800:-14400:EDT 1319868000:-18000:EST 1362121200:-14400:EDT',
  ],
  [
    'EST5EDT,J60/30,J300/-30',
    '0:-18000:EST 920372400:-14400:EDT 940888800:-18000:EST 1299063600:-14400:EDT 1319580000:-18000:EST 1362222000:-14400:EDT',
  ],
  [
    'EST5EDT,J60/30,300/2',
    '0:-18000:EST 920372400:-14400:EDT 941090400:-18000:EST 1299063600:-14400:EDT 1319781600:-18000:EST 1362222000:-14400:EDT',
  ],
  [
    'CET-1CEST',
    '0:3600:CET 923230800:7200:CEST 941349600:3600:CET 1300021200:7200:CEST 1320559200:3600:CET 1362920400:7200:CEST',
  ],
  [
    'EST5EDT,M2.5.4,M12.5.2/3:04:05',
    '0:-18000:EST 919926000:-14400:EDT 946368000:-18000:EST 1298530800:-14400:EDT 1324972800:-18000:EST 1362034800:-14400:EDT',
  ],
  [
    'NZST-12NZDT,M9.5.0,M4.1.0/3',
    '0:46800:NZDT 923148000:43200:NZST 938268000:46800:NZDT 1301752800:43200:NZST 1316872800:46800:NZDT 1365256800:43200:NZST',
  ],
  [
    '<-03>3<-02>,M3.5.0/-2,M10.5.0/-1',
    '0:-10800:-03 922582800:-7200:-02 941331600:-10800:-03 1301187600:-7200:-02 1319936400:-10800:-03 1364691600:-7200:-02',
  ],
  [
    'EST5EDT,M3.2.0',
    '0:-18000:EST 921394800:-14400:EDT 941954400:-18000:EST 1299999600:-14400:EDT 1320559200:-18000:EST 1362898800:-14400:EDT',
  ],
  [
    'IST-1GMT0,M10.5.0,M3.5.0/1',
    '0:0:GMT 922582800:3600:IST 941331600:0:GMT 1301187600:3600:IST 1319936400:0:GMT 1364691600:3600:IST',
  ],
  ['CST-8:30:15', '0:30615:CST'],
  ['ABC', '0:0:ABC'],
];

test.each(changes)('%s', (zone, texts) => {
  for (const [at, text] of texts.split(' ').entries()) {
    const [epoch, offset, letters = ''] = text.split(':');
    const time = timeInZone(Number(epoch) * 1000, zone);
    expect([time.offset, time.zone]).toEqual([Number(offset), letters]);
    if (at > 0) expect(offsetAt((Number(epoch) - 3600) * 1000, zone)).not.toBe(Number(offset));
  }
});

test.each([
  ['PST', 'PST'],
  ['america/new_york', 'america'],
  ['Foo/Bar', 'Foo'],
  ['EST 5', 'EST'],
  ['A5', ''],
  ['+08:00', ''],
])('%s is UTC under the name that it begins with', (zone, name) => {
  expect(isTimeZone(zone)).toBe(false);
  expect(timeInZone(1_720_000_000_000, zone)).toMatchObject({ offset: 0, zone: name });
});

test.each([
  ['UTC+8', -8 * 3600, 'UTC'],
  ['GMT+25', -24 * 3600, 'GMT'],
  ['pst8', -8 * 3600, 'pst'],
  ['CST-08', 8 * 3600, 'CST'],
  ['Etc/GMT+8', -8 * 3600, '-08'],
  ['Asia/Tokyo', 9 * 3600, 'JST'],
  ['EST', -5 * 3600, 'EST'],
])('%s', (zone, offset, name) => {
  expect(isTimeZone(zone)).toBe(true);
  expect(timeInZone(1_720_000_000_000, zone)).toMatchObject({ offset, zone: name });
});

test('a colon and the folders of the tz database are left out', () => {
  expect([':America/New_York', 'posix/Asia/Tokyo', ':'].map(zoneOfVariable)).toEqual([
    'America/New_York',
    'Asia/Tokyo',
    'UTC',
  ]);
});
