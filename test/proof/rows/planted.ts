/** A row that fails in each way there is: it proves that failing is seen, and runs only when it is named. */

import { broken, type Row } from '../row.ts';

export const planted: Row = {
  name: 'planted',
  promise: '–',
  counted: 'planted faults',
  each: 1,
  weight: 1,
  limitMs: 1_500,
  flags: [],
  open: async () => ({
    full: 12,
    attempt(number) {
      if (number === 1 || number === 2) return [broken('one that is found twice', `in attempt ${number}`)];
      if (number === 3) throw new Error('an exception');
      if (number === 5) return [{ kind: 'no place', what: 'x/y without a place', detail: '' }];
      if (number === 7) process.kill(process.pid, 'SIGKILL');
      while (number === 9);
      return [];
    },
    close: () => {},
  }),
};
